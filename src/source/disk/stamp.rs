use std::fs::Metadata;
use std::time::{Duration, SystemTime};

/// A file that was touched this shortly before it was read may be touched again without its time telling.
const TOO_FRESH: Duration = Duration::from_secs(2);

/// What the file system says of a file's state: as long as it stays, the file is the one that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    /// Changes when a tool sets `modified` back; only Unix has it.
    changed: (i64, i64),
    /// Another file may have been moved to the name; only Unix has it.
    inode: u64,
}

impl Stamp {
    pub(super) fn of(metadata: &Metadata) -> Self {
        Self {
            length: metadata.len(),
            modified: metadata.modified().ok(),
            changed: changed(metadata),
            inode: inode(metadata),
        }
    }

    /// Whether the stamp would tell of a later change, for a file that was read at `now`.
    ///
    /// Times of files are as coarse as the file system makes them (two seconds on FAT),
    /// and the clocks of a network drive go their own way.
    pub(super) fn tells(&self, now: SystemTime) -> bool {
        self.modified
            .and_then(|modified| now.duration_since(modified).ok())
            .is_some_and(|age| age > TOO_FRESH)
    }
}

/// The number that the file system gives a file or folder; 0 if it gives none.
#[cfg(unix)]
#[must_use]
pub fn inode(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

/// The number that the file system gives a file or folder; 0 if it gives none.
#[cfg(not(unix))]
#[must_use]
pub fn inode(_metadata: &Metadata) -> u64 {
    0
}

/// When the file's state changed last, seconds and nanoseconds; 0 if the file system does not keep it.
#[cfg(unix)]
fn changed(metadata: &Metadata) -> (i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.ctime(), metadata.ctime_nsec())
}

/// When the file's state changed last, seconds and nanoseconds; 0 if the file system does not keep it.
#[cfg(not(unix))]
fn changed(_metadata: &Metadata) -> (i64, i64) {
    (0, 0)
}
