use super::folded::Folded;
use super::needles::Hit;
use super::site_names::SiteNames;
use crate::model::{ClauseText, LayerContent, Segment};
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

/// What a text names once its placeholders are filled: each value that `value_of` gives, with the words
/// around it.
///
/// `{{ clinic.name }} klinikk` may spell a name that stands in no source.
pub fn named_when_filled<'n>(
    text: &'n ClauseText,
    names: &'n SiteNames,
    tree: &'n SourceTree,
    value_of: impl Fn(&str) -> Option<String> + 'n,
) -> impl Iterator<Item = NamedText> + 'n {
    const AROUND: usize = 80;
    let source = &tree.file(text.span.file).text;
    let placeholders = text.body.segments.iter().filter_map(|segment| match segment {
        Segment::Placeholder { path, .. } => Some(path),
        _ => None,
    });
    placeholders.filter_map(move |path| {
        let (value, place) = (value_of(&path.value)?, path.span.range());
        let before = &source[source.ceil_char_boundary(place.start.saturating_sub(AROUND))..place.start];
        let after = &source[place.end..source.floor_char_boundary(place.end + AROUND)];
        let filled = [before, &value, after].concat();
        let folded = Folded::with_places(&filled);
        let is_at_value = |hit: &Hit| {
            let place = folded.place(&hit.range);
            place.is_some_and(|place| place.start < before.len() + value.len() && before.len() < place.end)
        };
        let hits = names.needles.all_hits(&folded).into_iter().filter(is_at_value);
        let hits = hits.map(|hit| (hit, path.span)).collect();
        Some(NamedText { source: TextSource::Prose(text.span.file), written: WrittenAs::Prose, hits })
    })
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
