use std::fmt;

use serde::{Deserialize, Serialize};

/// The languages that felles itself speaks, to the people who edit the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MessageLanguage {
    /// Norwegian bokmål.
    Bokmal,
    /// English.
    English,
}

impl MessageLanguage {
    /// The language's tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Bokmal => "nb",
            Self::English => "en",
        }
    }
}

/// A sentence for the reader, in both languages.
///
/// Only the functions of the [catalogue](super::catalogue) make sentences, so none lacks a language;
/// what another felles has made is read with both.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Message {
    nb: Box<str>,
    en: Box<str>,
    /// What it names: ids, keys, values and words of the content.
    named: Box<[String]>,
}

impl Message {
    pub(super) fn new(nb: String, en: String, named: Vec<String>) -> Self {
        Self { nb: nb.into(), en: en.into(), named: named.into() }
    }

    /// What something is called within a sentence: a weekday, a holiday, a country.
    #[must_use]
    pub fn of_names(nb: &str, en: &str) -> Self {
        Self::new(nb.to_owned(), en.to_owned(), Vec::new())
    }

    /// What the sentence names: ids, keys, values and words of the content.
    #[must_use]
    pub fn named(&self) -> &[String] {
        &self.named
    }

    /// The sentence with another name in the place of one; what it names is left out.
    pub(super) fn with_name(&self, name: &str, other: &str) -> Self {
        let replaced = |text: &str| text.replacen(&format!("`{name}`"), &format!("`{other}`"), 1);
        Self::new(replaced(&self.nb), replaced(&self.en), Vec::new())
    }

    /// The sentence with more words after a name.
    pub(super) fn after_name(&self, name: &str, words: &Self) -> Self {
        let after =
            |text: &str, words: &str| text.replacen(&format!("`{name}`"), &format!("`{name}` {words}"), 1);
        Self::new(after(&self.nb, &words.nb), after(&self.en, &words.en), self.named.to_vec())
    }

    /// The sentence without these words after a name.
    pub(super) fn without_after_name(&self, name: &str, words: &Self) -> Self {
        let without =
            |text: &str, words: &str| text.replacen(&format!("`{name}` {words}"), &format!("`{name}`"), 1);
        Self::new(without(&self.nb, &words.nb), without(&self.en, &words.en), self.named.to_vec())
    }

    /// The sentence in `language`.
    #[must_use]
    pub fn in_language(&self, language: MessageLanguage) -> &str {
        match language {
            MessageLanguage::Bokmal => &self.nb,
            MessageLanguage::English => &self.en,
        }
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en)
    }
}

impl std::error::Error for Message {}
