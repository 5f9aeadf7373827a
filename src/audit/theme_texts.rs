use std::collections::BTreeMap;

use super::needles::Needles;
use super::passage::{Kind, Passage};
use crate::source::SourceTree;
use crate::span::{FileId, Span};

/// What a theme's files say, and where.
#[derive(Debug)]
pub(super) struct ThemeTexts<'t> {
    tree: &'t SourceTree,
    templates: Vec<FileId>,
    /// The stylesheets among the files that are published as they are.
    pub stylesheets: Vec<FileId>,
    /// The needles that stand in templates and strings.
    pub named: Vec<(usize, Passage)>,
}

impl<'t> ThemeTexts<'t> {
    /// Reads a theme, given as the chain of itself and what it extends.
    pub(super) fn of(tree: &'t SourceTree, chain: &[String], needles: &Needles<'_>) -> Self {
        let templates = files(tree, chain, "templates", &["html", "xml"]);
        let strings = chain.iter().flat_map(|theme| tree.below(&format!("themes/{theme}/strings")));
        let passage = |file: FileId, kind| Passage { file, range: 0..tree.file(file).text.len(), kind };
        let passages = templates.iter().map(|file| passage(*file, Kind::Template));
        let passages = passages.chain(strings.map(|(file, _)| passage(file, Kind::Value)));
        let named = passages.flat_map(|passage| passage.hits(tree, needles)).collect();
        Self { tree, templates, stylesheets: files(tree, chain, "static", &["css"]), named }
    }

    /// Where the first of `literals` that any template has stands in the templates.
    pub(super) fn places(&self, literals: &[String]) -> Vec<Span> {
        let places = literals.iter().map(|literal| self.places_of(literal));
        places.into_iter().find(|places| !places.is_empty()).unwrap_or_default()
    }

    fn places_of(&self, literal: &str) -> Vec<Span> {
        let places = self.templates.iter().flat_map(|file| {
            let text = &self.tree.file(*file).text;
            text.match_indices(literal).map(move |(at, found)| Span::new(*file, at..at + found.len()))
        });
        places.collect()
    }
}

/// The files of a folder of a theme; of two with the same name the nearer theme's counts.
fn files(tree: &SourceTree, chain: &[String], folder: &str, endings: &[&str]) -> Vec<FileId> {
    let mut files: BTreeMap<&str, FileId> = BTreeMap::new();
    for theme in chain {
        let folder = format!("themes/{theme}/{folder}");
        for (id, file) in tree.below(&folder) {
            let name = &file.path.as_str()[folder.len() + 1..];
            if name.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending)) {
                files.entry(name).or_insert(id);
            }
        }
    }
    files.into_values().collect()
}
