//! Where something is written: a byte range in one source file.
//!
//! In: nothing. Out: [`Span`], [`FileId`] and [`Located`].
//!
//! Invariant: a [`Span`] always lies inside the text of its file, on character boundaries.

mod located;

pub use located::Located;

use serde::{Deserialize, Serialize};

/// The number of a file in the [`SourceTree`](crate::source::SourceTree), in the order of paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FileId(pub u32);

/// A byte range in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte, counted from zero.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The span of `range` in `file`.
    ///
    /// Offsets past 4 GiB are cut; no source file is read that is longer.
    #[must_use]
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Self {
        let cut = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { file, start: cut(range.start), end: cut(range.end) }
    }

    /// The empty span at the start of `file`, for what is said of the file as a whole.
    #[must_use]
    pub fn start_of(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The byte range.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}
