//! How values are read from nodes: [`Value`], [`TextValue`] and the [`Reader`] that collects what is wrong.

use super::node::{Entry, Node, NodeKind};
use super::values::Language;
use crate::diagnostic::{Diagnostic, Diagnostics, Message, catalogue::content as say, nearest};
use crate::span::{Located, Span};

/// Why a text is not a value of its type, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid {
    /// What is wrong.
    pub headline: Message,
    /// What to write.
    pub help: Option<Message>,
}

impl Invalid {
    /// A fault with a cure.
    #[must_use]
    pub fn new(headline: Message, help: impl Into<Option<Message>>) -> Self {
        Self { headline, help: help.into() }
    }
}

/// What every reader needs to know, and the sink for what it finds.
#[derive(Debug)]
pub struct Reader<'r> {
    /// The languages of the site, the main one first.
    pub languages: &'r [Language],
    /// The sink.
    pub found: &'r mut Diagnostics,
}

impl Reader<'_> {
    /// Reports a value that its type does not take.
    pub fn invalid(&mut self, span: Span, invalid: Invalid) {
        self.found.push(Diagnostic::error("invalid-value", span, invalid.headline).with_help(invalid.help));
    }

    /// The site's language of this name; one that it does not have is reported.
    pub fn language_of(&mut self, name: &Located<String>) -> Option<Language> {
        let known = self.languages.iter().find(|language| language.as_str() == name.value);
        if known.is_none() {
            let names: Vec<&str> = self.languages.iter().map(Language::as_str).collect();
            let meant = nearest(&name.value, names.iter().copied()).map(say::did_you_mean);
            let unknown =
                Diagnostic::error("unknown-language", name.span, say::unknown_language(&name.value));
            let help = meant.unwrap_or_else(|| say::languages_here_are(&listed(&names)));
            self.found.push(unknown.with_help(help));
        }
        known.cloned()
    }

    /// Reports a value that is of another kind than wanted.
    pub fn wrong_kind(&mut self, node: &Node, wanted: Message) {
        self.found.push(Diagnostic::error("wrong-type", node.span, kind_of(node)).with_help(wanted));
    }
}

fn kind_of(node: &Node) -> Message {
    match &node.kind {
        NodeKind::Text(text) => say::is_a_text(text),
        NodeKind::Number(text) => say::is_a_number(text),
        NodeKind::Boolean(value) => say::is_true_or_false(if *value { "true" } else { "false" }),
        NodeKind::Date(text) => say::is_a_date(text),
        NodeKind::List(_) => say::is_a_list(),
        NodeKind::Table(_) => say::is_a_table(),
    }
}

/// Something that can be read from a node; the one way in.
pub trait Value: Sized {
    /// Reads the value; returns None if it is wrong, after the reader has reported that.
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self>;

    /// Shows `see` the texts within this value that readers see, each with the key that leads to it;
    /// a text itself has none.
    fn texts<'v>(&'v self, _see: &mut dyn FnMut(&'static str, &'v super::Text)) {}

    /// Shows `see` where it is written what readers see of this value, which stands at `span`.
    fn places(&self, _span: Span, see: &mut dyn FnMut(Span)) {
        self.texts(&mut |_, text| text.each().for_each(|(_, words)| see(words.span)));
    }

    /// Whether this only says how the value of the layer below is changed.
    fn is_change(&self) -> bool {
        false
    }

    /// Whether a text within this value is missing in `language`.
    fn lacks(&self, language: &Language) -> bool {
        let mut lacks = false;
        self.texts(&mut |_, text| lacks |= text.in_language(language).is_none());
        lacks
    }
}

/// A value that is written as one text.
pub trait TextValue: Sized {
    /// Whether readers see the text as it is written, so that names and addresses may stand in it.
    const IS_SHOWN: bool;

    /// Reads the value from its text.
    ///
    /// # Errors
    /// Says what is wrong with the text and what to write instead.
    fn parse(text: &str) -> Result<Self, Invalid>;
}

impl<T: TextValue> Value for T {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        // A date without quotes is as good as one with them.
        let (NodeKind::Text(text) | NodeKind::Date(text)) = &node.kind else {
            let help = match &node.kind {
                NodeKind::Number(text) => say::put_it_in_quotes(text),
                _ => say::write_a_text(),
            };
            reader.wrong_kind(node, help);
            return None;
        };
        T::parse(text.trim()).map_err(|invalid| reader.invalid(node.span, invalid)).ok()
    }

    fn places(&self, span: Span, see: &mut dyn FnMut(Span)) {
        if T::IS_SHOWN {
            see(span);
        }
    }
}

impl Value for bool {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let NodeKind::Boolean(value) = &node.kind else {
            reader.wrong_kind(node, say::write_true_or_false());
            return None;
        };
        Some(*value)
    }
}

