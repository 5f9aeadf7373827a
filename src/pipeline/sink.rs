use crate::model::OutputPath;

/// Where finished files go: a staging folder on the disk, or memory.
///
/// Files come from several threads and in any order; no path comes twice.
/// A sink that fails remembers its first failure for the one who made it and takes nothing more.
pub trait Sink: Sync {
    /// Takes one finished file.
    fn accept(&self, path: &OutputPath, bytes: &[u8]);
}

/// Takes nothing: for those who want the findings alone.
#[derive(Debug, Clone, Copy)]
pub struct NoSink;

impl Sink for NoSink {
    fn accept(&self, _path: &OutputPath, _bytes: &[u8]) {}
}
