use jiff::civil::Date;
use serde::Serialize;

use super::address::PagePath;
use super::facts::clinic_data;
use super::pages::{About, Frame, Head, Versions, original};
use super::placeholder::Facts;
use super::privacy_json::{SCHEMA_FILE, StatementFacts, privacy_json};
use super::robots;
use super::shared;
use super::site_map::{SiteMap, Subject, language_folder};
use super::statement::{Texts, statement_links};
use super::strings::Strings;
use super::theme::Theme;
use super::view::{
    ClinicData, DocumentPage, DocumentView, FrontPage, FrontView, NavigationItem, NotFoundPage, Ready,
    StatementLinks,
};
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::render as say};
use crate::merge::{Clinic, ComposedDocument};
use crate::model::{Brand, Id, Language, OutputPath, SiteConfig};

/// Everything that a brand's pages are made of.
#[derive(Debug, Clone, Copy)]
pub struct BrandInput<'b, 'a> {
    /// The brand.
    pub brand: &'a Brand,
    /// The clinics that it publishes, in its own order; never empty.
    pub clinics: &'b [&'b Clinic<'a>],
    /// The site.
    pub config: &'a SiteConfig,
    /// All brands, since the original of a page may be on another.
    pub brands: &'a std::collections::BTreeMap<Id, Brand>,
    /// The theme.
    pub theme: &'b Theme,
    /// The schema of `privacy.json`, the same for every brand.
    pub schema: &'b [u8],
    /// The contact roles that any clinic of the site has.
    pub roles: &'b [&'b str],
    /// The build date.
    pub date: Date,
}

/// Renders all files of a brand, handing each to `accept` as soon as it is made.
pub fn render_brand(
    input: &BrandInput<'_, '_>,
    accept: &mut dyn FnMut(&OutputPath, &[u8]),
    found: &mut Diagnostics,
) {
    let subjects = Subject::of(input.brand, input.clinics);
    let mut out = Output { input, accept, pages: Vec::new(), taken: Vec::new() };
    let stylesheet = input.theme.stylesheet(input.brand);
    let mut facts = Vec::new();
    for language in &input.brand.languages {
        let chain = input.config.chain(language);
        let words: Vec<&Strings> = chain.iter().map(|language| input.theme.strings(language)).collect();
        let frame = Frame { input, language, strings: words[0], chain: &chain, stylesheet: &stylesheet.path };
        let is_main = input.brand.languages.first() == Some(language);
        if subjects.len() > 1 {
            render_list(&frame, &subjects, &mut out, found);
        }
        for subject in &subjects {
            let each = subject
                .clinics
                .iter()
                .map(|clinic| (frame.text(clinic.settings.name.get()), clinic_data(clinic, &words)));
            let data = shared::join(subject, each.collect(), input.brand, found);
            render_subject(&frame, subject, &Ready::new(&data), &mut out, found);
            facts.push(StatementFacts { lang: language.to_string(), clinics: names(subject, &frame), data });
        }
        if is_main {
            render_not_found(&frame, &mut out, found);
        }
    }
    let pages = std::mem::take(&mut out.pages);
    out.write("sitemap.xml", robots::sitemap(input.brand, &pages).as_bytes());
    out.write("robots.txt", robots::robots(input.brand).as_bytes());
    if let Some(text) =
        robots::security_txt(input.brand, input.clinics, input.config.security_txt_expires.value)
    {
        out.write(".well-known/security.txt", text.as_bytes());
    }
    for asset in input.theme.assets.iter().chain([&*stylesheet]) {
        out.write(&asset.path, &asset.bytes);
    }
    let main = &input.brand.languages[0];
    let chain = input.config.chain(main);
    let frame = Frame {
        input,
        language: main,
        strings: input.theme.strings(main),
        chain: &chain,
        stylesheet: &stylesheet.path,
    };
    out.write("privacy.json", &privacy_json(frame.brand_view(), input.config.example, facts));
    out.write(SCHEMA_FILE, input.schema);
}