impl<T: Value> Value for Vec<Located<T>> {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let NodeKind::List(nodes) = &node.kind else {
            reader.wrong_kind(node, say::write_a_list());
            return None;
        };
        Some(nodes.iter().filter_map(|node| Some(Located::new(T::read(node, reader)?, node.span))).collect())
    }

    fn texts<'v>(&'v self, see: &mut dyn FnMut(&'static str, &'v super::Text)) {
        for item in self {
            item.value.texts(see);
        }
    }

    fn places(&self, _span: Span, see: &mut dyn FnMut(Span)) {
        for item in self {
            item.value.places(item.span, see);
        }
    }

    fn lacks(&self, language: &Language) -> bool {
        self.iter().any(|item| item.value.lacks(language))
    }
}

/// Reads the keys of one table, and reports those that were not asked for.
#[derive(Debug)]
pub struct TableReader<'n, 'r, 'f> {
    entries: &'n [Entry],
    span: Span,
    known: Vec<&'static str>,
    missing: Vec<&'static str>,
    reader: &'f mut Reader<'r>,
}

impl<'n, 'r, 'f> TableReader<'n, 'r, 'f> {
    /// Reads `node` as a table.
    pub fn open(node: &'n Node, reader: &'f mut Reader<'r>) -> Option<Self> {
        let NodeKind::Table(entries) = &node.kind else {
            reader.wrong_kind(node, say::write_a_table());
            return None;
        };
        Some(Self { entries, span: node.span, known: Vec::new(), missing: Vec::new(), reader })
    }

    /// The value of `key`, if it is written and good.
    pub fn field<T: Value>(&mut self, key: &'static str) -> Option<Located<T>> {
        let node = self.node(key)?;
        Some(Located::new(T::read(node, self.reader)?, node.span))
    }

    /// The value of `key`, which must be there.
    pub fn required<T: Value>(&mut self, key: &'static str) -> Option<Located<T>> {
        if !self.is_written(key) {
            self.missing.push(key);
        }
        self.field(key)
    }

    /// What is written under `key`, unread.
    pub fn node(&mut self, key: &'static str) -> Option<&'n Node> {
        self.known.push(key);
        self.entries.iter().find(|entry| entry.key.value == key).map(|entry| &entry.value)
    }

    /// Whether `key` is written, good or not.
    #[must_use]
    pub fn is_written(&self, key: &str) -> bool {
        self.entries.iter().any(|entry| entry.key.value == key)
    }

    /// Whether a key is written that has not been asked for so far.
    #[must_use]
    pub fn has_unknown(&self) -> bool {
        self.entries.iter().any(|entry| !self.known.contains(&entry.key.value.as_str()))
    }

    /// Where this table is written.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// The reader, for what a field alone cannot say.
    pub fn reader(&mut self) -> &mut Reader<'r> {
        self.reader
    }

    /// Reports every key that was not asked for; `above` are the keys of the file itself,
    /// which may have slipped below a header.
    ///
    /// A required key that is there under a misspelt name is reported once, as the misspelling; several
    /// strangers are one finding, since their header is what went wrong.
    pub fn finish(mut self, above: &[&'static str]) {
        let mut stranger: Option<Diagnostic> = None;
        for entry in self.entries.iter().filter(|entry| !self.known.contains(&entry.key.value.as_str())) {
            let key = entry.key.value.as_str();
            let help = if above.contains(&key) {
                Some(say::move_key_above(key))
            } else {
                let meant = nearest(key, self.known.iter().copied());
                self.missing.retain(|missing| Some(*missing) != meant);
                meant.map(say::did_you_mean).or_else(|| self.a_line_for_each_day(key))
            };
            let unknown = Diagnostic::error("unknown-key", entry.key.span, say::unknown_key(key));
            match (help, stranger.take()) {
                (Some(help), before) => {
                    self.reader.found.push(unknown.with_help(help));
                    stranger = before;
                }
                (None, Some(first)) => {
                    stranger = Some(first.with_related(entry.key.span, say::and_unknown_here()));
                }
                (None, None) => {
                    let known = (!self.known.is_empty()).then(|| say::keys_here_are(&listed(&self.known)));
                    stranger = Some(unknown.with_help(known));
                }
            }
        }
        if let Some(stranger) = stranger {
            self.reader.found.push(stranger);
        }
        for key in self.missing {
            let missing = Diagnostic::error("missing-key", self.span, say::key_is_missing(key));
            self.reader.found.push(missing.with_help(say::add_key(key)));
        }
    }
}

impl TableReader<'_, '_, '_> {
    /// What to do about several weekdays in one key: `mandag-fredag`.
    fn a_line_for_each_day(&self, key: &str) -> Option<Message> {
        let days = || self.known.iter().copied().filter(|known| known.ends_with("day"));
        let mut parts = key.split(['-', '–', '_', ' ', ',']).filter(|part| !part.is_empty());
        let first =
            parts.next().and_then(|part| days().find(|day| *day == part).or(nearest(part, days())))?;
        parts.next().map(|_| say::write_a_line_for_each_day(first))
    }
}

/// Names between back ticks, with commas between them.
#[must_use]
pub(crate) fn listed(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
