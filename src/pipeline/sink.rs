use super::Outcome;
use crate::model::{Id, OutputPath};

/// Where finished files go: a staging folder on the disk, or memory.
///
/// Files come from several threads and in any order; no path comes twice.
/// A sink that fails remembers its first failure for the one who made it and takes nothing more.
pub trait Sink: Sync {
    /// Takes one finished file.
    fn accept(&self, path: &OutputPath, bytes: &[u8]);

    /// The brands to be made before all others: somebody looks at them.
    fn wanted(&self) -> Vec<Id> {
        Vec::new()
    }

    /// Hears that the wanted brands are made, and can ask what came of them, where others are still to be made.
    fn early(&self, _outcome: &dyn Fn() -> Outcome) {}

    /// Whether nobody wants the rest any more.
    fn is_cancelled(&self) -> bool {
        false
    }
}

/// Takes nothing: for those who want the findings alone.
#[derive(Debug, Clone, Copy)]
pub struct NoSink;

impl Sink for NoSink {
    fn accept(&self, _path: &OutputPath, _bytes: &[u8]) {}
}
