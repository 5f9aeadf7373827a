use super::fault::PageFault;
use super::page::PageFrame;
use super::rules::{check_page, check_pages};
use super::seen::{Seen, SeenPages};
use super::theme_files::{ThemeFiles, places_of};
use crate::diagnostic::{Diagnostics, catalogue::audit as say};
use crate::merge::{Clinic, ComposedDocument};
use crate::model::Brand;
use crate::render::FinishedFile;
use crate::source::SourceTree;
use crate::span::Span;

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
        for (page, fault) in &self.faults {
            self.report(page, fault, found);
        }
        for (page, fault) in check_pages(&self.seen, &self.brand.address("/")) {
            self.report(page, &fault, &mut found_between);
        }
        found_between
    }

    fn report(&self, page: &str, fault: &PageFault, found: &mut Diagnostics) {
        let before = found.count();
        let mut places = self.theme.places(self.template_of(page), &fault.literals);
        if places.is_empty() {
            places = fault.literals.iter().flat_map(|literal| self.written(literal)).collect();
        }
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

    /// Where something stands word for word in the texts of the brand's clinics.
    fn written(&self, literal: &str) -> Vec<Span> {
        let texts = self.clinics.iter().flat_map(|clinic| clinic.texts_on(&self.brand.id));
        let places = texts.flat_map(|text| {
            let file = text.span.file;
            let mut places = places_of(literal, file, &self.tree.file(file).text);
            places.retain(|place| place.start >= text.span.start);
            places
        });
        places.collect()
    }
}
