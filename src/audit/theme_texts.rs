use std::collections::{BTreeMap, BTreeSet};

use super::needles::Needles;
use super::passage::{Kind, Passage};
use crate::source::SourceTree;
use crate::span::{FileId, Span};

/// What a theme's files say, and where.
#[derive(Debug)]
pub(super) struct ThemeTexts {
    /// The templates that each template uses, itself among them, by what they name.
    used: BTreeMap<String, BTreeSet<FileId>>,
    templates: BTreeSet<FileId>,
    /// The stylesheets among the files that are published as they are.
    pub stylesheets: Vec<FileId>,
    /// The needles that stand in templates and strings.
    pub named: Vec<(usize, Passage)>,
}

impl ThemeTexts {
    /// Reads a theme, given as the chain of itself and what it extends.
    pub(super) fn of(tree: &SourceTree, chain: &[String], needles: &Needles) -> Self {
        let templates = files(tree, chain, "templates", &["html", "xml"]);
        let strings = chain.iter().flat_map(|theme| tree.below(&format!("themes/{theme}/strings")));
        let passage = |file: FileId, kind| Passage { file, range: 0..tree.file(file).text.len(), kind };
        let passages = templates.values().map(|file| passage(*file, Kind::Template));
        let passages = passages.chain(strings.map(|(file, _)| passage(file, Kind::Value)));
        let named = passages.flat_map(|passage| passage.hits(tree, needles, |_| false)).collect();
        let stylesheets = files(tree, chain, "static", &["css"]).into_values().collect();
        let used =
            templates.iter().map(|(name, file)| ((*name).to_owned(), with_used(*file, tree, &templates)));
        Self { used: used.collect(), templates: templates.into_values().collect(), stylesheets, named }
    }

    /// Where the first of `literals` that any template has stands: in those that the page's own uses, else in any.
    pub(super) fn places(&self, tree: &SourceTree, template: &str, literals: &[String]) -> Vec<Span> {
        let places = self
            .used
            .get(template)
            .into_iter()
            .chain([&self.templates])
            .flat_map(|files| literals.iter().map(|literal| places_of(literal, files, tree)));
        places.into_iter().find(|places| !places.is_empty()).unwrap_or_default()
    }
}

fn places_of(literal: &str, files: &BTreeSet<FileId>, tree: &SourceTree) -> Vec<Span> {
    let places = files.iter().flat_map(|file| {
        let text = &tree.file(*file).text;
        text.match_indices(literal).map(move |(at, found)| Span::new(*file, at..at + found.len()))
    });
    places.collect()
}

/// A template, and those that it names in quotation marks, and so on.
fn with_used(file: FileId, tree: &SourceTree, templates: &BTreeMap<&str, FileId>) -> BTreeSet<FileId> {
    let (mut used, mut next) = (BTreeSet::from([file]), vec![file]);
    while let Some(file) = next.pop() {
        let text = &tree.file(file).text;
        for (name, named) in templates {
            let is_named = ['"', '\''].iter().any(|mark| text.contains(&format!("{mark}{name}{mark}")));
            if is_named && used.insert(*named) {
                next.push(*named);
            }
        }
    }
    used
}

/// The files of a folder of a theme; of two with the same name the nearer theme's counts.
fn files<'t>(
    tree: &'t SourceTree,
    chain: &[String],
    folder: &str,
    endings: &[&str],
) -> BTreeMap<&'t str, FileId> {
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
    files
}
