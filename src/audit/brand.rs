use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::fault::Fault;
use super::leak::finding;
use super::page::Page;
use super::part::{Format, Part};
use super::passage::{self, Kind, Passage};
use super::rules::{check_page, check_pages};
use super::seen::{Seen, SeenPages};
use super::site::SiteAudit;
use crate::diagnostic::{Diagnostic, Diagnostics, Message, catalogue::audit as say};
use crate::merge::{Clinic, ComposedDocument};
use crate::model::{Brand, OutputPath};
use crate::span::Span;

/// The audit of one brand, page by page.
#[derive(Debug)]
pub struct BrandAudit<'s, 'a> {
    site: &'s SiteAudit<'a>,
    brand: &'a Brand,
    clinics: &'s [&'s Clinic<'a>],
    /// The needles that may stand on its pages.
    allowed: BTreeSet<usize>,
    /// Those that do and may not, each with the first page.
    leaks: BTreeMap<usize, String>,
    faults: Vec<(String, Fault)>,
    seen: SeenPages,
}

impl<'s, 'a> BrandAudit<'s, 'a> {
    pub(super) fn new(
        site: &'s SiteAudit<'a>,
        brand: &'a Brand,
        clinics: &'s [&'s Clinic<'a>],
        allowed: BTreeSet<usize>,
    ) -> Self {
        let (leaks, faults, seen) = (BTreeMap::new(), Vec::new(), SeenPages::new());
        Self { site, brand, clinics, allowed, leaks, faults, seen }
    }

    /// Reads a finished file: its names, and if it is a page, its shape.
    pub fn read(&mut self, path: &OutputPath, bytes: &[u8]) {
        let path = path.to_string();
        let format = match path.rsplit('.').next() {
            Some("html") => Format::Html,
            Some("json") => Format::Json,
            Some("txt") => Format::Plain,
            _ => return,
        };
        let parts = self.site.names.parts.parts(bytes, format, &self.site.names.needles);
        for hits in parts.iter().flat_map(|part| &part.hits) {
            for hit in self.site.names.needles.longest(hits, |needle| self.allowed.contains(&needle)) {
                if !self.allowed.contains(&hit.needle) {
                    self.leaks.entry(hit.needle).or_insert_with(|| path.clone());
                }
            }
        }
        if format == Format::Html {
            let page = Page { tags: parts.iter().flat_map(|part: &Arc<Part>| &part.tags).collect() };
            self.faults.extend(check_page(&page).into_iter().map(|fault| (path.clone(), fault)));
            self.seen.insert(path, Seen::of(&page));
        }
    }

    /// Says what is wrong with the pages, each at the lines that made it so.
    ///
    /// Gives back what is wrong between them: that counts only where the whole site could be read, since what a page lacks
    /// it may else lack for a fault that has been reported.
    pub fn finish(mut self, found: &mut Diagnostics) -> Diagnostics {
        self.read_notices();
        let between = check_pages(&self.seen, self.brand.domain.value.ascii());
        let mut found_between = Diagnostics::new();
        if self.leaks.is_empty() && self.faults.is_empty() && between.is_empty() {
            return found_between;
        }
        let passages: Vec<Vec<Passage>> =
            self.clinics.iter().map(|clinic| passage::of_clinic(clinic, self.site.tree)).collect();
        for (page, fault) in &self.faults {
            self.report_fault(page, fault, &passages, found);
        }
        for (page, fault) in &between {
            self.report_fault(page, fault, &passages, &mut found_between);
        }
        self.report_leaks(&passages, found);
        found_between
    }

    /// Reads the notices that are on no page today: one that leaks must not wait for its first day, since time stops no build.
    fn read_notices(&mut self) {
        for placed in self.clinics.iter().flat_map(|clinic| &clinic.notices) {
            let brands = placed.notice.brands.as_ref();
            if brands.is_some_and(|brands| brands.value.iter().all(|id| id.value != self.brand.id)) {
                continue;
            }
            for passage in passage::of_notice(placed.notice, self.site.tree) {
                let knows = |needle: usize| self.allowed.contains(&needle);
                let hits: Vec<usize> = passage
                    .hits(self.site.tree, &self.site.names.needles, knows)
                    .into_iter()
                    .map(|hit| hit.0)
                    .collect();
                let page = self.site.tree.file(passage.file).path.to_string();
                for needle in hits.into_iter().filter(|needle| !self.allowed.contains(needle)) {
                    self.leaks.entry(needle).or_insert_with(|| page.clone());
                }
            }
        }
    }

