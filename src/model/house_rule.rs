use std::collections::BTreeMap;

use super::{Id, Language, Level, Text};
use crate::span::{Located, Span};

/// A group's own rule on wording: `content/rules/<name>.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseRule {
    /// The file's name, which its findings are called by.
    pub name: Id,
    /// The start of the file.
    pub span: Span,
    /// How much its findings weigh, unless `site.toml` says otherwise.
    pub level: Level,
    /// Why the words are not used.
    pub reason: Text,
    /// What it looks for in texts of each language.
    pub wordings: BTreeMap<Language, HouseWording>,
}

/// What a house rule looks for in texts of one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HouseWording {
    /// The words that are not used.
    pub phrases: Vec<HousePhrase>,
    /// If one of these stands in a text, the words within it are meant and not reported.
    pub exceptions: Vec<Located<String>>,
}

/// Words that are not used, in small letters; with `*` at the end also as the beginning of a longer word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HousePhrase {
    /// The words.
    pub words: Located<String>,
    /// What to write instead, if the rule says.
    pub instead: Option<String>,
}

/// All house rules, by their names.
pub type HouseRules = BTreeMap<Id, HouseRule>;
