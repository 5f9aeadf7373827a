use std::ops::RangeInclusive;

use crate::model::{Entry, Node, NodeKind};
use crate::source::SourceFile;
use crate::span::Span;

/// The lines of a file that a value stands on, counted from one.
pub(super) fn lines_of(file: &SourceFile, span: Span) -> RangeInclusive<usize> {
    let last = span.end.saturating_sub(1).max(span.start);
    file.line_and_column(span.start).0..=file.line_and_column(last).0
}

/// What is written in a TOML file: each value with where it begins and ends, parts that are written with dots
/// or below headers of their own included.
pub(super) struct WrittenValues(Vec<(u32, u32)>);

impl WrittenValues {
    /// The values of a file.
    pub(super) fn of(root: &Node) -> Self {
        let mut values = Vec::new();
        collect(root, &mut values);
        values.sort_unstable();
        Self(values)
    }

    /// The value that begins at a span's start, with all its parts.
    pub(super) fn whole(&self, span: Span) -> Span {
        let ends = self.0.iter().filter(|(start, _)| *start == span.start).map(|(_, end)| *end);
        Span { end: ends.max().unwrap_or(span.end).max(span.end), ..span }
    }
}

/// Gives where the node ends.
fn collect(node: &Node, values: &mut Vec<(u32, u32)>) -> u32 {
    let below: Vec<&Node> = match &node.kind {
        NodeKind::Table(entries) => entries.iter().map(|entry| &entry.value).collect(),
        NodeKind::List(nodes) => nodes.iter().collect(),
        _ => Vec::new(),
    };
    let end = below.into_iter().map(|below| collect(below, values)).max().unwrap_or_default();
    let end = end.max(node.span.end);
    values.push((node.span.start, end));
    end
}

/// The key at the top of a file whose line, or one of whose values' lines, this is; the last of several.
pub(super) fn top_key<'n>(root: &'n Node, file: &SourceFile, line: usize) -> Option<&'n Entry> {
    let NodeKind::Table(entries) = &root.kind else { return None };
    entries.iter().find(|entry| entry_has(entry, file, line))
}

/// Whether a key or a value of an entry stands on a line.
pub(super) fn entry_has(entry: &Entry, file: &SourceFile, line: usize) -> bool {
    let here = lines_of(file, entry.key.span).contains(&line);
    here || match &entry.value.kind {
        NodeKind::Table(entries) => entries.iter().any(|entry| entry_has(entry, file, line)),
        _ => lines_of(file, entry.value.span).contains(&line),
    }
}
