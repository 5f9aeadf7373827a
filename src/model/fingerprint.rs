use std::fmt;

use super::{ByLanguage, Checksum, Invalid, Language, Node, NodeKind, Reader, TableReader, TextValue, Value};
use crate::diagnostic::{Diagnostic, catalogue::pins as say};
use crate::source::composed;
use crate::span::Located;

/// What tells one text from another: the first 48 bits of the SHA-256 of its words.
///
/// Only words count: spaces, line ends, a byte order mark and how letters and their marks are joined do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint([u8; 6]);

const PREFIX: &str = "sha256:";

impl Fingerprint {
    /// The fingerprint of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        let sum = Checksum::of(composed(&words.join(" ")).as_bytes());
        Self(sum.first_bytes())
    }

    /// Its twelve hexadecimal digits, which are the name of the file that keeps the text.
    #[must_use]
    pub fn digits(&self) -> String {
        self.0.iter().fold(String::new(), |digits, byte| format!("{digits}{byte:02x}"))
    }

    /// The fingerprint with these twelve digits.
    #[must_use]
    pub fn of_digits(digits: &str) -> Option<Self> {
        let mut bytes = [0; 6];
        let is_digit = |digit: u8| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit);
        if digits.len() != 2 * bytes.len() || !digits.bytes().all(is_digit) {
            return None;
        }
        for (index, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&digits[2 * index..2 * index + 2], 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}", self.digits())
    }
}

impl TextValue for Fingerprint {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let digits = text.strip_prefix(PREFIX).and_then(Self::of_digits);
        digits.ok_or_else(|| Invalid::new(say::not_a_fingerprint(text), say::let_review_write_it()))
    }
}

/// What an override or a translation was written against: one text, or several where the layers below are
/// others for each clinic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin(Vec<Fingerprint>);

impl Pin {
    /// The texts.
    #[must_use]
    pub fn fingerprints(&self) -> &[Fingerprint] {
        &self.0
    }
}

impl Value for Pin {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if matches!(node.kind, NodeKind::List(_)) {
            let list = Vec::<Located<Fingerprint>>::read(node, reader)?;
            return Some(Self(list.into_iter().map(|fingerprint| fingerprint.value).collect()));
        }
        Some(Self(vec![Fingerprint::read(node, reader)?]))
    }
}

/// A pin for each language of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LanguagePins(ByLanguage<Located<Pin>>);

impl LanguagePins {
    /// The pin of `language`, if there is one.
    #[must_use]
    pub fn get(&self, language: &Language) -> Option<&Located<Pin>> {
        self.0.get(language)
    }

    /// The pins, each with its language.
    pub fn iter(&self) -> impl Iterator<Item = (&Language, &Located<Pin>)> {
        self.0.iter()
    }
}

impl Value for LanguagePins {
    /// One for each language; a lone one is of the main language.
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if !matches!(node.kind, NodeKind::Table(_)) {
            let main = reader.languages.first()?.clone();
            let pin = Located::new(Pin::read(node, reader)?, node.span);
            return Some(Self([(main, pin)].into_iter().collect()));
        }
        by_language(node, reader).map(Self)
    }
}

/// Texts of a clause that say the same: each group holds the fingerprints of texts that differ in nothing
/// that matters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SameTexts(ByLanguage<Located<Vec<Located<SameText>>>>);

/// The fingerprints of texts that say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SameText(Vec<Located<Fingerprint>>);

impl SameText {
    /// Whether a text of this fingerprint is one of them.
    #[must_use]
    pub fn holds(&self, fingerprint: Fingerprint) -> bool {
        self.fingerprints().any(|known| known == fingerprint)
    }

    /// The fingerprints.
    pub fn fingerprints(&self) -> impl Iterator<Item = Fingerprint> {
        self.0.iter().map(|known| known.value)
    }
}

impl SameTexts {
    /// The groups of texts in `language`.
    pub fn in_language(&self, language: &Language) -> impl Iterator<Item = &SameText> {
        self.0.get(language).into_iter().flat_map(|groups| groups.value.iter().map(|group| &group.value))
    }
}

impl Value for SameText {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        Vec::read(node, reader).map(Self)
    }
}

impl Value for SameTexts {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        by_language(node, reader).map(Self)
    }
}