/// Where finished files go, and which there are.
struct Output<'o, 'a> {
    input: &'o BrandInput<'o, 'a>,
    accept: &'o mut dyn FnMut(&OutputPath, &[u8]),
    /// The pages for the sitemap, each once, in all languages.
    pages: Vec<Versions>,
    /// The paths that are written.
    taken: Vec<PagePath>,
}

impl Output<'_, '_> {
    fn write(&mut self, path: &str, bytes: &[u8]) {
        let path = OutputPath::parse(&format!("{}/{path}", self.input.brand.id));
        (self.accept)(&path.expect("ids, folder names and asset names make an output path"), bytes);
    }

    fn render(&mut self, path: &PagePath, template: &str, view: &impl Serialize, found: &mut Diagnostics) {
        if self.taken.contains(path) {
            found.push(Diagnostic::error(
                "two-pages-at-one-address",
                self.input.brand.span,
                say::two_pages_at(&path.absolute()),
            ));
            return;
        }
        self.taken.push(path.clone());
        let Some(templates) = &self.input.theme.templates else { return };
        match templates.render(template, view) {
            Ok(html) => {
                let file = path.file(&self.input.brand.id).expect("ids and folder names make an output path");
                (self.accept)(&file, &html);
            }
            Err(error) => found.push(error),
        }
    }
}

/// The page in all languages of the brand; `path_in` says where it is in one.
fn versions(input: &BrandInput<'_, '_>, path_in: impl Fn(&Language) -> PagePath) -> Versions {
    input.brand.languages.iter().map(|language| (language.clone(), path_in(language))).collect()
}

/// The root of a brand that publishes several clinics: a list of them.
fn render_list(
    frame: &Frame<'_, '_>,
    subjects: &[Subject<'_, '_>],
    out: &mut Output<'_, '_>,
    found: &mut Diagnostics,
) {
    let brand = frame.input.brand;
    let root = |language: &Language| PagePath::new(language_folder(brand, language));
    let path = root(frame.language);
    let clinics = subjects.iter().map(|subject| {
        let map = SiteMap {
            brand,
            brands: frame.input.brands,
            config: frame.input.config,
            clinic: subject.first(),
            language: frame.language,
        };
        let title = frame.text(subject.first().settings.name.get());
        NavigationItem {
            id: subject.first().id.to_string(),
            title,
            summary: String::new(),
            href: path.link_to(&map.front()),
            current: false,
        }
    });
    let name = frame.brand_name();
    let head = Head {
        heading: frame.strings.fill("front_title", &[("name", &name)]),
        title: frame.strings.fill("front_title", &[("name", &name)]),
        description: frame.strings.fill("front_description", &[("name", &name)]),
    };
    let clinics = clinics.collect();
    let versions = versions(frame.input, root);
    let page = frame.page(&path, head, &versions, None);
    let view = FrontPage { page, front: FrontView { clinics, data: None, links: StatementLinks::default() } };
    if frame.input.brand.languages.first() == Some(frame.language) {
        out.pages.push(versions);
    }
    out.render(&path, "front.html", &view, found);
}

