use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::choices::choices;
use super::layered::layered;
use super::{
    AboutInput, Allowance, ClauseInput, Id, InputField, InputTables, Language, LayerInput, NoticeInput, Text,
};
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
        /// The brand whose pages are the original, if several brands publish the clinic.
        canonical: optional Id,
    }
}

/// Everything that one layer's folder says. Its tables are read as fields of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LayerContent {
    /// The keys of `clinic.toml`, which only a clinic's layer has.
    pub settings: ClinicSettingsInput,
    /// `about.toml`
    pub about: Option<Located<AboutInput>>,
    /// The tables.
    pub tables: InputTables,
    /// `clauses/`, each by itself in memory: a map has room for more than a clinic changes.
    pub clauses: BTreeMap<Id, Box<ClauseInput>>,
    /// `notices/`
    pub notices: BTreeMap<Id, Box<NoticeInput>>,
    /// `allow.toml`
    pub allowances: Vec<Located<Allowance>>,
    /// The files that could not be read whole, by their names without the ending;
    /// nothing is said of what they seem to lack.
    pub unread: BTreeMap<&'static str, FileId>,
}

impl std::ops::Deref for LayerContent {
    type Target = InputTables;

    fn deref(&self) -> &InputTables {
        &self.tables
    }
}

/// Where a field stands: `contacts.privacy.what_for`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldKey<'t> {
    /// The table; `clinic` and `about` for the two files that have keys of their own.
    pub table: &'static str,
    /// The row, if the field is in a table.
    pub row: Option<&'t Id>,
    /// The field.
    pub field: &'static str,
}

impl std::fmt::Display for FieldKey<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.", self.table)?;
        if let Some(row) = self.row {
            write!(f, "{row}.")?;
        }
        f.write_str(self.field)
    }
}

/// A text that readers see, out of a TOML file, in one language.
#[derive(Debug, Clone, Copy)]
pub struct FieldText<'t> {
    /// The field that it is in.
    pub key: FieldKey<'t>,
    /// Its language; None for a text that is the same in every language.
    pub language: Option<&'t Language>,
    /// The words, and where they are written.
    pub words: &'t Located<String>,
}

impl LayerContent {
    /// All fields that the layer writes, in its tables and beside them.
    #[must_use]
    pub fn fields(&self) -> Vec<(FieldKey<'_>, InputField<'_>)> {
        fn add<'l>(
            table: &'static str,
            row: Option<&'l Id>,
            fields: Vec<InputField<'l>>,
            all: &mut Vec<(FieldKey<'l>, InputField<'l>)>,
        ) {
            all.extend(fields.into_iter().map(|field| (FieldKey { table, row, field: field.name }, field)));
        }
        let mut all = Vec::new();
        add("clinic", None, self.settings.fields(), &mut all);
        self.about.iter().for_each(|about| add("about", None, about.value.fields(), &mut all));
        for (table, entries) in self.tables.all() {
            for (id, fields) in entries.entries() {
                add(table.name, Some(id), fields, &mut all);
            }
        }
        all
    }

    /// All texts that readers see, out of the layer's TOML files.
    #[must_use]
    pub fn field_texts(&self) -> Vec<FieldText<'_>> {
        let mut texts = Vec::new();
        for (key, field) in self.fields() {
            field.texts(&mut |_, text: &Text| {
                texts.extend(text.each().map(|(language, words)| FieldText { key, language, words }));
            });
        }
        texts
    }
}

/// One clinic's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClinicInput {
    /// The folder's name.
    pub id: Id,
    /// The start of `clinic.toml`.
    pub span: Span,
    /// What it says.
    pub layer: Arc<LayerContent>,
    /// Set when something in the keys of `clinic.toml` could not be read.
    pub faulty: bool,
}

impl ClinicInput {
    /// The profiles that the clinic names, in the order of their layers.
    pub fn profiles(&self) -> impl Iterator<Item = &Located<Id>> {
        self.layer.settings.profiles.iter().flat_map(|profiles| &profiles.value)
    }
}

/// Clinics and brands that are written and could not be read; naming one of them is not a second fault.
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
    /// What is known of countries, `content/countries/` among it.
    pub countries: Arc<super::Countries>,
    /// `content/rules/`
    pub house_rules: Arc<super::HouseRules>,
    /// `content/static/`
    pub static_files: Arc<super::StaticFiles>,
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
        let profiles = clinic.profiles().filter_map(|profile| self.profiles.get(&profile.value));
        std::iter::once(&self.group).chain(profiles).chain([&clinic.layer])
    }
}
