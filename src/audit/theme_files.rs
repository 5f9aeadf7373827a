use std::collections::{BTreeMap, BTreeSet};

use super::rules::check_stylesheet;
use crate::diagnostic::Diagnostics;
use crate::source::SourceTree;
use crate::span::{FileId, Span};

/// The files of a theme that pages are made with.
#[derive(Debug)]
pub struct ThemeFiles<'t> {
    tree: &'t SourceTree,
    /// The templates, by what pages and other templates call them.
    templates: BTreeMap<&'t str, FileId>,
    /// The stylesheets among the files that are published as they are.
    stylesheets: Vec<FileId>,
}

impl<'t> ThemeFiles<'t> {
    /// The files of a theme, given as the chain of itself and what it extends.
    #[must_use]
    pub fn of(tree: &'t SourceTree, chain: &[String]) -> Self {
        let templates = files(tree, chain, "templates", &["html", "xml"]);
        let stylesheets = files(tree, chain, "static", &["css"]).into_values().collect();
        Self { tree, templates, stylesheets }
    }

    /// Looks through the stylesheets.
    pub fn check(&self, found: &mut Diagnostics) {
        for file in &self.stylesheets {
            check_stylesheet(*file, &self.tree.file(*file).text, found);
        }
    }

    /// All templates.
    pub(super) fn templates(&self) -> BTreeSet<FileId> {
        self.templates.values().copied().collect()
    }

    /// The templates that a page is made with which `template` makes; none if there is no such template.
    pub(super) fn used_by(&self, template: &str) -> BTreeSet<FileId> {
        self.templates.get(template).map(|file| self.with_used(*file)).unwrap_or_default()
    }

    /// A template, and those that it names in quotation marks, and so on.
    fn with_used(&self, file: FileId) -> BTreeSet<FileId> {
        let (mut used, mut next) = (BTreeSet::from([file]), vec![file]);
        while let Some(file) = next.pop() {
            let text = &self.tree.file(file).text;
            for (name, named) in &self.templates {
                let is_named = ['"', '\''].iter().any(|mark| text.contains(&format!("{mark}{name}{mark}")));
                if is_named && used.insert(*named) {
                    next.push(*named);
                }
            }
        }
        used
    }
}

/// Where something stands word for word in a file.
pub(super) fn places_of(literal: &str, file: FileId, text: &str) -> Vec<Span> {
    text.match_indices(literal).map(|(at, found)| Span::new(file, at..at + found.len())).collect()
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
