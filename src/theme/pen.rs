use std::borrow::Cow;
use std::collections::BTreeMap;

use super::signs::Signs;
use crate::model::{Language, Text};
use crate::span::Span;

/// What a page's values are written with: plainly, or each with a mark that says where it comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Pen {
    signs: Option<Signs>,
    /// Where the theme's texts are written, by their keys.
    strings: BTreeMap<String, Span>,
}

impl Pen {
    /// A pen that marks what it writes, with the places of the theme's texts in one language.
    pub(crate) fn marking(signs: Signs, strings: BTreeMap<String, Span>) -> Self {
        Self { signs: Some(signs), strings }
    }

    /// The text of a value that is written at `span`.
    pub(crate) fn at(&self, span: Span, text: String) -> String {
        self.within(span, &[], text)
    }

    /// The text that stands below `keys` within the value at `span`.
    pub(crate) fn within(&self, span: Span, keys: &[&str], text: String) -> String {
        match self.signs {
            // What is empty stays so, or a template would show its place.
            Some(signs) if !text.is_empty() => signs.around(span, keys, &text),
            _ => text,
        }
    }

    /// A text in the first of `languages` that has it; it stands below `keys` within the value at `span`.
    pub(crate) fn text<'l>(
        &self,
        span: Span,
        keys: &[&str],
        text: &Text,
        languages: impl IntoIterator<Item = &'l Language>,
    ) -> Option<String> {
        let mut languages = languages.into_iter();
        let (language, words) =
            languages.find_map(|language| Some((language, text.in_language(language)?)))?;
        let words = words.to_owned();
        Some(if self.marks() {
            self.within(span, &[keys, &[language.as_str()]].concat(), words)
        } else {
            words
        })
    }

    /// The theme's text called `key`.
    pub(crate) fn string(&self, key: &str, text: &str) -> String {
        match self.strings.get(key) {
            Some(span) => self.at(*span, text.to_owned()),
            None => text.to_owned(),
        }
    }

    /// Marks the element that has just begun in `html` as written at `span`.
    pub(crate) fn block(&self, span: Span, html: &mut String) {
        if let Some(signs) = self.signs {
            signs.block(span, html);
        }
    }

    /// Whether it marks what it writes.
    pub(crate) fn marks(&self) -> bool {
        self.signs.is_some()
    }

    /// A text as the reader sees it.
    pub(crate) fn read<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.signs.map_or(Cow::Borrowed(text), |signs| signs.without(text))
    }
}
