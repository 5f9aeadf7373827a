//! The pages of a brand's clinics, one subject at a time.

use std::collections::BTreeSet;

use super::address::PagePath;
use super::answers::{rights, statement_links};
use super::json_ld::data_block;
use super::output::{Output, versions};
use super::pages::{About, Frame, Head, address, original};
use super::placeholder::Facts;

use super::site_map::{PageSubject, SiteMap, language_folder};
use super::statement::{ShownTexts, StatementTexts};
use crate::diagnostic::Diagnostics;
use crate::merge::{Clinic, ComposedDocument};
use crate::model::{Language, TableKind};
use crate::theme::view::{
    ClinicChoice, ClinicData, DocumentPage, DocumentView, FrontPage, FrontView, NotFoundPage, Ready,
    SectionView, StatementLinks, TermView,
};

/// The root of a brand that publishes several clinics: a list of them.
pub(super) fn render_list(
    frame: &Frame<'_, '_>,
    subjects: &[PageSubject<'_, '_>],
    out: &mut Output<'_, '_>,
    found: &mut Diagnostics,
) {
    let brand = frame.input.brand;
    let root = |language: &Language| PagePath::new(language_folder(brand, language));
    let path = root(frame.language);
    let clinics = subjects.iter().map(|subject| {
        let map = site_map(frame, subject);
        let front = map.front();
        let texts = StatementTexts {
            facts: &facts_of(frame, subject),
            map,
            page: &front,
            chain: frame.chain,
            strings: frame.strings,
            terms: &[],
        };
        ClinicChoice {
            id: subject.first().id.to_string(),
            title: frame.shown_name(subject.first()),
            href: path.link_to(&front),
            notices: texts.notice_titles("front", frame.input.date),
        }
    });
    let name = frame.shown_brand_name();
    let description = frame.strings.say_with("list_description", &[("name", &name)]);
    let head = Head { description, ..front_head(frame, &name) };
    let clinics = clinics.collect();
    let versions = versions(frame.input, root);
    let page = frame.page(&path, head, &versions, None);
    let view = FrontPage {
        page,
        front: FrontView { clinics, data: None, links: StatementLinks::default(), rights: Vec::new() },
    };
    if frame.input.brand.languages.first() == Some(frame.language) {
        out.pages.push(versions);
    }
    out.render(&path, "front.html", &view, &[], found);
}

/// What the pages of a subject tell, in one language.
pub(super) struct Told {
    /// The facts.
    pub data: Ready<ClinicData>,
    /// The abbreviations that its texts may use: those that mean the same for all its clinics.
    pub terms: Vec<TermView>,
    /// Those that its hours and dates use.
    pub terms_of_hours: Vec<TermView>,
}

impl Told {
    /// The abbreviations with these ids.
    fn used(&self, ids: &BTreeSet<String>) -> Vec<TermView> {
        // What only one clinic's hours use may mean the same for all of them.
        let is_told = |term: &TermView| self.terms.iter().any(|all| all.id == term.id);
        let of_hours = self.terms_of_hours.iter().filter(|term| !is_told(term));
        self.terms.iter().chain(of_hours).filter(|term| ids.contains(&term.id)).cloned().collect()
    }
}