    fn report_fault(&self, page: &str, fault: &Fault, passages: &[Vec<Passage>], found: &mut Diagnostics) {
        let mut places = self.site.theme.places(self.site.tree, self.template_of(page), &fault.literals);
        if places.is_empty() {
            places = fault.literals.iter().flat_map(|literal| self.written(literal, passages)).collect();
        }
        if places.is_empty() {
            places.push(self.brand.name.span);
        }
        let finding = |place: Span| {
            let finding = fault.rule.at_span(place, fault.headline.clone()).with_label(say::on_page(page));
            finding.with_help(fault.help.clone())
        };
        for place in places {
            self.push(finding(place), found);
        }
    }

    /// The template that a page was made with, by the page's path.
    fn template_of(&self, page: &str) -> &'static str {
        let folder = page.rsplit('/').nth(1).unwrap_or_default();
        let documents = self.clinics.iter().flat_map(|clinic| &clinic.documents);
        let is_document = |composed: &ComposedDocument<'_>| {
            self.brand
                .languages
                .iter()
                .any(|language| composed.document.path.get().in_language(language) == Some(folder))
        };
        if page.ends_with("/404.html") {
            "404.html"
        } else if documents.into_iter().any(is_document) {
            "document.html"
        } else {
            "front.html"
        }
    }

    /// Where something stands word for word in the texts of the brand's clinics.
    fn written(&self, literal: &str, passages: &[Vec<Passage>]) -> Vec<Span> {
        let texts = passages.iter().flatten().filter(|passage| passage.kind == Kind::Text);
        let places = texts.flat_map(|passage| {
            let text = self.site.tree.file(passage.file).text.get(passage.range.clone()).unwrap_or_default();
            let start = passage.range.start;
            text.match_indices(literal)
                .map(move |(at, found)| Span::new(passage.file, start + at..start + at + found.len()))
        });
        places.collect()
    }

    fn report_leaks(&self, passages: &[Vec<Passage>], found: &mut Diagnostics) {
        let needles = &self.site.names.needles;
        let knows = |needle: usize| self.allowed.contains(&needle);
        let mut explained: BTreeSet<usize> = BTreeSet::new();
        let mut report = |needle: usize, place: Span, kind: Kind, found: &mut Diagnostics| {
            let Some(page) = self.leaks.get(&needle) else { return };
            explained.insert(needle);
            found.push(finding(&needles.list[needle], place, kind).with_label(where_seen(page)));
        };
        for (clinic, passages) in self.clinics.iter().zip(passages).filter(|_| !self.leaks.is_empty()) {
            let before = found.count();
            for (needle, place) in
                passages.iter().flat_map(|passage| passage.hits(self.site.tree, needles, knows))
            {
                report(needle, place.span(), place.kind, found);
            }
            found.found_in_clinic(before, clinic.id.as_str());
        }
        let before = found.count();
        for (needle, place) in &self.site.theme.named {
            report(*needle, place.span(), place.kind, found);
        }
        let name = passage::value("name", self.brand.name.span, self.site.tree);
        for (needle, place) in name.hits(self.site.tree, needles, knows) {
            report(needle, place.span(), place.kind, found);
        }
        let unexplained: Vec<usize> =
            self.leaks.keys().copied().filter(|leak| !explained.contains(leak)).collect();
        for needle in unexplained {
            let finding = finding(&needles.list[needle], self.brand.name.span, Kind::Value);
            found.push(finding.with_label(where_seen(&self.leaks[&needle])));
        }
        self.of_all_clinics(before, found);
    }

    fn push(&self, finding: Diagnostic, found: &mut Diagnostics) {
        let before = found.count();
        found.push(finding);
        self.of_all_clinics(before, found);
    }

    fn of_all_clinics(&self, before: usize, found: &mut Diagnostics) {
        for clinic in self.clinics {
            found.found_in_clinic(before, clinic.id.as_str());
        }
    }
}

fn where_seen(path: &str) -> Message {
    if path.rsplit('.').next() == Some("html") { say::on_page(path) } else { say::in_file(path) }
}
