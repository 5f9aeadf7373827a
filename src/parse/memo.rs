use std::collections::BTreeMap;
use std::sync::Arc;

use super::folder::ParsedFolder;
use super::sorted::Folder;
use crate::diagnostic::Diagnostics;
use crate::model::Language;
use crate::source::{Placed, SourceTree};
use crate::span::FileId;

/// What was read of each folder last time, for as long as its files stay the same.
///
/// What a folder says follows from its files, their places in the tree and the site's languages,
/// and from nothing else.
#[derive(Debug, Default)]
pub struct ParseMemo {
    languages: Vec<Language>,
    folders: BTreeMap<Folder, Arc<ReadFolder>>,
}

/// A folder as it was read.
#[derive(Debug)]
pub(super) struct ReadFolder {
    files: Vec<Placed>,
    pub parsed: ParsedFolder,
    pub found: Diagnostics,
}

impl ParseMemo {
    /// Forgets everything if the languages are others.
    pub(super) fn start(&mut self, languages: &[Language]) {
        if self.languages != languages {
            self.folders.clear();
            self.languages = languages.to_vec();
        }
    }

    /// What the folder of these files says: as last time if they are the same in the same places,
    /// else as `parse` reads it now.
    pub(super) fn read(
        &self,
        folder: &Folder,
        tree: &SourceTree,
        files: &[FileId],
        parse: impl FnOnce(&mut Diagnostics) -> ParsedFolder,
    ) -> Arc<ReadFolder> {
        let is_known = |read: &&Arc<ReadFolder>| {
            read.files.len() == files.len()
                && read.files.iter().zip(files).all(|(known, id)| known.is_at(*id, tree))
        };
        if let Some(read) = self.folders.get(folder).filter(is_known) {
            return Arc::clone(read);
        }
        let mut found = Diagnostics::new();
        let parsed = parse(&mut found);
        Arc::new(ReadFolder { files: files.iter().map(|id| tree.placed(*id)).collect(), parsed, found })
    }

    /// Keeps these folders, and forgets all others.
    pub(super) fn keep(&mut self, read: &[(Folder, Arc<ReadFolder>)]) {
        self.folders = read.iter().cloned().collect();
    }
}
