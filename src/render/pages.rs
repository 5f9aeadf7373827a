//! The pages of a brand, one at a time.

use super::address::PagePath;
use super::brand_assets::BrandAssets;
use super::icon::mark;
use super::input::BrandInput;
use super::site_map::{PageSubject, SiteMap, language_folder};
use crate::merge::{Clinic, ComposedDocument};
use crate::model::{Brand, Language, Text};
use crate::span::Span;
use crate::theme::Strings;
use crate::theme::view::{Alternate, BrandView, ClinicView, NavigationItem, NoticeView, PageView};

/// The first words of a page: what its head and its heading say.
pub(super) struct Head {
    /// The page's one `h1`.
    pub heading: String,
    /// The text of the `title` element.
    pub title: String,
    /// One sentence.
    pub description: String,
}

/// Where a page is in each language; the current one among them.
pub(super) type Versions = Vec<(Language, PagePath)>;

/// What is the same on every page of one language.
#[derive(Clone, Copy)]
pub(super) struct Frame<'f, 'a> {
    pub input: &'f BrandInput<'f, 'a>,
    pub language: &'f Language,
    pub strings: &'f Strings,
    /// The language and its fallbacks.
    pub chain: &'f [Language],
    /// The brand's files beside its pages.
    pub assets: &'f BrandAssets,
}

impl<'a> Frame<'_, 'a> {
    /// A text in the page's language.
    pub(super) fn text(&self, text: &Text) -> String {
        self.chain.iter().find_map(|language| text.in_language(language)).unwrap_or_default().to_owned()
    }

    /// A text that is written at `span`, as a page shows it.
    pub(super) fn shown(&self, span: Span, text: &Text) -> String {
        self.strings.pen.text(span, &[], text, self.chain).unwrap_or_default()
    }

    /// The brand's name, as a page shows it.
    pub(super) fn shown_brand_name(&self) -> String {
        let name = &self.input.brand.name;
        self.shown(name.span, &name.value)
    }

    /// The brand's name.
    pub(super) fn brand_name(&self) -> String {
        self.text(&self.input.brand.name.value)
    }

    /// The brand.
    pub(super) fn brand_view(&self) -> BrandView {
        let brand = self.input.brand;
        let domain = &brand.domain;
        BrandView {
            id: brand.id.to_string(),
            name: self.shown_brand_name(),
            domain: self.strings.pen.at(domain.span, brand.shown_domain()),
        }
    }

    /// The view of a page.
    pub(super) fn page(
        &self,
        path: &PagePath,
        head: Head,
        versions: &Versions,
        about: Option<About<'_, 'a>>,
    ) -> PageView {
        let brand = self.input.brand;
        let home = PagePath::new(language_folder(brand, self.language));
        let front = about.as_ref().map_or_else(|| home.clone(), |about| about.map.front());
        let pen = &self.strings.pen;
        let own_address = pen.at(brand.domain.span, address(brand, path));
        let is_original = about.as_ref().is_none_or(|about| about.canonical.is_none());
        // The brand of the original may speak fewer languages; in the others this page is the original.
        let elsewhere = about.as_ref().and_then(|about| brand_of_original(about.map, about.is_shared));
        let is_original_in =
            |language: &Language| elsewhere.is_none_or(|named| !named.languages.contains(language));
        let (clinic, navigation, canonical, notices) = match about {
            Some(about) => (
                (!about.is_shared).then(|| self.clinic(about.map.clinic)),
                self.navigation(about.map, path),
                about.canonical.map(|address| match &about.map.clinic.settings.canonical {
                    Some(named) => pen.at(named.origin().span, address),
                    None => address,
                }),
                about.notices,
            ),
            None => (None, Vec::new(), None, Vec::new()),
        };
        PageView {
            lang: self.language.to_string(),
            title: head.title,
            heading: head.heading,
            description: head.description,
            root: path.to_root(),
            home: path.link_to(&home),
            front: path.link_to(&front),
            noindex: brand.noindex || self.input.config.is_unpublished(),
            disclaimer: self.disclaimer(),
            is_original,
            canonical: canonical.unwrap_or_else(|| own_address.clone()),
            address: own_address,
            alternates: versions
                .iter()
                .map(|(language, other)| self.alternate(language, other, path, is_original_in(language)))
                .collect(),
            default_address: versions
                .iter()
                .find(|(language, _)| is_original_in(language))
                .map_or_else(|| address(brand, path), |(_, first)| address(brand, first)),
            stylesheet: format!("{}{}", path.to_root(), self.assets.stylesheet.path),
            logo: self.assets.logo(&path.to_root()),
            icons: self.assets.icons(&path.to_root()),
            brand: self.brand_view(),
            style: brand.style.word().to_owned(),
            mark: pen.at(brand.name.span, mark(&self.brand_name())),
            clinic,
            navigation,
            notices,
            t: self.strings.texts(),
        }
    }

    /// That the site is an example, or else a draft, in words.
    fn disclaimer(&self) -> Option<String> {
        let config = self.input.config;
        let key = if config.example { "example" } else { "draft" };
        config.is_unpublished().then(|| self.strings.say(key))
    }

    fn alternate(
        &self,
        language: &Language,
        other: &PagePath,
        path: &PagePath,
        is_original: bool,
    ) -> Alternate {
        Alternate {
            lang: language.to_string(),
            name: self.input.theme.strings(language).say("language_name"),
            address: address(self.input.brand, other),
            href: path.link_to(other),
            current: language == self.language,
            is_original,
        }
    }

    fn clinic(&self, clinic: &Clinic<'a>) -> ClinicView {
        let group = &clinic.about.name;
        // A template compares the clinic's name with the brand's,
        // so if they are the same they have the same mark.
        let is_brand = self.text(clinic.settings.name.get()) == self.brand_name();
        ClinicView {
            id: clinic.id.to_string(),
            name: if is_brand { self.shown_brand_name() } else { self.shown_name(clinic) },
            group: self.shown(group.origin().span, group.get()),
        }
    }

    /// The title of a document, as a page shows it.
    pub(super) fn shown_title(&self, composed: &ComposedDocument<'a>) -> String {
        let title = &composed.document.title;
        self.shown(title.origin().span, title.get())
    }

    /// The sentence about a document, as a page shows it.
    pub(super) fn shown_summary(&self, composed: &ComposedDocument<'a>) -> String {
        let summary = &composed.document.summary;
        self.shown(summary.origin().span, summary.get())
    }

    /// The name of a clinic, as a page shows it.
    pub(super) fn shown_name(&self, clinic: &Clinic<'a>) -> String {
        let name = &clinic.settings.name;
        self.shown(name.origin().span, name.get())
    }

    /// The clinic's pages, seen from `path`.
    pub(super) fn navigation(&self, map: SiteMap<'_, 'a>, path: &PagePath) -> Vec<NavigationItem> {
        let item = |composed: &ComposedDocument<'a>| {
            let target = map.document(composed);
            NavigationItem {
                id: composed.document.id.to_string(),
                title: self.shown_title(composed),
                summary: self.shown_summary(composed),
                href: path.link_to(&target),
                current: target == *path,
            }
        };
        map.clinic.documents.iter().map(item).collect()
    }
}

