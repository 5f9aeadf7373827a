use std::collections::BTreeMap;

use super::Language;
use crate::diagnostic::{Diagnostic, catalogue::content as say, nearest};
use crate::model::reader::listed;
use crate::model::{Invalid, Node, NodeKind, Reader, TextValue, Value};

/// A plain text on one line, the same in every language: a legal name, a section number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line(String);

impl Line {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextValue for Line {
    fn parse(text: &str) -> Result<Self, Invalid> {
        if text.is_empty() {
            return Err(Invalid::new(say::text_is_empty(), None));
        }
        match text.chars().find(|letter| letter.is_control()) {
            Some(control) => {
                Err(Invalid::new(say::control_character(&control.escape_unicode().to_string()), None))
            }
            None => Ok(Self(text.to_owned())),
        }
    }
}

/// A text that readers see: one for every language, or one for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Text {
    /// The same in every language, as names are.
    Same(String),
    /// One for each language.
    Each(BTreeMap<Language, String>),
}

impl Text {
    /// The text in `language`, if it is there.
    #[must_use]
    pub fn in_language(&self, language: &Language) -> Option<&str> {
        match self {
            Self::Same(text) => Some(text),
            Self::Each(texts) => texts.get(language).map(String::as_str),
        }
    }

    /// The texts of all languages.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let (same, each) = match self {
            Self::Same(text) => (Some(text), None),
            Self::Each(texts) => (None, Some(texts.values())),
        };
        same.into_iter().chain(each.into_iter().flatten()).map(String::as_str)
    }
}

impl Value for Text {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let NodeKind::Table(entries) = &node.kind else {
            if matches!(node.kind, NodeKind::Text(_)) {
                return Some(Self::Same(Line::read(&one_line(node), reader)?.0));
            }
            reader.wrong_kind(node, say::write_a_text_or_one_for_each_language());
            return None;
        };
        let mut texts = BTreeMap::new();
        // Where one language could not be read, nothing is said of what the text lacks.
        let mut whole = true;
        for entry in entries {
            let Some(language) =
                reader.languages.iter().find(|language| language.as_str() == entry.key.value)
            else {
                let names: Vec<&str> = reader.languages.iter().map(Language::as_str).collect();
                let meant = nearest(&entry.key.value, names.iter().copied()).map(say::did_you_mean);
                whole &= meant.is_none();
                let unknown = Diagnostic::error(
                    "unknown-language",
                    entry.key.span,
                    say::unknown_language(&entry.key.value),
                );
                reader.found.push(
                    unknown.with_help(meant.unwrap_or_else(|| say::languages_here_are(&listed(&names)))),
                );
                continue;
            };
            match Line::read(&one_line(&entry.value), reader) {
                Some(text) => drop(texts.insert(language.clone(), text.0)),
                None => whole = false,
            }
        }
        whole.then_some(Self::Each(texts))
    }

    fn text(&self) -> Option<&Text> {
        Some(self)
    }

    fn lacks(&self, language: &Language) -> bool {
        self.in_language(language).is_none()
    }
}

/// Long texts may be written over several lines (`"""`); to readers they are one.
fn one_line(node: &Node) -> Node {
    match &node.kind {
        NodeKind::Text(text) => Node {
            kind: NodeKind::Text(text.split('\n').map(str::trim).collect::<Vec<_>>().join(" ")),
            span: node.span,
        },
        _ => node.clone(),
    }
}