/// Reads a table with a key for each language.
fn by_language<T: Value>(node: &Node, reader: &mut Reader<'_>) -> Option<ByLanguage<Located<T>>> {
    TableReader::open(node, reader)?;
    let NodeKind::Table(entries) = &node.kind else { return None };
    let mut read = Vec::new();
    for entry in entries {
        let language = reader.language_of(&entry.key);
        let value = T::read(&entry.value, reader);
        read.extend(language.zip(value.map(|value| Located::new(value, entry.value.span))));
    }
    Some(read.into_iter().collect())
}

/// What a layer writes in one row, beside what its values are: their words, and the pins of those that
/// replace others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowAsWritten {
    words: Vec<(&'static str, Box<str>)>,
    pins: Vec<(&'static str, Located<Pin>)>,
}

impl RowAsWritten {
    /// Where the pins stand in a row.
    pub const KEY: &'static str = "base";

    /// Reads it out of the row's table, which has these fields.
    pub(super) fn read(table: &mut TableReader<'_, '_, '_>, fields: &[&'static str]) -> Self {
        let words = |field: &&'static str| Some((*field, words_of(table.node(field)?).into_boxed_str()));
        let words: Vec<(&'static str, Box<str>)> = fields.iter().filter_map(words).collect();
        let mut pins = Vec::new();
        if let Some(node) = table.node(Self::KEY)
            && let Some(mut inner) = TableReader::open(node, table.reader())
        {
            pins.extend(fields.iter().filter_map(|field| Some((*field, inner.field(field)?))));
            inner.finish(&[]);
        }
        let is_written = |field: &str| words.iter().any(|(known, _): &(&str, _)| *known == field);
        for (field, pin) in pins.iter().filter(|(field, _): &&(&str, Located<Pin>)| !is_written(field)) {
            let error = Diagnostic::error("unknown-key", pin.span, say::pin_of_nothing(field));
            table.reader().found.push(error.with_help(say::remove_the_pin()));
        }
        Self { words, pins }
    }

    /// The words of a field's value.
    pub(super) fn words(&self, field: &str) -> &str {
        self.words.iter().find(|(known, _)| *known == field).map_or("", |(_, words)| words)
    }

    /// The pin of a field, if it has one.
    pub(super) fn pin(&self, field: &str) -> Option<&Located<Pin>> {
        self.pins.iter().find(|(known, _)| *known == field).map(|(_, pin)| pin)
    }
}

/// A value in words: a text as it is, a list and a table with a line for each entry, the keys of a table in
/// their order.
fn words_of(node: &Node) -> String {
    match &node.kind {
        NodeKind::Text(text) | NodeKind::Number(text) | NodeKind::Date(text) => text.trim().to_owned(),
        NodeKind::Boolean(value) => value.to_string(),
        NodeKind::List(items) => {
            items.iter().map(|item| format!("- {}", words_of(item))).collect::<Vec<_>>().join("\n")
        }
        NodeKind::Table(entries) => {
            let mut lines: Vec<String> = entries
                .iter()
                .map(|entry| format!("{}: {}", entry.key.value, words_of(&entry.value)))
                .collect();
            lines.sort();
            lines.join("\n")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_make_a_fingerprint() {
        let plain = Fingerprint::of("# Klage\n\nDu kan klage på oss.\n");
        let check = |text: &str, is_same: bool| {
            assert_eq!(Fingerprint::of(text) == plain, is_same, "{text:?}");
        };
        check("# Klage\r\n\r\nDu kan klage på oss.", true);
        check("  # Klage Du kan\tklage\npa\u{30a} oss.\n\n", true);
        check("# Klage\n\nDu kan klage på oss!\n", false);
        check("# Klager\n\nDu kan klage på oss.\n", false);
        check("", false);
    }

    #[test]
    fn a_fingerprint_is_that_of_sha256sum() {
        // printf 'Du kan klage.' | sha256sum | cut -c1-12
        let known = Fingerprint::of("Du  kan\nklage.\n");
        assert_eq!(Fingerprint::parse(&known.to_string()).unwrap(), known);
        assert_eq!(known.digits(), Checksum::of("Du kan klage.".as_bytes()).to_string()[..12]);
    }

    #[test]
    fn what_is_no_fingerprint_is_refused() {
        for bad in
            ["", "sha256:", "012fb4afb344", "sha256:012FB4AFB344", "sha256:012fb4afb34", "sha1:012fb4afb344"]
        {
            assert!(Fingerprint::parse(bad).is_err(), "{bad}");
        }
    }
}
