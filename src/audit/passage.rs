//! The parts of the source that pages are made of.

use std::ops::Range;

use super::folded::Folded;
use super::needles::Needles;
use crate::merge::Clinic;
use crate::model::{ClauseText, NoticeInput};
use crate::source::SourceTree;
use crate::span::{FileId, Span};

/// How a text is written, which decides what may stand in the place of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A clause or a notice: placeholders are filled in.
    Text,
    /// A template: expressions are.
    Template,
    /// A value in a table, or a string of the theme: nothing is.
    Value,
}

/// A part of a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Passage {
    pub file: FileId,
    pub range: Range<usize>,
    pub kind: Kind,
}

impl Passage {
    /// The needles that stand in the passage, each with its own place.
    pub(super) fn hits(
        &self,
        tree: &SourceTree,
        needles: &Needles,
        knows: impl Fn(usize) -> bool,
    ) -> Vec<(usize, Self)> {
        let Some(text) = tree.file(self.file).text.get(self.range.clone()) else { return Vec::new() };
        let folded = Folded::with_places(text);
        let hits = needles.hits(&folded, knows).into_iter().filter_map(|hit| {
            let place = folded.place(&hit.range)?;
            let range = self.range.start + place.start..self.range.start + place.end;
            Some((hit.needle, Self { range, ..self.clone() }))
        });
        hits.collect()
    }

    /// Where it is.
    pub(super) fn span(&self) -> Span {
        Span::new(self.file, self.range.clone())
    }
}

/// The texts and values that a clinic's pages are made of.
pub(super) fn of_clinic(clinic: &Clinic<'_>, tree: &SourceTree) -> Vec<Passage> {
    clinic.texts().map(|text| prose(text, tree)).chain(values(clinic, tree)).collect()
}

/// The texts of a notice, whether it is shown today or not.
pub(super) fn of_notice(notice: &NoticeInput, tree: &SourceTree) -> impl Iterator<Item = Passage> {
    notice.texts.values().map(move |text| prose(text, tree))
}

/// A text with its title, to the end of its file.
fn prose(text: &ClauseText, tree: &SourceTree) -> Passage {
    let Span { file, start, .. } = text.span;
    Passage { file, range: start as usize..tree.file(file).text.len(), kind: Kind::Text }
}

fn values(clinic: &Clinic<'_>, tree: &SourceTree) -> Vec<Passage> {
    let fields = clinic.fields();
    fields.iter().map(|written| value(written.field.name, written.field.origin.span, tree)).collect()
}

/// A value with the lines of its languages, which follow one another under the same key: `what_for.nb`, `what_for.en`.
pub(super) fn value(key: &str, span: Span, tree: &SourceTree) -> Passage {
    let text = &tree.file(span.file).text;
    let Range { start, mut end } = span.range();
    while let Some(line) = text.get(end..).and_then(|rest| rest.split_inclusive('\n').next()) {
        let is_of_key = line.trim_start().strip_prefix(key).is_some_and(|rest| rest.starts_with('.'));
        let begins_elsewhere = text[..end].ends_with('\n') && !is_of_key;
        if begins_elsewhere {
            break;
        }
        end += line.len();
    }
    Passage { file: span.file, range: start..end, kind: Kind::Value }
}
