use std::collections::BTreeMap;
use std::sync::Arc;

use super::content::{Folder, ParsedFolder};
use crate::diagnostic::Diagnostics;
use crate::model::Language;
use crate::source::Placed;

/// What was read of each folder last time, for as long as its files stay the same.
///
/// What a folder says follows from its files, their places in the tree and the site's languages, and from nothing else.
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

    /// What the folder says: as last time if its files are the same in the same places, else as `parse` reads it now.
    pub(super) fn read(
        &self,
        folder: &Folder,
        files: Vec<Placed>,
        parse: impl FnOnce(&mut Diagnostics) -> ParsedFolder,
    ) -> Arc<ReadFolder> {
        if let Some(read) = self.folders.get(folder).filter(|read| read.files == files) {
            return Arc::clone(read);
        }
        let mut found = Diagnostics::new();
        let parsed = parse(&mut found);
        Arc::new(ReadFolder { files, parsed, found })
    }

    /// Keeps these folders, and forgets all others.
    pub(super) fn keep(&mut self, read: &[(Folder, Arc<ReadFolder>)]) {
        self.folders = read.iter().cloned().collect();
    }
}