/// What a page that is about a clinic adds.
pub(super) struct About<'p, 'a> {
    /// Where the clinic's pages are.
    pub map: SiteMap<'p, 'a>,
    /// Whether the page speaks for several clinics.
    pub is_shared: bool,
    /// The original's address, if another brand publishes it.
    pub canonical: Option<String>,
    /// What is announced.
    pub notices: Vec<NoticeView>,
}

/// The address of the same page on the brand that the clinic names as its original,
/// if that is another one that speaks the language.
///
/// A page is the clinic's front page, or that of a document.
/// A shared statement says more than any one clinic's, so it is its own original.
pub(super) fn original<'a>(
    subject: &PageSubject<'_, 'a>,
    map: SiteMap<'_, 'a>,
    document: Option<&ComposedDocument<'a>>,
) -> Option<String> {
    let brand =
        brand_of_original(map, subject.is_shared()).filter(|brand| brand.languages.contains(map.language))?;
    let there = map.on_brand(brand);
    let path = document.map_or_else(|| there.front(), |document| there.document(document));
    Some(address(brand, &path))
}

/// The brand that a clinic's page names as its original's, if that is another one.
fn brand_of_original<'p>(map: SiteMap<'p, '_>, is_shared: bool) -> Option<&'p Brand> {
    let canonical = map.clinic.settings.canonical.as_ref().filter(|_| !is_shared)?;
    map.brands.get(canonical.get()).filter(|brand| brand.id != map.brand.id)
}

/// A page's absolute address.
pub(super) fn address(brand: &Brand, path: &PagePath) -> String {
    brand.address(&path.absolute())
}
