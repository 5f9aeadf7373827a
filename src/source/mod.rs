//! The site's source files in memory.
//!
//! In: bytes, read by [`disk`] (the only part here that touches a disk).
//! Out: a [`SourceTree`] of decoded files.
//!
//! Invariant: files are ordered by path, so a [`FileId`] orders as its path does.
//! Invariant: letters have one form (NFC); columns are counted in letters as they were written.
//! Invariant: decoding loses nothing in silence; a file that is not UTF-8 keeps an [`EncodingFault`].

mod decode;
pub mod disk;
pub mod embedded;
mod escapes;
mod hidden_signs;
mod letters;
mod line_index;
mod path;

pub use decode::{Encoding, EncodingFault};
pub use escapes::escaped;
pub use hidden_signs::{HiddenSign, hidden_signs};
pub use letters::{Joined, composed, is_unseen};
pub use path::SourcePath;

use std::sync::Arc;

use crate::span::{FileId, Span};
use line_index::LineIndex;

/// The folder of files that others gave, and that are published byte by byte.
const PUBLISHED_AS_IT_IS: &str = "content/static/";

/// One file of the site's source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path below the site's root, with `/` between the parts.
    pub path: SourcePath,
    /// Its text without a byte order mark, with only `\n` at the ends of lines, and with letters and their
    /// marks joined; empty for a binary file.
    pub text: String,
    /// Where it was written with more letters.
    pub joined: Vec<Joined>,
    /// Its bytes as they are on the disk, if it is not UTF-8 text or is published as it is; empty if `text`
    /// says it all.
    pub bytes: Vec<u8>,
    /// Set when the bytes are not UTF-8: `text` is then a best reading of them, good for showing only.
    pub fault: Option<EncodingFault>,
    line_index: LineIndex,
}

impl SourceFile {
    /// Decodes `bytes`.
    #[must_use]
    pub fn new(path: SourcePath, bytes: Vec<u8>) -> Self {
        let (text, fault) = decode::decode(&bytes);
        let (text, joined) = letters::composed_with_places(text);
        let is_kept = fault.is_some() || path.as_str().starts_with(PUBLISHED_AS_IT_IS);
        let bytes = if is_kept { bytes } else { Vec::new() };
        Self { path, text, joined, bytes, fault, line_index: LineIndex::default() }
    }

    /// A file as another felles has read it, good for showing only.
    #[must_use]
    pub fn shown(path: SourcePath, text: String, joined: Vec<Joined>) -> Self {
        Self { path, text, joined, bytes: Vec::new(), fault: None, line_index: LineIndex::default() }
    }

    /// What is published of the file if it is not a page: its text, or its bytes if it is not text.
    #[must_use]
    pub fn contents(&self) -> &[u8] {
        if self.bytes.is_empty() { self.text.as_bytes() } else { &self.bytes }
    }

    /// The line and the column of a byte of the text, both counted from one, columns in characters as
    /// written.
    #[must_use]
    pub fn line_and_column(&self, offset: u32) -> (usize, usize) {
        let mut end = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let (line, line_start, letters) = self.line_index.of(&self.text, end);
        let written = letters + letters::more_letters(&self.joined, line_start..end);
        (line, written + 1)
    }
}

/// A file and its number in a tree. Two are the same if both are:
/// then everything that is read from them is the same too.
#[derive(Debug, Clone)]
pub struct Placed {
    id: FileId,
    file: Arc<SourceFile>,
}

impl PartialEq for Placed {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && Arc::ptr_eq(&self.file, &other.file)
    }
}

impl Placed {
    /// Whether it is the file with this number in a tree.
    #[must_use]
    pub fn is_at(&self, id: FileId, tree: &SourceTree) -> bool {
        self.id == id && tree.files.get(id.0 as usize).is_some_and(|file| Arc::ptr_eq(file, &self.file))
    }
}

/// All files of a site's source, in the order of their paths. A clone shares them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceTree {
    files: Arc<Vec<Arc<SourceFile>>>,
}

impl SourceTree {
    /// Puts the files in the order of their paths; of two with the same path the first given stays.
    #[must_use]
    pub fn new(files: Vec<SourceFile>) -> Self {
        Self::of_shared(files.into_iter().map(Arc::new).collect())
    }

    /// Does what [`new`](Self::new) does, with files that another tree may hold as well.
    #[must_use]
    pub fn of_shared(mut files: Vec<Arc<SourceFile>>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|later, earlier| later.path == earlier.path);
        Self { files: Arc::new(files) }
    }

    /// Puts a file in the place of the one with the same path; if there is none, nothing changes.
    pub fn replace(&mut self, file: &Arc<SourceFile>) {
        if let Ok(index) = self.files.binary_search_by(|known| known.path.cmp(&file.path)) {
            Arc::make_mut(&mut self.files)[index] = Arc::clone(file);
        }
    }

    /// The file with this number.
    ///
    /// # Panics
    /// If the number comes from another tree.
    #[must_use]
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The file at this path.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<(FileId, &SourceFile)> {
        let index = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        Some((id_at(index), &self.files[index]))
    }

    /// All files with their numbers, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(index, file)| (id_at(index), &**file))
    }

    /// All files in the order of their paths, as other trees may hold them too.
    pub fn iter_shared(&self) -> impl Iterator<Item = &Arc<SourceFile>> {
        self.files.iter()
    }

    /// All files whose path starts with `folder` and a `/`.
    pub fn below<'a>(&'a self, folder: &str) -> impl Iterator<Item = (FileId, &'a SourceFile)> + use<'a> {
        self.shared_below(folder).map(|(id, file)| (id, &**file))
    }

    fn shared_below<'a>(
        &'a self,
        folder: &str,
    ) -> impl Iterator<Item = (FileId, &'a Arc<SourceFile>)> + use<'a> {
        let prefix = format!("{folder}/");
        let first = self.files.partition_point(|file| file.path.as_str() < prefix.as_str());
        let files = self.files[first..].iter().enumerate();
        files
            .map(move |(index, file)| (id_at(first + index), file))
            .take_while(move |(_, file)| file.path.as_str().starts_with(&prefix))
    }

    /// The text at `span`.
    #[must_use]
    pub fn text_at(&self, span: Span) -> &str {
        self.file(span.file).text.get(span.range()).unwrap_or_default()
    }

    /// The files below `folder`, each with its number, to be compared with those of another tree.
    #[must_use]
    pub fn placed_below(&self, folder: &str) -> Vec<Placed> {
        self.shared_below(folder).map(|(id, file)| Placed { id, file: Arc::clone(file) }).collect()
    }

    /// The file with this number, to be compared with one of another tree.
    ///
    /// # Panics
    /// If the number comes from another tree.
    #[must_use]
    pub fn placed(&self, id: FileId) -> Placed {
        Placed { id, file: Arc::clone(&self.files[id.0 as usize]) }
    }

    /// `path:line`, as editors and terminals understand it.
    #[must_use]
    pub fn place(&self, span: Span) -> String {
        let file = self.file(span.file);
        format!("{}:{}", file.path, file.line_and_column(span.start).0)
    }
}

fn id_at(index: usize) -> FileId {
    FileId(u32::try_from(index).unwrap_or(u32::MAX))
}