/// The pages of a clinic, or of a shared statement, in one language.
fn render_subject<'a>(
    frame: &Frame<'_, 'a>,
    subject: &Subject<'_, 'a>,
    data: &Ready<ClinicData>,
    out: &mut Output<'_, '_>,
    found: &mut Diagnostics,
) {
    let input = frame.input;
    let map = SiteMap {
        brand: input.brand,
        brands: input.brands,
        config: input.config,
        clinic: subject.first(),
        language: frame.language,
    };
    let facts: Vec<Facts<'_, 'a>> = subject
        .clinics
        .iter()
        .map(|clinic| Facts {
            clinic,
            brand: input.brand,
            chain: frame.chain,
            strings: frame.strings,
            roles: input.roles,
        })
        .collect();
    let is_main = input.brand.languages.first() == Some(frame.language);
    let name = if subject.is_shared() {
        frame.brand_name()
    } else {
        frame.text(subject.first().settings.name.get())
    };
    // The brand's name is what the visitor came to; a clinic's own only where the brand has several.
    let shown_name = if input.clinics.len() > 1 && !subject.is_shared() { name } else { frame.brand_name() };
    // Search engines are shown the original of a page, so the sitemap leaves its copies out.
    let is_original = |language: &Language, composed: Option<&ComposedDocument<'a>>| {
        original(subject, map.in_language(language), composed).is_none()
    };

    let path = map.front();
    let all = versions(input, |language| map.in_language(language).front());
    let head = Head {
        heading: frame.strings.fill("front_title", &[("name", &shown_name)]),
        title: frame.strings.fill("front_title", &[("name", &shown_name)]),
        description: frame.strings.fill("front_description", &[("name", &shown_name)]),
    };
    let notices = Texts { facts: &facts, map, page: &path, chain: frame.chain, strings: frame.strings }
        .notices("front", input.date, found);
    let about =
        About { map, is_shared: subject.is_shared(), canonical: original(subject, map, None), notices };
    let page = frame.page(&path, head, &all, Some(about));
    let front =
        FrontView { clinics: Vec::new(), data: Some(data.clone()), links: statement_links(map, &path) };
    if is_main {
        out.pages.push(all.into_iter().filter(|(language, _)| is_original(language, None)).collect());
    }
    out.render(&path, "front.html", &FrontPage { page, front }, found);

    for composed in &subject.first().documents {
        let path = map.document(composed);
        let all = versions(input, |language| map.in_language(language).document(composed));
        let texts = Texts { facts: &facts, map, page: &path, chain: frame.chain, strings: frame.strings };
        let title = frame.text(composed.document.title.get());
        let summary = frame.text(composed.document.summary.get());
        let head = Head {
            title: frame.strings.fill("page_title", &[("title", &title), ("name", &shown_name)]),
            heading: title.clone(),
            description: summary.clone(),
        };
        let notices = texts.notices(composed.document.id.as_str(), input.date, found);
        let canonical = original(subject, map, Some(composed));
        let about = About { map, is_shared: subject.is_shared(), canonical, notices };
        let page = frame.page(&path, head, &all, Some(about));
        let sections = texts.sections(composed, found);
        let document = DocumentView {
            id: composed.document.id.to_string(),
            title,
            summary,
            sections,
            shared: subject.is_shared(),
        };
        if is_main {
            out.pages.push(
                all.into_iter().filter(|(language, _)| is_original(language, Some(composed))).collect(),
            );
        }
        out.render(&path, "document.html", &DocumentPage { page, document, data: data.clone() }, found);
    }
}

/// `404.html` stands in for any path, so its links start at the root.
fn render_not_found(frame: &Frame<'_, '_>, out: &mut Output<'_, '_>, found: &mut Diagnostics) {
    let path = PagePath::new([]);
    let title = frame.strings.get("not_found_title").to_owned();
    let head = Head {
        title: frame.strings.fill("page_title", &[("title", &title), ("name", &frame.brand_name())]),
        heading: title,
        description: frame.strings.get("not_found_description").to_owned(),
    };
    let all = versions(frame.input, |language| PagePath::new(language_folder(frame.input.brand, language)));
    let mut page = frame.page(&path, head, &all, None);
    "/".clone_into(&mut page.root);
    "/".clone_into(&mut page.home);
    "/".clone_into(&mut page.front);
    page.stylesheet = format!("/{}", frame.stylesheet);
    page.noindex = true;
    // It has no address of its own that another page could stand in for.
    page.canonical = String::new();
    for (alternate, (_, path)) in page.alternates.iter_mut().zip(&all) {
        alternate.href = path.absolute();
    }
    let Some(templates) = &frame.input.theme.templates else { return };
    match templates.render("404.html", &NotFoundPage { page }) {
        Ok(html) => out.write("404.html", &html),
        Err(error) => found.push(error),
    }
}

fn names(subject: &Subject<'_, '_>, frame: &Frame<'_, '_>) -> Vec<String> {
    subject.clinics.iter().map(|clinic| frame.text(clinic.settings.name.get())).collect()
}
