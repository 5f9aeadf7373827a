use super::Outcome;
use crate::model::{Id, OutputPath};

/// Where finished files go: a staging folder on the disk, or memory.
///
/// Files come from several threads and in any order; no path comes twice.
/// A sink that fails remembers its first failure for the one who made it and takes nothing more.
pub trait Sink: Sync {
    /// Takes one finished file.
    fn accept(&self, path: &OutputPath, bytes: &[u8]);

    /// Whether this brand is to be made at all.
    fn makes(&self, _brand: &Id) -> bool {
        true
    }

    /// The brands to be made before all others: somebody looks at them. It is asked before each brand.
    fn wanted(&self) -> Vec<Id> {
        Vec::new()
    }

    /// Hears how far the build is: when the first brand is begun, and whenever one is made.
    /// It is told by several threads.
    fn progress(&self, _progress: &BuildProgress<'_>) {}

    /// Whether the rest of the build is no longer wanted.
    fn is_cancelled(&self) -> bool {
        false
    }
}

/// How far a build is that still has brands to make.
pub struct BuildProgress<'b> {
    /// How many brands are made, those included that were made by an earlier build.
    pub made: usize,
    /// How many brands there are.
    pub all: usize,
    /// Whether this brand is still to be made.
    pub is_left: &'b dyn Fn(&Id) -> bool,
    /// What came of the build so far.
    pub outcome: &'b dyn Fn() -> Outcome,
}

/// Takes nothing: for those who want the findings alone.
#[derive(Debug, Clone, Copy)]
pub struct NoSink;

impl Sink for NoSink {
    fn accept(&self, _path: &OutputPath, _bytes: &[u8]) {}
}