/// The pages of a clinic, or of a shared statement, in one language.
pub(super) fn render_subject<'a>(
    frame: &Frame<'_, 'a>,
    subject: &PageSubject<'_, 'a>,
    told: &Told,
    out: &mut Output<'_, '_>,
    found: &mut Diagnostics,
) {
    let input = frame.input;
    let map = site_map(frame, subject);
    let facts = facts_of(frame, subject);
    let is_main = input.brand.languages.first() == Some(frame.language);
    // The brand's name is what the visitor came to; a clinic's own only if the brand has several.
    let shown_name = if input.clinics.len() > 1 && !subject.is_shared() {
        frame.shown_name(subject.first())
    } else {
        frame.shown_brand_name()
    };
    // Search engines are shown the original of a page, so the sitemap leaves its copies out.
    let is_original = |language: &Language, composed: Option<&ComposedDocument<'a>>| {
        original(subject, map.in_language(language), composed).is_none()
    };

    let path = map.front();
    let all = versions(input, |language| map.in_language(language).front());
    let head = front_head(frame, &shown_name);
    let texts = StatementTexts {
        facts: &facts,
        map,
        page: &path,
        chain: frame.chain,
        strings: frame.strings,
        terms: &told.terms,
    };
    let mut shown = ShownTexts::default();
    let notices = texts.notices("front", input.date, &mut shown, found);
    let about =
        About { map, is_shared: subject.is_shared(), canonical: original(subject, map, None), notices };
    let page = frame.page(&path, head, &all, Some(about));
    let front = FrontView {
        clinics: Vec::new(),
        data: Some(told.data.clone()),
        links: statement_links(map, &path),
        rights: rights(map, &path, frame.strings),
    };
    if is_main {
        out.pages.push(all.into_iter().filter(|(language, _)| is_original(language, None)).collect());
    }
    out.render(&path, "front.html", &FrontPage { page, front }, &shown.texts, found);

    let url = original(subject, map, None).unwrap_or_else(|| address(input.brand, &path));
    let clinics: Vec<_> = subject.clinics.iter().map(|clinic| (*clinic, url.clone())).collect();
    for composed in &subject.first().documents {
        let path = map.document(composed);
        let all = versions(input, |language| map.in_language(language).document(composed));
        let texts = StatementTexts { page: &path, ..texts };
        let (title, summary) = (frame.shown_title(composed), frame.shown_summary(composed));
        let head = Head {
            title: frame.strings.fill("page_title", &[("title", &title), ("name", &shown_name)]),
            heading: title.clone(),
            description: summary.clone(),
        };
        let mut shown = ShownTexts::default();
        let notices = texts.notices(composed.document.id.as_str(), input.date, &mut shown, found);
        let canonical = original(subject, map, Some(composed));
        let about = About { map, is_shared: subject.is_shared(), canonical, notices };
        let page = frame.page(&path, head, &all, Some(about));
        let sections = texts.sections(composed, &mut shown, found);
        if shows(&sections, TableKind::Hours) {
            shown.terms.extend(told.terms_of_hours.iter().map(|term| term.id.clone()));
        }
        let shows_rights = shows(&sections, TableKind::Rights);
        let document = DocumentView {
            id: composed.document.id.to_string(),
            title,
            summary,
            shared: subject.is_shared(),
            rights: if shows_rights { rights(map, &path, frame.strings) } else { Vec::new() },
            complaint: shows_rights.then(|| statement_links(map, &path).complaint).flatten(),
            hours_data: shows(&sections, TableKind::Hours).then(|| data_block(&clinics, frame)),
            terms: told.used(&shown.terms),
            sections,
        };
        if is_main {
            out.pages.push(
                all.into_iter().filter(|(language, _)| is_original(language, Some(composed))).collect(),
            );
        }
        let view = DocumentPage { page, document, data: told.data.clone() };
        out.render(&path, "document.html", &view, &shown.texts, found);
    }
}

/// Where the links of a subject's pages lead.
fn site_map<'s, 'a>(frame: &'s Frame<'_, 'a>, subject: &'s PageSubject<'_, 'a>) -> SiteMap<'s, 'a> {
    let input = frame.input;
    SiteMap {
        brand: input.brand,
        brands: input.brands,
        config: input.config,
        clinic: subject.first(),
        language: frame.language,
    }
}

/// What placeholders are looked up in, for each clinic of a subject.
fn facts_of<'s, 'a>(frame: &'s Frame<'_, 'a>, subject: &'s PageSubject<'_, 'a>) -> Vec<Facts<'s, 'a>> {
    let Frame { input, chain, strings, .. } = frame;
    let facts =
        |clinic: &&'s Clinic<'a>| Facts { clinic, brand: input.brand, chain, strings, roles: input.roles };
    subject.clinics.iter().map(facts).collect()
}

/// What a front page says first.
fn front_head(frame: &Frame<'_, '_>, name: &str) -> Head {
    let title = frame.strings.say_with("front_title", &[("name", name)]);
    let description = frame.strings.say_with("front_description", &[("name", name)]);
    Head { heading: title.clone(), title, description }
}

/// Whether any section of a document shows a table.
fn shows(sections: &[SectionView], table: TableKind) -> bool {
    sections.iter().any(|section| section.table.as_deref() == Some(table.word()))
}

/// `404.html` stands in for any path below its language's folder, so its links start at the root.
pub(super) fn render_not_found(frame: &Frame<'_, '_>, out: &mut Output<'_, '_>, found: &mut Diagnostics) {
    let path = PagePath::new([]);
    let base = frame.input.brand.base.as_str();
    let folder = PagePath::new(language_folder(frame.input.brand, frame.language)).absolute();
    let (root, home) = (format!("{base}/"), format!("{base}{folder}"));
    let title = frame.strings.say("not_found_title");
    let head = Head {
        title: frame.strings.fill("page_title", &[("title", &title), ("name", &frame.brand_name())]),
        heading: title,
        description: frame.strings.say("not_found_description"),
    };
    let all = versions(frame.input, |language| PagePath::new(language_folder(frame.input.brand, language)));
    let mut page = frame.page(&path, head, &all, None);
    page.root.clone_from(&root);
    page.home.clone_from(&home);
    page.front.clone_from(&home);
    page.stylesheet = format!("{root}{}", frame.assets.stylesheet.path);
    page.logo = frame.assets.logo(&root);
    page.icons = frame.assets.icons(&root);
    page.noindex = true;
    // It has no address of its own that another page could stand in for.
    page.canonical = String::new();
    page.address = String::new();
    page.is_original = false;
    for (alternate, (_, path)) in page.alternates.iter_mut().zip(&all) {
        alternate.href = format!("{base}{}", path.absolute());
    }
    out.render_not_found(&folder, &NotFoundPage { page }, found);
}
