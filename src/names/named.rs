use std::collections::BTreeMap;

use super::filled::Seam;
use super::folded::Folded;
use super::needles::Hit;
use super::site_names::SiteNames;
use crate::model::LayerContent;
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
    /// The text with these names. Returns None if there are none.
    pub(super) fn new(source: TextSource, written: WrittenAs, mut hits: Vec<(Hit, Span)>) -> Option<Self> {
        hits.shrink_to_fit();
        (!hits.is_empty()).then_some(Self { source, written, hits })
    }

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

/// What a layer names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LayerNames {
    /// What its texts and values name.
    pub named: Vec<NamedText>,
    /// The placeholders of its texts, which may spell a name together with what stands around them.
    seams: BTreeMap<FileId, Vec<Seam>>,
}

impl LayerNames {
    /// Looks through the texts and values of a layer.
    #[must_use]
    pub fn of(layer: &LayerContent, names: &SiteNames, tree: &SourceTree) -> Self {
        let mut layer_names = Self::default();
        let of_clauses = layer.clauses.values().flat_map(|clause| clause.texts.values());
        let of_notices = layer.notices.values().flat_map(|notice| notice.texts.values());
        for text in of_clauses.chain(of_notices) {
            let file = text.span.file;
            let whole = Span { end: u32::MAX, ..text.span };
            layer_names.named.extend(read(whole, TextSource::Prose(file), WrittenAs::Prose, names, tree));
            let seams = Seam::all_of(text, &tree.file(file).text, &names.needles);
            if !seams.is_empty() {
                layer_names.seams.insert(file, seams);
            }
        }
        for (_, field) in layer.fields() {
            field.places(&mut |span| {
                let source = TextSource::Field(field.span);
                layer_names.named.extend(read(span, source, WrittenAs::Value, names, tree));
            });
        }
        layer_names
    }

    /// The placeholders of a text of the layer.
    pub(super) fn seams(&self, file: FileId) -> &[Seam] {
        self.seams.get(&file).map(Vec::as_slice).unwrap_or_default()
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
    NamedText::new(source, written, hits)
}
