//! Which pages a brand has, and where.

use std::collections::BTreeMap;

use super::address::PagePath;
use crate::merge::{Clinic, ComposedDocument, lead_clinic};
use crate::model::{Brand, Id, Language, SiteConfig, StatementMode};

/// What a set of pages speaks for: one clinic, or all clinics of a shared statement.
#[derive(Debug, Clone)]
pub(super) struct PageSubject<'s, 'a> {
    /// The clinics; never empty.
    pub clinics: Vec<&'s Clinic<'a>>,
}

impl<'s, 'a> PageSubject<'s, 'a> {
    /// The subjects of a brand: its clinics one by one, or all at once.
    pub(super) fn of(brand: &Brand, clinics: &[&'s Clinic<'a>]) -> Vec<Self> {
        match brand.statement {
            StatementMode::Shared => vec![Self { clinics: clinics.to_vec() }],
            StatementMode::Each => clinics.iter().map(|clinic| Self { clinics: vec![*clinic] }).collect(),
        }
    }

    /// The clinic whose documents and clauses are shown; a shared statement's are the same for all that have
    /// them.
    pub(super) fn first(&self) -> &'s Clinic<'a> {
        lead_clinic(&self.clinics)
    }

    /// Whether the pages speak for several clinics.
    pub(super) fn is_shared(&self) -> bool {
        self.clinics.len() > 1
    }
}

/// Where the pages of one subject are, in one language of one brand.
#[derive(Clone, Copy)]
pub(super) struct SiteMap<'m, 'a> {
    /// The brand.
    pub brand: &'m Brand,
    /// All brands, since the original of a page may be on another.
    pub brands: &'m BTreeMap<Id, Brand>,
    /// The site.
    pub config: &'m SiteConfig,
    /// The clinic whose pages they are.
    pub clinic: &'m Clinic<'a>,
    /// The language.
    pub language: &'m Language,
}

impl<'m, 'a> SiteMap<'m, 'a> {
    /// The same pages in another language.
    pub(super) fn in_language(self, language: &'m Language) -> Self {
        Self { language, ..self }
    }

    /// The same pages on another brand's site.
    pub(super) fn on_brand(self, brand: &'m Brand) -> Self {
        Self { brand, ..self }
    }

    /// The front page of the clinic.
    pub(super) fn front(&self) -> PagePath {
        let each_of_several = self.brand.clinics.len() > 1 && self.brand.statement == StatementMode::Each;
        let folder = each_of_several.then(|| self.clinic.id.to_string());
        PagePath::new(language_folder(self.brand, self.language).into_iter().chain(folder))
    }

    /// A document's page.
    pub(super) fn document(&self, composed: &ComposedDocument<'a>) -> PagePath {
        let path = &composed.document.path;
        let by_fallback = || {
            let chain = self.brand.chain(self.language, self.config);
            chain.iter().find_map(|language| path.in_language(language))
        };
        let name = path.in_language(self.language).or_else(by_fallback);
        self.front().join(name.unwrap_or_else(|| composed.document.id.as_str()))
    }

    /// The page of the document called `id`, if the clinic has it.
    pub(super) fn document_called(&self, id: &Id) -> Option<PagePath> {
        self.clinic
            .documents
            .iter()
            .find(|composed| composed.document.id == id)
            .map(|composed| self.document(composed))
    }

    /// The page that shows the clause called `id`, if any does.
    pub(super) fn clause(&self, id: &Id) -> Option<PagePath> {
        let shows =
            |composed: &&ComposedDocument<'a>| composed.sections.iter().any(|section| section.id == id);
        self.clinic.documents.iter().find(shows).map(|composed| self.document(composed))
    }
}

/// The folder of a language: none for the brand's main one.
pub(super) fn language_folder(brand: &Brand, language: &Language) -> Option<String> {
    (brand.languages.first() != Some(language)).then(|| language.to_string())
}
