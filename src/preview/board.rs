use std::sync::{Arc, PoisonError, RwLock};

use serde_json::{Map, Value};

use super::editor::EditorLink;
use super::round::Round;
use super::state::{html_language, state};
use crate::diagnostic::MessageLanguage;
use crate::serve::{Answer, Asked, BrandList, OwnPages, SiteFiles, Snapshot};

/// What the preview knows at the moment, for the server's threads.
#[derive(Debug)]
pub(super) struct Board {
    pub language: MessageLanguage,
    pub editor: EditorLink,
    round: RwLock<Arc<Round>>,
}

impl Board {
    pub(super) fn new(language: MessageLanguage, editor: EditorLink, first: Round) -> Self {
        Self { language, editor, round: RwLock::new(Arc::new(first)) }
    }

    /// The latest round.
    pub(super) fn round(&self) -> Arc<Round> {
        Arc::clone(&self.round.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts a round in the place of the last.
    pub(super) fn put(&self, round: Round) {
        *self.round.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(round);
    }
}

impl OwnPages for Board {
    fn answer(&self, asked: &Asked<'_>, site: &Snapshot) -> Option<Answer> {
        BrandList { language: html_language(self.language) }.answer(asked, site)
    }

    fn state(&self, asked: &Asked<'_>) -> Map<String, Value> {
        state(self, &self.round(), asked.parameter("brand"))
    }

    fn variant(&self, _asked: &Asked<'_>, _brand: &str) -> Option<Arc<SiteFiles>> {
        None
    }
}
