use super::asked::{AskedKind, AskedPart};
use super::lines::lines_of;
use crate::source::SourceFile;
use crate::span::{FileId, Span};

/// A place in a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct AskedPlace<'t> {
    pub file: FileId,
    pub source: &'t SourceFile,
    /// The line, counted from one; None for the whole file.
    pub line: Option<usize>,
    /// The column, counted from one; None for the whole line.
    pub column: Option<usize>,
}

impl AskedPlace<'_> {
    /// Whether any of a span's lines is meant.
    pub(super) fn meets(&self, span: Span) -> bool {
        span.file == self.file && self.line.is_none_or(|line| lines_of(self.source, span).contains(&line))
    }

    /// Whether a span begins exactly where it is asked.
    pub(super) fn begins(&self, span: Span) -> bool {
        Some(self.source.line_and_column(span.start)) == self.line.zip(self.column)
    }

    /// The place, for a part that has no other.
    pub(super) fn part<'s>(&self, kind: AskedKind<'s>) -> AskedPart<'s> {
        let mut rest = self.source.text.split_inclusive('\n').map(str::len);
        let start: usize = rest.by_ref().take(self.line.unwrap_or(1).saturating_sub(1)).sum();
        let start = start.min(self.source.text.len());
        AskedPart { key: self.source.path.to_string(), span: Span::new(self.file, start..start), kind }
    }
}
