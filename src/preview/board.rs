use std::sync::{Arc, PoisonError, RwLock};

use serde_json::{Map, Value, json};

use super::editor::EditorLink;
use super::files::file;
use super::round::Round;
use super::state::state;
use super::wall::OwnTemplates;
use super::words::words_module;
use crate::diagnostic::MessageLanguage;
use crate::headers::ContentType;
use crate::serve::{Answer, Asked, OWN, OwnPages, SiteFiles, Snapshot};

/// What the preview knows at the moment, for the server's threads.
#[derive(Debug)]
pub(super) struct Board {
    pub language: MessageLanguage,
    pub editor: EditorLink,
    templates: OwnTemplates,
    round: RwLock<Arc<Round>>,
}

impl Board {
    pub(super) fn new(language: MessageLanguage, editor: EditorLink, first: Round) -> Self {
        let templates = OwnTemplates::new(language);
        Self { language, editor, templates, round: RwLock::new(Arc::new(first)) }
    }

    /// The latest round.
    pub(super) fn round(&self) -> Arc<Round> {
        Arc::clone(&self.round.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts a round in the place of the last.
    pub(super) fn put(&self, round: Round) {
        *self.round.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(round);
    }

    /// Every brand's id and domain, for those who choose one.
    fn brands(&self) -> Value {
        let round = self.round();
        round.brands.iter().map(|(id, brand)| json!({"id": id, "domain": brand.domain})).collect()
    }
}

impl OwnPages for Board {
    fn answer(&self, asked: &Asked<'_>, site: &Snapshot) -> Option<Answer> {
        if asked.path() == "/" {
            return Some(self.templates.wall(state(self, &self.round(), None), asked.host, site));
        }
        let name = asked.path().strip_prefix(OWN)?;
        let text = match name {
            "beside" => return Some(self.templates.beside(asked)),
            "brands.json" => self.brands().to_string(),
            "words.js" => words_module(self.language),
            name => file(name)?.to_owned(),
        };
        Some(Answer::new(200, ContentType::of(name), text.into_bytes()))
    }

    fn state(&self, asked: &Asked<'_>) -> Map<String, Value> {
        state(self, &self.round(), asked.parameter("brand"))
    }

    fn variant(&self, _asked: &Asked<'_>, _brand: &str) -> Option<Arc<SiteFiles>> {
        None
    }
}
