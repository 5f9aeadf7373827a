use std::ops::Range;

use super::folded::Folded;
use super::needles::Hit;
use super::site_names::SiteNames;
use crate::model::{ClauseText, LayerContent};
use crate::source::SourceTree;
use crate::span::{FileId, Span};

/// How a text is written, which decides what may stand in the place of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrittenAs {
    /// A clause or a notice: placeholders are filled in.
    Prose,
    /// A template: expressions are.
    Template,
    /// A value in a table, or a string of the theme: nothing is.
    Value,
}

/// Where a text belongs, which decides who shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextSource {
    /// The file of a clause or a notice.
    Prose(FileId),
    /// The field whose value is written here.
    Field(Span),
    /// A file of the theme.
    Theme,
}

/// A text or a value of a source that names a brand, a clinic or another owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedText {
    /// Where it belongs.
    pub source: TextSource,
    /// How it is written.
    pub written: WrittenAs,
    /// The names in it and where they stand, names within names among them, in the order of their places.
    hits: Vec<(Hit, Span)>,
}

impl NamedText {
    /// The needles that stand in the text, the longest of several at one place, each with where it stands.
    ///
    /// Another owner's name, which may hold one of ours, counts only if `knows` is true of it.
    pub fn needles<'n>(
        &'n self,
        names: &'n SiteNames,
        knows: impl Fn(usize) -> bool + 'n,
    ) -> impl Iterator<Item = (usize, Span)> + 'n {
        let longest = names.needles.longest(self.hits.iter().map(|(hit, _)| hit), knows);
        let span = |hit: &Hit| self.hits.iter().find(|(known, _)| known == hit).map(|(_, span)| *span);
        longest.into_iter().filter_map(move |hit| Some((hit.needle, span(hit)?)))
    }
}

/// What a layer names in its texts and values.
#[must_use]
pub fn named_in_layer(layer: &LayerContent, names: &SiteNames, tree: &SourceTree) -> Vec<NamedText> {
    let mut found = Vec::new();
    let of_clauses = layer.clauses.values().flat_map(|clause| clause.texts.values());
    let of_notices = layer.notices.values().flat_map(|notice| notice.texts.values());
    for text in of_clauses.chain(of_notices) {
        let whole = Span { end: u32::MAX, ..text.span };
        found.extend(read(whole, TextSource::Prose(text.span.file), WrittenAs::Prose, names, tree));
    }
    for (_, field) in layer.fields() {
        field.places(&mut |span| {
            found.extend(read(span, TextSource::Field(field.span), WrittenAs::Value, names, tree));
        });
    }
    found
}

/// What a text names only once its placeholders are filled; `value_of` gives what fills a path.
///
/// `{{ clinic.name }} klinikk` may spell a name that stands in no source. What a value names by itself is
/// found where the value is written.
pub fn named_when_filled(
    text: &ClauseText,
    names: &SiteNames,
    tree: &SourceTree,
    value_of: impl Fn(&str) -> Option<String>,
) -> Option<NamedText> {
    let filled = Filled::of(text, &tree.file(text.span.file).text, value_of)?;
    let folded = Folded::with_places(&filled.text);
    let spelled = |hit: Hit| {
        let place = folded.place(&hit.range)?;
        Some((hit, filled.first_value_in(&place)?))
    };
    let hits: Vec<(Hit, Span)> = names.needles.all_hits(&folded).into_iter().filter_map(spelled).collect();
    let source = TextSource::Prose(text.span.file);
    (!hits.is_empty()).then_some(NamedText { source, written: WrittenAs::Prose, hits })
}

/// The surroundings of the placeholders of a text, with values in their stead.
struct Filled {
    text: String,
    /// Where each value stands in the text, and its placeholder in the source.
    values: Vec<(Range<usize>, Span)>,
}

impl Filled {
    fn of(text: &ClauseText, source: &str, value_of: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let mut filled = Self { text: String::new(), values: Vec::new() };
        let mut at = text.span.range().start;
        for path in text.body.placeholders() {
            let Some(value) = value_of(&path.value) else { continue };
            let place = path.span.range();
            filled.push_source(&source[at..place.start]);
            let start = filled.text.len();
            filled.text.push_str(&value);
            filled.values.push((start..filled.text.len(), path.span));
            at = place.end;
        }
        filled.push_source(&source[at..]);
        (!filled.values.is_empty()).then_some(filled)
    }

    /// Adds what stands between two values; of a long stretch only the ends, which alone can touch them.
    fn push_source(&mut self, source: &str) {
        const END: usize = 80;
        let (first, last) =
            (source.floor_char_boundary(END), source.ceil_char_boundary(source.len().saturating_sub(END)));
        if first < last {
            self.text.extend([&source[..first], "\n\n", &source[last..]]);
        } else {
            self.text.push_str(source);
        }
    }

    /// The placeholder of the first value that `place` touches. Returns None if it touches none,
    /// or lies within one.
    fn first_value_in(&self, place: &Range<usize>) -> Option<Span> {
        let touches = |value: &Range<usize>| value.start < place.end && place.start < value.end;
        let (value, span) = self.values.iter().find(|(value, _)| touches(value))?;
        let is_within = value.start <= place.start && place.end <= value.end;
        (!is_within).then_some(*span)
    }
}

/// What the templates and the strings of a theme name; it is given with those that it extends, itself first.
#[must_use]
pub fn named_in_theme(theme: &[String], names: &SiteNames, tree: &SourceTree) -> Vec<NamedText> {
    let folders = [("templates", WrittenAs::Template), ("strings", WrittenAs::Value)];
    let files = theme.iter().flat_map(|id| {
        folders.iter().flat_map(move |(folder, written)| {
            tree.below(&format!("themes/{id}/{folder}")).map(|(file, _)| (file, *written))
        })
    });
    let whole = |file| Span { end: u32::MAX, ..Span::start_of(file) };
    files.filter_map(|(file, written)| read(whole(file), TextSource::Theme, written, names, tree)).collect()
}

/// What a value names that is written at `span` and belongs to no layer.
#[must_use]
pub fn named_in_value(span: Span, names: &SiteNames, tree: &SourceTree) -> Option<NamedText> {
    read(span, TextSource::Field(span), WrittenAs::Value, names, tree)
}

/// Looks through what is written at `span`, to the end of its file at most.
fn read(
    span: Span,
    source: TextSource,
    written: WrittenAs,
    names: &SiteNames,
    tree: &SourceTree,
) -> Option<NamedText> {
    let text = &tree.file(span.file).text;
    let start = span.start as usize;
    let folded = Folded::with_places(text.get(start..(span.end as usize).min(text.len()))?);
    let hits: Vec<(Hit, Span)> = names
        .needles
        .all_hits(&folded)
        .into_iter()
        .filter_map(|hit| {
            let place = folded.place(&hit.range)?;
            Some((hit, Span::new(span.file, start + place.start..start + place.end)))
        })
        .collect();
    (!hits.is_empty()).then_some(NamedText { source, written, hits })
}
