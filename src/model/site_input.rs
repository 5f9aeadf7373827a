use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::choices::choices;
use super::layered::layered;
use super::tables::{
    AboutInput, ContactInput, CookieCategoryInput, CookieInput, DeadlineInput, DepartmentInput,
    HoursExceptionInput, HoursInput, LawInput, LegalEntityInput, OfferedServiceInput, ProcessorInput,
    PurposeInput, RetentionInput, TermInput,
};
use super::{Allowance, ClauseInput, DocumentInput, Id, NoticeInput, TableEntry, Text};
use crate::span::{FileId, Located, Span};

choices! {
    /// How several controllers share the responsibility.
    Arrangement {
        /// They decide together (GDPR Article 26).
        Joint = "joint",
        /// Each for the patients that it treats.
        Separate = "separate",
    }
}

layered! {
    /// What a clinic is: the keys of `clinic.toml`.
    ClinicSettings / ClinicSettingsInput {
        /// The name that patients know.
        name: required Text,
        /// The profiles, in the order of their layers.
        profiles: optional Vec<Located<Id>>,
        /// The controllers, out of `entities.toml`.
        controllers: required Vec<Located<Id>>,
        /// How several controllers share the responsibility.
        arrangement: optional Arrangement,
        /// What joint controllers have agreed (GDPR Article 26(2)).
        arrangement_summary: optional Text,
        /// The brand whose pages are the original, where several brands publish the clinic.
        canonical: optional Id,
    }
}

/// Everything that one layer's folder says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LayerContent {
    /// `about.toml`
    pub about: Option<Located<AboutInput>>,
    /// `contacts.toml`
    pub contacts: Vec<TableEntry<ContactInput>>,
    /// `entities.toml`
    pub entities: Vec<TableEntry<LegalEntityInput>>,
    /// `purposes.toml`
    pub purposes: Vec<TableEntry<PurposeInput>>,
    /// `processors.toml`
    pub processors: Vec<TableEntry<ProcessorInput>>,
    /// `retention.toml`
    pub retention: Vec<TableEntry<RetentionInput>>,
    /// `cookies.toml`, categories
    pub cookie_categories: Vec<TableEntry<CookieCategoryInput>>,
    /// `cookies.toml`
    pub cookies: Vec<TableEntry<CookieInput>>,
    /// `laws.toml`
    pub laws: Vec<TableEntry<LawInput>>,
    /// `hours.toml`; ids are channels, with the department and a point before: `ivf.phone`
    pub hours: Vec<TableEntry<HoursInput>>,
    /// `hours.toml`, exceptions
    pub exceptions: Vec<TableEntry<HoursExceptionInput>>,
    /// `hours.toml`, services
    pub services: Vec<TableEntry<OfferedServiceInput>>,
    /// `hours.toml`, deadlines
    pub deadlines: Vec<TableEntry<DeadlineInput>>,
    /// `glossary.toml`
    pub glossary: Vec<TableEntry<TermInput>>,
    /// `policy.toml`
    pub documents: Vec<TableEntry<DocumentInput>>,
    /// `clauses/`
    pub clauses: BTreeMap<Id, ClauseInput>,
    /// `notices/`
    pub notices: BTreeMap<Id, NoticeInput>,
    /// `allow.toml`
    pub allowances: Vec<Located<Allowance>>,
    /// The files that could not be read whole, by their names without the ending; nothing is said of what they seem to lack.
    pub unread: BTreeMap<&'static str, FileId>,
}

/// One clinic's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClinicInput {
    /// The folder's name.
    pub id: Id,
    /// The start of `clinic.toml`.
    pub span: Span,
    /// Its keys.
    pub settings: ClinicSettingsInput,
    /// Its departments.
    pub departments: Vec<TableEntry<DepartmentInput>>,
    /// What it says as a layer.
    pub layer: Arc<LayerContent>,
    /// Set when something in the keys could not be read.
    pub faulty: bool,
}

/// Clinics and brands that are written and could not be read; what names them is no second fault.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnreadParts {
    /// The clinics.
    pub clinics: BTreeSet<Id>,
    /// Whether any brand is among them.
    pub brands: bool,
}

/// The whole content as the files say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteInput {
    /// `site.toml`
    pub config: super::SiteConfig,
    /// `content/group/`
    pub group: Arc<LayerContent>,
    /// `content/profiles/`
    pub profiles: BTreeMap<Id, Arc<LayerContent>>,
    /// `content/clinics/`
    pub clinics: BTreeMap<Id, Arc<ClinicInput>>,
    /// `content/brands/`
    pub brands: Arc<BTreeMap<Id, super::Brand>>,
    /// What could not be read at all.
    pub unread: UnreadParts,
}

impl SiteInput {
    /// What all layers say: the group, the profiles, the clinics.
    pub fn layers(&self) -> impl Iterator<Item = &Arc<LayerContent>> {
        let clinics = self.clinics.values().map(|clinic| &clinic.layer);
        std::iter::once(&self.group).chain(self.profiles.values()).chain(clinics)
    }

    /// What the layers of a clinic say, from the widest to its own.
    pub fn layers_of<'s>(&'s self, clinic: &'s ClinicInput) -> impl Iterator<Item = &'s Arc<LayerContent>> {
        let profiles = clinic.settings.profiles.iter().flat_map(|profiles| &profiles.value);
        let profiles = profiles.filter_map(|profile| self.profiles.get(&profile.value));
        std::iter::once(&self.group).chain(profiles).chain([&clinic.layer])
    }
}
