use std::collections::BTreeMap;

use super::text_places::{TextPlace, text_places};
use crate::diagnostic::Diagnostics;
use crate::merge::{Clinic, WrittenKind, written};
use crate::model::{Brand, Node, NodeKind};
use crate::parse::parse_theme_file;
use crate::render::fill::escape;
use crate::source::SourceTree;
use crate::span::{FileId, Span};
use crate::theme::MarkPlace;
use crate::theme::strings_of;

/// What stands where in the files that a brand's pages are made of.
#[derive(Debug)]
pub struct Places<'t> {
    tree: &'t SourceTree,
    /// The values of tables and of themes, by where they begin.
    values: BTreeMap<(FileId, u32), WrittenValue>,
    /// The clauses and notices, by their files.
    texts: BTreeMap<FileId, TextPlace>,
    /// The files that values stand in, read once more for what is within a value.
    files: BTreeMap<FileId, Node>,
    /// The attributes that have been asked for: a page shows most values more than once.
    attributes: BTreeMap<MarkPlace, String>,
}

/// A value that is written somewhere.
#[derive(Debug)]
struct WrittenValue {
    /// The byte after its last.
    end: u32,
    /// Its key, as `felles trace` has it.
    key: String,
    /// Where the values stand that it replaced, the widest layer's first.
    replaced: Vec<Span>,
}

impl<'t> Places<'t> {
    /// The places of a brand's clinics, and of the texts of a theme,
    /// which is given with those that it extends, itself first.
    #[must_use]
    pub fn of(tree: &'t SourceTree, brand: &Brand, clinics: &[&Clinic<'_>], theme: &[String]) -> Self {
        let mut places = Self {
            tree,
            values: BTreeMap::new(),
            texts: text_places(clinics),
            files: BTreeMap::new(),
            attributes: BTreeMap::new(),
        };
        places.add(brand.name.span, "brand.name", Vec::new());
        places.add(brand.domain.span, "brand.domain", Vec::new());
        for written in clinics.iter().flat_map(|clinic| written(clinic)) {
            let WrittenKind::Field { origin, replaced } = written.kind else { continue };
            places.add(origin.span, &written.key, replaced.iter().map(|origin| origin.span).collect());
            if let (Some(row), Some((key, _))) = (written.row, written.key.rsplit_once('.')) {
                places.add(row, key, Vec::new());
            }
        }
        let files: Vec<FileId> = places.values.keys().map(|(file, _)| *file).collect();
        for file in files {
            let source = tree.file(file);
            places
                .files
                .entry(file)
                .or_insert_with(|| parse_theme_file(file, source, &mut Diagnostics::new()));
        }
        places.add_theme(theme);
        places
    }

    /// Of two clinics that have the same value, the one where it replaced more says more.
    fn add(&mut self, span: Span, key: &str, replaced: Vec<Span>) {
        let value = WrittenValue { end: span.end, key: key.to_owned(), replaced };
        let known = self.values.get(&(span.file, span.start));
        if known.is_none_or(|known| known.replaced.len() < value.replaced.len()) {
            self.values.insert((span.file, span.start), value);
        }
    }

    fn add_theme(&mut self, theme: &[String]) {
        let mut below: BTreeMap<(String, String), Vec<Span>> = BTreeMap::new();
        for id in theme.iter().rev() {
            let folder = format!("themes/{id}/strings");
            for (file, source) in self.tree.below(&folder) {
                let name = source.path.as_str()[folder.len()..].to_owned();
                for key in strings_of(file, source) {
                    let replaced = below.entry((name.clone(), key.value.clone())).or_default();
                    self.add(key.span, &key.value, replaced.clone());
                    replaced.push(key.span);
                }
            }
        }
    }

    /// The attributes of an element that shows what is written at `place`.
    pub(super) fn attributes(&mut self, place: &MarkPlace) -> &str {
        if !self.attributes.contains_key(place) {
            let written = self.written_attributes(place);
            self.attributes.insert(place.clone(), written);
        }
        &self.attributes[place]
    }

    fn written_attributes(&self, place: &MarkPlace) -> String {
        let start = self.inner(place);
        let (key, replaced) = self.said(place.file, place.start);
        let path = self.tree.file(place.file).path.as_str();
        let mut attributes = format!(
            " data-felles-from=\"{}\" data-felles-layer=\"{}\"",
            escape(&self.position(place.file, start)),
            escape(&layer(path)),
        );
        if let Some(key) = key {
            attributes.push_str(&format!(" data-felles-what=\"{}\"", escape(key)));
        }
        if !replaced.is_empty() {
            let positions: Vec<String> =
                replaced.iter().map(|span| self.position(span.file, span.start)).collect();
            attributes.push_str(&format!(" data-felles-replaced=\"{}\"", escape(&positions.join(" "))));
        }
        attributes
    }

    fn position(&self, file: FileId, start: u32) -> String {
        let source = self.tree.file(file);
        let (line, column) = source.line_and_column(start);
        format!("{}:{line}:{column}", source.path)
    }

    /// Where the text begins that the keys within a value lead to: that of one language, mostly.
    fn inner(&self, place: &MarkPlace) -> u32 {
        let Some(root) = self.files.get(&place.file) else { return place.start };
        let Some(mut node) = find(root, place.start) else { return place.start };
        for key in &place.within {
            let NodeKind::Table(entries) = &node.kind else { break };
            let Some(entry) = entries.iter().find(|entry| entry.key.value == *key) else { break };
            node = &entry.value;
        }
        node.span.start
    }

    /// The key of what stands at a place, and what it replaced.
    fn said(&self, file: FileId, start: u32) -> (Option<&str>, &[Span]) {
        if let Some(text) = self.texts.get(&file) {
            return (Some(&text.key), &text.replaced);
        }
        let before = self.values.range((file, 0)..=(file, start)).rev();
        // An entry of a list stands within the list, and a part of a value written with dots behind its
        // beginning.
        let mut around = before.clone().filter(|((_, begin), value)| *begin == start || start < value.end);
        let value = around.next().or_else(|| before.clone().next());
        value.map_or((None, &[]), |(_, value)| (Some(value.key.as_str()), value.replaced.as_slice()))
    }
}

/// The node that begins at `start`; of two, the outer one.
fn find(node: &Node, start: u32) -> Option<&Node> {
    let inner: Box<dyn Iterator<Item = &Node>> = match &node.kind {
        NodeKind::Table(entries) => Box::new(entries.iter().map(|entry| &entry.value)),
        NodeKind::List(nodes) => Box::new(nodes.iter()),
        _ => return None,
    };
    let mut inner = inner.collect::<Vec<_>>().into_iter();
    let here = inner.clone().find(|node| node.span.start == start);
    here.or_else(|| inner.find_map(|node| find(node, start)))
}

/// The layer whose file it is, as `felles trace` names it;
/// beside the layers of the content there are brands, themes and the site itself.
fn layer(path: &str) -> String {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["content", "group", ..] => "group".to_owned(),
        ["content", "profiles", id, ..] => format!("profile {id}"),
        ["content", "clinics", id, ..] => format!("clinic {id}"),
        ["content", "brands", ..] => "brand".to_owned(),
        ["themes", ..] => "theme".to_owned(),
        _ => "site".to_owned(),
    }
}
