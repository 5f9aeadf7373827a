use toml::de::{DeTable, DeValue};

use super::hidden_signs::report_hidden_signs;
use super::meant::as_meant;
use super::toml_fault::{Unread, report_syntax_errors};
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::content as say};
use crate::model::{Entry, Node, NodeKind, Reader};
use crate::source::{Encoding, SourceFile, composed};
use crate::span::{FileId, Located, Span};

/// A piece of TOML: a whole file, or the front matter of a clause.
#[derive(Clone, Copy)]
pub(super) struct TomlText<'a> {
    /// The file it is in.
    pub file: FileId,
    /// The text.
    pub text: &'a str,
    /// Where the text begins in the file.
    pub offset: usize,
}

impl TomlText<'_> {
    /// A range of the text as a place in the file.
    pub(super) fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.file, self.offset + range.start..self.offset + range.end)
    }
}

/// Reads all that can be read; every syntax error goes to the sink.
pub(super) fn parse_toml(toml: TomlText<'_>, found: &mut Diagnostics) -> (Node, Unread) {
    let whole = Span::new(toml.file, toml.offset..toml.offset);
    let (table, errors) = DeTable::parse_recoverable(toml.text);
    let mut root = Node { kind: NodeKind::Table(entries(toml, table.get_ref())), span: whole };
    let unread = report_syntax_errors(toml, &errors, &root, found);
    unread.cut_from(&mut root);
    (root, unread)
}

/// Reads a file with `read`, explaining one that is not UTF-8;
/// what only follows from a broken part is not reported.
///
/// The second answer says whether all of the file could be read.
pub(super) fn read_toml_file<'r, T>(
    file: FileId,
    source: &SourceFile,
    reader: &mut Reader<'r>,
    read: impl FnOnce(&Node, &mut Reader<'r>) -> T,
) -> (T, bool) {
    let (root, unread) = parse_toml_file(file, source, reader.found);
    let before = reader.found.count();
    let value = read(&root, reader);
    unread.take_back(before, reader.found);
    (value, unread.is_nothing())
}

fn parse_toml_file(file: FileId, source: &SourceFile, found: &mut Diagnostics) -> (Node, Unread) {
    if report_unreadable(file, source, found) {
        let nothing = Node { kind: NodeKind::Table(Vec::new()), span: Span::start_of(file) };
        return (nothing, Unread::everything());
    }
    parse_toml(TomlText { file, text: &source.text, offset: 0 }, found)
}

/// Reads a theme's file of texts.
pub fn parse_theme_file(file: FileId, source: &SourceFile, found: &mut Diagnostics) -> Node {
    parse_toml_file(file, source, found).0
}

/// Reads a theme's settings, in which misspelt `keys` stand as what they are meant for.
pub fn parse_theme_settings(
    file: FileId,
    source: &SourceFile,
    keys: &[&str],
    found: &mut Diagnostics,
) -> Node {
    let root = parse_toml_file(file, source, found).0;
    as_meant(&root, keys, &[], &mut Reader { languages: &[], found }).into_owned()
}

/// Reports a file that is not UTF-8 or that git left unfinished, and says whether it was one.
pub(super) fn report_unreadable(file: FileId, source: &SourceFile, found: &mut Diagnostics) -> bool {
    let Some(fault) = source.fault else {
        report_hidden_signs(file, &source.text, found);
        return report_unfinished_merge(file, &source.text, found);
    };
    let headline = match fault.encoding {
        Encoding::Windows1252 => say::not_utf8_windows(fault.offset),
        Encoding::Utf16 => say::not_utf8_utf16(fault.offset),
        Encoding::Binary => say::not_text(fault.offset),
    };
    let end =
        source.text.get(fault.text_offset..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let span = Span::new(file, fault.text_offset..fault.text_offset + end);
    found.push(Diagnostic::error("encoding", span, headline).with_help(say::save_as_utf8()));
    true
}

/// Says where git left both versions of some lines; nothing else is said of such a file.
fn report_unfinished_merge(file: FileId, text: &str, found: &mut Diagnostics) -> bool {
    const SIGNS: [&str; 3] = ["<<<<<<<", "|||||||", ">>>>>>>"];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let behind = SIGNS.iter().find_map(|sign| line.strip_prefix(sign));
        if behind.is_some_and(|behind| behind.is_empty() || behind.starts_with([' ', '\n'])) {
            let span = Span::new(file, at..at + line.trim_end().len());
            let finding = Diagnostic::error("unfinished-merge", span, say::unfinished_merge());
            found.push(finding.with_help(say::finish_the_merge()));
            return true;
        }
        at += line.len();
    }
    false
}

fn entries(toml: TomlText<'_>, table: &DeTable<'_>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| {
            let key_span = toml.span(key.span());
            let mut value = node(toml, value.get_ref(), toml.span(value.span()));
            // A table's own span is empty if only dots made it; its key is the place that a person knows.
            if matches!(value.kind, NodeKind::Table(_)) {
                value.span = key_span;
            }
            Entry { key: Located::new(key.get_ref().to_string(), key_span), value }
        })
        .collect();
    entries.sort_by_key(|entry| entry.key.span);
    entries
}

fn node(toml: TomlText<'_>, value: &DeValue<'_>, span_of_value: Span) -> Node {
    let kind = match value {
        DeValue::String(text) => NodeKind::Text(composed(text).into_owned()),
        DeValue::Integer(number) => NodeKind::Number(number.as_str().to_owned()),
        DeValue::Float(number) => NodeKind::Number(number.as_str().to_owned()),
        DeValue::Boolean(value) => NodeKind::Boolean(*value),
        DeValue::Datetime(date) => NodeKind::Date(date.to_string()),
        DeValue::Array(items) => NodeKind::List(
            items.iter().map(|item| node(toml, item.get_ref(), toml.span(item.span()))).collect(),
        ),
        DeValue::Table(table) => NodeKind::Table(entries(toml, table)),
    };
    Node { kind, span: span_of_value }
}
