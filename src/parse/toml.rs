use toml::de::{DeTable, DeValue, Error};

use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::content as say};
use crate::model::{Entry, Node, NodeKind};
use crate::source::{Encoding, SourceFile};
use crate::span::{FileId, Located, Span};

/// Nested deeper than this is no content, and could exhaust the stack.
const DEEPEST: usize = 32;

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

/// Reads all that can be read; every syntax error goes to the sink.
///
/// The second answer says whether all of it could be read.
pub(super) fn parse_toml(toml: TomlText<'_>, found: &mut Diagnostics) -> (Node, bool) {
    let whole = Span::new(toml.file, toml.offset..toml.offset);
    if too_deep(toml.text) {
        found.push(Diagnostic::error("toml-syntax", whole, say::toml_syntax("nested too deeply")));
        return (Node { kind: NodeKind::Table(Vec::new()), span: whole }, false);
    }
    let (table, errors) = DeTable::parse_recoverable(toml.text);
    for error in &errors {
        found.push(syntax_error(toml, error));
    }
    (Node { kind: NodeKind::Table(entries(toml, table.get_ref())), span: whole }, errors.is_empty())
}

/// Reads a whole file, explaining one that is no UTF-8.
pub(super) fn parse_toml_file(file: FileId, source: &SourceFile, found: &mut Diagnostics) -> (Node, bool) {
    if report_encoding(file, source, found) {
        return (Node { kind: NodeKind::Table(Vec::new()), span: Span::start_of(file) }, false);
    }
    parse_toml(TomlText { file, text: &source.text, offset: 0 }, found)
}

/// Reads a TOML file of a theme: its settings, or its strings.
pub fn parse_theme_file(file: FileId, source: &SourceFile, found: &mut Diagnostics) -> Node {
    parse_toml_file(file, source, found).0
}

/// Reports a file that is no UTF-8, and says whether it was one.
pub(super) fn report_encoding(file: FileId, source: &SourceFile, found: &mut Diagnostics) -> bool {
    let Some(fault) = source.fault else { return false };
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

fn syntax_error(toml: TomlText<'_>, error: &Error) -> Diagnostic {
    let range = error.span().unwrap_or(0..0);
    let span = Span::new(toml.file, toml.offset + range.start..toml.offset + range.end);
    let message = error.message();
    if message.contains("duplicate key") {
        let key = toml.text.get(range).unwrap_or_default();
        return Diagnostic::error("duplicate-key", span, say::duplicate_key(key));
    }
    Diagnostic::error("toml-syntax", span, say::toml_syntax(message))
}

/// Counts brackets outside of nothing in particular: a text with more open brackets than this is refused, strings or not.
fn too_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'\n' if depth == 1 => depth = 0,
            _ => {}
        }
        depth > DEEPEST
    }) || text
        .lines()
        .any(|line| line.split('=').next().is_some_and(|key| key.matches('.').count() > DEEPEST))
}

fn entries(toml: TomlText<'_>, table: &DeTable<'_>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| {
            let key_span = span(toml, key.span());
            let mut value = node(toml, value.get_ref(), span(toml, value.span()));
            // A table's own span is empty where dots alone made it; its key is the place that a person knows.
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
        DeValue::String(text) => NodeKind::Text(text.to_string()),
        DeValue::Integer(number) => NodeKind::Number(number.as_str().to_owned()),
        DeValue::Float(number) => NodeKind::Number(number.as_str().to_owned()),
        DeValue::Boolean(value) => NodeKind::Boolean(*value),
        DeValue::Datetime(date) => NodeKind::Date(date.to_string()),
        DeValue::Array(items) => NodeKind::List(
            items.iter().map(|item| node(toml, item.get_ref(), span(toml, item.span()))).collect(),
        ),
        DeValue::Table(table) => NodeKind::Table(entries(toml, table)),
    };
    Node { kind, span: span_of_value }
}

fn span(toml: TomlText<'_>, range: std::ops::Range<usize>) -> Span {
    Span::new(toml.file, toml.offset + range.start..toml.offset + range.end)
}
