use crate::model::OutputPath;

/// Where finished files go: a staging folder on the disk, or memory.
///
/// Files come from several threads and in any order; no path comes twice.
/// A sink that fails remembers its first failure for the one who made it and takes nothing more.
pub trait Sink: Sync {
    /// Takes one finished file.
    fn accept(&self, path: &OutputPath, bytes: &[u8]);
}
