use std::collections::{BTreeMap, BTreeSet};

use super::fault::PageFault;
use super::literal_places::LiteralPlaces;
use super::page::PageFrame;
use super::rules::{check_page, check_pages};
use super::seen::{Seen, SeenPages};
use super::theme_files::ThemeFiles;
use crate::diagnostic::{Diagnostics, Message, catalogue::audit as say};
use crate::merge::{Clinic, ComposedDocument};
use crate::model::Brand;
use crate::render::FinishedFile;
use crate::source::SourceTree;
use crate::span::{FileId, Span};

/// The audit of one brand, page by page.
#[derive(Debug)]
pub struct BrandAudit<'s, 'a> {
    theme: &'s ThemeFiles<'s>,
    tree: &'s SourceTree,
    brand: &'a Brand,
    clinics: &'s [&'s Clinic<'a>],
    faults: Vec<(String, PageFault)>,
    seen: SeenPages,
}

impl<'s, 'a> BrandAudit<'s, 'a> {
    /// The audit of a brand, before its first page.
    #[must_use]
    pub fn new(
        theme: &'s ThemeFiles<'s>,
        tree: &'s SourceTree,
        brand: &'a Brand,
        clinics: &'s [&'s Clinic<'a>],
    ) -> Self {
        Self { theme, tree, brand, clinics, faults: Vec::new(), seen: SeenPages::new() }
    }

    /// Reads a finished file; if it is a page, its shape.
    pub fn read(&mut self, file: &FinishedFile<'_>) {
        let path = file.path.to_string();
        if !file.is_of_others && path.rsplit('.').next() == Some("html") {
            let frame = PageFrame::of(file.bytes, file.texts);
            let page = frame.tags();
            self.faults.extend(check_page(&page).into_iter().map(|fault| (path.clone(), fault)));
            self.seen.insert(path, Seen::of(&page));
        }
    }

    /// Says what is wrong with the pages, each at the lines that made it so.
    ///
    /// Gives back what is wrong between them: that counts only if the whole site could be read, since what a
    /// page lacks it may lack because of a fault that has been reported.
    pub fn finish(self, found: &mut Diagnostics) -> Diagnostics {
        let mut found_between = Diagnostics::new();
        let between = check_pages(&self.seen, &self.brand.address("/"));
        let of_pages = self.faults.iter().map(|(page, fault)| (page.as_str(), fault));
        let all: Vec<(&str, &PageFault)> =
            of_pages.clone().chain(between.iter().map(|(page, fault)| (*page, fault))).collect();
        let mut sources = Sources::of(&self, &all);
        for (page, fault) in of_pages {
            self.report(page, fault, &mut sources, found);
        }
        for (page, fault) in &between {
            self.report(page, fault, &mut sources, &mut found_between);
        }
        found_between
    }

    fn report<'f>(
        &self,
        page: &str,
        fault: &'f PageFault,
        sources: &mut Sources<'f>,
        found: &mut Diagnostics,
    ) {
        let template = self.template_of(page);
        // Every page that a template makes may have the fault, and has it at the same places.
        if !sources.told.insert((template, fault.rule.name, &fault.headline, fault.literals.as_slice())) {
            return;
        }
        let before = found.count();
        let mut places = sources.places(template, fault);
        if places.is_empty() {
            places.push(self.brand.name.span);
        }
        for place in places {
            let finding = fault.rule.at_span(place, fault.headline.clone()).with_label(say::on_page(page));
            found.push(finding.with_help(fault.help.clone()));
        }
        self.clinics.iter().for_each(|clinic| found.found_in_clinic(before, clinic.id.as_str()));
    }

    /// The template that a page was made with, by the page's path.
    fn template_of(&self, page: &str) -> &'static str {
        let folder = page.rsplit('/').nth(1).unwrap_or_default();
        let mut documents = self.clinics.iter().flat_map(|clinic| &clinic.documents);
        let is_document = |composed: &ComposedDocument<'_>| {
            let path = composed.document.path.get();
            self.brand.languages.iter().any(|language| path.in_language(language) == Some(folder))
        };
        if page.ends_with("/404.html") {
            "404.html"
        } else if documents.any(is_document) {
            "document.html"
        } else {
            "front.html"
        }
    }
}

/// What the pages of a brand were made of, for telling where their faults were written.
struct Sources<'f> {
    literals: LiteralPlaces<'f>,
    /// All templates, and what each page's template uses.
    templates: BTreeSet<FileId>,
    used: BTreeMap<&'static str, BTreeSet<FileId>>,
    /// The texts of the brand's clinics, by their files, with where each begins.
    texts: BTreeMap<FileId, u32>,
    /// The faults that have been told.
    told: BTreeSet<(&'static str, &'static str, &'f Message, &'f [String])>,
    /// What else their lines may hold, if that has been told.
    guessed: BTreeSet<(&'static str, &'f str)>,
}

impl<'f> Sources<'f> {
    /// What the pages with these faults were made of.
    fn of(audit: &BrandAudit<'_, '_>, faults: &[(&str, &'f PageFault)]) -> Self {
        let (mut used, mut texts, templates) = (BTreeMap::new(), BTreeMap::new(), audit.theme.templates());
        if !faults.is_empty() {
            let of_clinics = audit.clinics.iter().flat_map(|clinic| clinic.texts_on(&audit.brand.id));
            texts.extend(of_clinics.map(|text| (text.span.file, text.span.start)));
        }
        for (page, _) in faults {
            let template = audit.template_of(page);
            used.entry(template).or_insert_with(|| audit.theme.used_by(template));
        }
        let literals = faults.iter().flat_map(|(_, fault)| fault.literals.iter().map(String::as_str));
        let files: BTreeSet<FileId> = templates.iter().chain(texts.keys()).copied().collect();
        let literals = LiteralPlaces::of(literals, files.into_iter(), audit.tree);
        Self { literals, templates, used, texts, told: BTreeSet::new(), guessed: BTreeSet::new() }
    }

    /// Where the first of a fault's literals stands that any template has: in those that the page's own uses,
    /// else in any; else where all of them stand in the texts.
    fn places(&mut self, template: &str, fault: &'f PageFault) -> Vec<Span> {
        let used = self.used.get(template).into_iter();
        let places = used.chain([&self.templates]).find_map(|files| {
            fault.literals.iter().enumerate().find_map(|(index, literal)| {
                let places = self.literals.within(literal, |place| files.contains(&place.file));
                (!places.is_empty()).then_some((index, places))
            })
        });
        let Some((index, mut places)) = places else {
            let is_text =
                |place: &Span| self.texts.get(&place.file).is_some_and(|start| place.start >= *start);
            let of_literal = |literal: &String| self.literals.within(literal, is_text);
            return fault.literals.iter().flat_map(of_literal).collect();
        };
        // Many faults may be guessed to stand where a literal does: all places are told once, and then one.
        if index > 0 && !self.guessed.insert((fault.rule.name, &fault.literals[index])) {
            places.truncate(1);
        }
        places
    }
}
