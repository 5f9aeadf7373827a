use std::collections::{BTreeMap, BTreeSet};

use super::clause::{Clause, merge_clauses};
use super::documents::{ComposedDocument, compose_documents};
use super::languages::check_languages;
use super::layers::{KnownIds, LayersMerge, layers_of};
use super::references::check_references;
use super::stand_in;
use crate::diagnostic::catalogue::{content::move_key_above, merge as say};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{
    About, AboutInput, Allowance, Brand, ClauseText, ClinicInput, ClinicSettings, Condition,
    DataProtectionOfficer, DepartmentInput, Id, Language, Layer, LayerContent, LegalEntity, Merged,
    NoticeInput, Resolved, Said, SiteInput, TableKind, Tables, Text,
};
use crate::span::{Located, Span};

/// A clinic as it is, once all layers are merged. Its tables are read as fields of its own.
#[derive(Debug, Clone)]
pub struct Clinic<'a> {
    /// Its folder's name.
    pub id: &'a Id,
    /// Its layers, the widest first.
    pub layers: Vec<Layer<'a>>,
    /// The languages of the brands that publish it.
    pub languages: BTreeSet<Language>,
    /// Whether every required key is really written; if not,
    /// that has been reported and nothing is published.
    pub whole: bool,
    /// What `clinic.toml` says.
    pub settings: ClinicSettings<'a>,
    /// What its group says of itself.
    pub about: About<'a>,
    /// Its tables.
    pub tables: Tables<'a>,
    /// Clauses, shown or not.
    pub clauses: BTreeMap<&'a Id, Clause<'a>>,
    /// Documents with their sections.
    pub documents: Vec<ComposedDocument<'a>>,
    /// Whether all lists of clauses could be read; if not, what seems to be on no page may be on one.
    pub lists_are_whole: bool,
    /// What its layers allow.
    pub allowances: Vec<&'a Located<Allowance>>,
    /// Notices; each day decides which are shown.
    pub notices: Vec<PlacedNotice<'a>>,
}

/// A notice and the layer whose it is.
#[derive(Debug, Clone, Copy)]
pub struct PlacedNotice<'a> {
    /// Its id.
    pub id: &'a Id,
    /// The layer.
    pub layer: Layer<'a>,
    /// What it says.
    pub notice: &'a NoticeInput,
}

impl<'a> std::ops::Deref for Clinic<'a> {
    type Target = Tables<'a>;

    fn deref(&self) -> &Tables<'a> {
        &self.tables
    }
}

impl<'a> Clinic<'a> {
    /// The texts that its pages are made of, in every language: of the clauses that its documents list,
    /// and of its notices, shown today or not.
    pub fn texts(&self) -> impl Iterator<Item = &ClauseText> {
        self.texts_with(|_| true)
    }

    /// Those of its [`texts`](Self::texts) that the site of `brand` shows.
    pub fn texts_on<'s>(&'s self, brand: &'s Id) -> impl Iterator<Item = &'s ClauseText> {
        self.texts_with(|notice| notice.is_for(brand))
    }

    fn texts_with(&self, shows: impl Fn(&NoticeInput) -> bool) -> impl Iterator<Item = &ClauseText> {
        let sections = self.documents.iter().flat_map(|composed| &composed.sections);
        let clauses = sections.filter_map(|section| self.clauses.get(section.id));
        let of_clauses = clauses.flat_map(Clause::live_steps).flat_map(|step| step.input.texts.values());
        let notices = self.notices.iter().map(|placed| placed.notice).filter(move |notice| shows(notice));
        let of_notices = notices.flat_map(|notice| notice.texts.values());
        of_clauses.chain(of_notices)
    }

    /// Whether a document shows a table.
    #[must_use]
    pub fn shows(&self, composed: &ComposedDocument<'_>, table: TableKind) -> bool {
        let mut tables =
            composed.sections.iter().filter_map(|section| self.clauses.get(section.id)?.table.as_ref());
        tables.any(|shown| *shown.get() == table)
    }

    /// Whether `front`, or the document of this id, has a notice on its days: if the notice names no pages,
    /// the front page has it, and those with opening hours, where people look when a clinic is closed.
    #[must_use]
    pub fn has_notice_on(&self, page_id: &str, notice: &NoticeInput) -> bool {
        if let Some(pages) = &notice.pages {
            return pages.value.iter().any(|id| id.as_str() == page_id);
        }
        let mut documents = self.documents.iter().filter(|composed| composed.document.id.as_str() == page_id);
        page_id == "front" || documents.any(|composed| self.shows(composed, TableKind::Hours))
    }

    /// The text that `{{ dotted.path }}` stands for on the site of `brand`, where it is written,
    /// and the keys within the value there. Returns None if the path stands for no text.
    #[must_use]
    pub fn text_at<'s>(
        &'s self,
        brand: &'s Brand,
        path: &[&str],
    ) -> Option<(&'s Text, Span, &'static [&'static str])> {
        let plain = |text: &'s Resolved<'a, Text>| (text.get(), text.origin().span, [].as_slice());
        Some(match path {
            ["brand", "name"] => (&brand.name.value, brand.name.span, &[]),
            ["clinic", "name"] => plain(&self.settings.name),
            ["group", "name"] => plain(&self.about.name),
            ["authority", "name"] => {
                let authority = &self.about.authority;
                (&authority.get().name, authority.origin().span, &["name"])
            }
            ["departments", id, "name"] => plain(&self.departments.get(id)?.name),
            ["processors", id, "name"] => plain(&self.processors.get(id)?.name),
            ["laws", id, "title"] => plain(&self.laws.get(id)?.title),
            _ => return None,
        })
    }

    /// Whether the data protection officer, a department or hours are said to have a role that is not
    /// there: that is an error of its own.
    #[must_use]
    pub fn names_missing_contact(&self, role: &str) -> bool {
        let is_officer = matches!(
            self.about.dpo.get(), DataProtectionOfficer::Contact(named) if named.as_str() == role
        );
        let of_departments = self.departments.rows.iter().filter_map(|row| row.contacts.as_ref());
        let mut named = of_departments.flat_map(Resolved::get).map(|id| &id.value);
        let is_named = named.any(|id| id.as_str() == role);
        let mut of_hours = self.hours.rows.iter().filter_map(|row| row.contact.as_ref());
        let is_of_hours = of_hours.any(|id| id.get().as_str() == role);
        self.contacts.get(role).is_none() && (is_officer || is_named || is_of_hours)
    }

    /// The clinic's controllers, in the order in which it names them.
    #[must_use]
    pub fn controllers(&self) -> Vec<&LegalEntity<'a>> {
        self.settings.controllers.get().iter().filter_map(|id| self.entities.get(id.as_str())).collect()
    }

    /// All that are responsible for anything: the clinic's controllers,
    /// then those that a department or a purpose names for itself.
    #[must_use]
    pub fn all_controllers(&self) -> Vec<&LegalEntity<'a>> {
        let departments =
            self.departments.rows.iter().filter_map(|department| department.controllers.as_ref());
        let purposes = self.purposes.rows.iter().filter_map(|purpose| purpose.controllers.as_ref());
        let mut all = self.controllers();
        for id in departments.chain(purposes).flat_map(Resolved::get) {
            if let Some(entity) =
                self.entities.get(id.as_str()).filter(|entity| all.iter().all(|known| known.id != entity.id))
            {
                all.push(entity);
            }
        }
        all
    }

    /// Whether what a condition asks for is there; what could not be read counts as there.
    #[must_use]
    pub fn holds(&self, condition: &Condition) -> bool {
        let tables = self.tables.all();
        let asked = tables.iter().find(|(table, _)| table.name == condition.kind.word());
        asked.is_some_and(|(_, table)| {
            let is_there = |id: &Id| table.rows().iter().any(|row| row.id() == id);
            table.is_unread() || condition.id.as_ref().map_or(!table.rows().is_empty(), is_there)
        })
    }
}

/// Merges one clinic's layers.
///
/// `languages` are those of the brands that publish it. If a required key of the clinic or its group is
/// missing or could not be read, that is reported and a stand-in takes its place,
/// so that the rest is still looked at.
pub(super) fn merge_clinic<'a>(
    site: &'a SiteInput,
    input: &'a ClinicInput,
    known: &KnownIds,
    languages: &BTreeSet<Language>,
    found: &mut Diagnostics,
) -> Clinic<'a> {
    let layers = layers_of(site, input, found);
    let (settings, whole_settings) = merge_settings(input, found);
    let (about, whole_about) = merge_about(&layers.list, site, input, found);
    let tables = Tables::merge(&mut LayersMerge { layers: &layers, found });
    let before = found.count();
    let clauses = merge_clauses(&layers.list, found);
    // A profile that is not there may have the clause that is to be changed.
    found.retain_since(before, |finding| finding.code != "unknown-clause" || !layers.incomplete);
    let mut clinic = Clinic {
        id: &input.id,
        languages: languages.clone(),
        whole: whole_settings && whole_about,
        settings,
        about,
        lists_are_whole: tables.documents.is_whole(),
        tables,
        clauses,
        documents: Vec::new(),
        allowances: layers.list.iter().flat_map(|(_, content)| &content.allowances).collect(),
        notices: merge_notices(&layers.list),
        layers: layers.list.iter().map(|(layer, _)| *layer).collect(),
    };
    check_references(&clinic, known, found);
    clinic.documents = compose_documents(&layers.list, &clinic, found);
    let shown: Vec<&Id> = clinic.documents.iter().map(|composed| composed.document.id).collect();
    clinic.tables.documents.rows.retain(|document| shown.contains(&document.id));
    check_languages(&clinic, &layers, languages, site, found);
    clinic
}

/// The second answer says whether all required keys are there.
fn merge_settings<'a>(input: &'a ClinicInput, found: &mut Diagnostics) -> (ClinicSettings<'a>, bool) {
    let own = (Layer::Clinic(input.id.as_str()), &input.layer.settings);
    let gaps = match ClinicSettings::merge(&input.id, input.span, &[own]) {
        Ok(settings) => {
            if settings.controllers.get().is_empty() {
                let span = settings.controllers.origin().span;
                found.push(Diagnostic::error("invalid-value", span, say::clinic_without_controllers()));
            }
            return (settings, true);
        }
        Err(gaps) => gaps,
    };
    if !input.faulty && !input.layer.unread.contains_key("clinic") {
        report_settings_gaps(input, &gaps, found);
    }
    let settings = ClinicSettings::merge(&input.id, input.span, &[(own.0, stand_in::settings()), own]);
    (settings.expect("the stand-in has every required key"), false)
}

/// A key that a department may have too has probably slipped below its header.
fn report_settings_gaps(input: &ClinicInput, gaps: &[&'static str], found: &mut Diagnostics) {
    let slipped = input.layer.departments.iter().find_map(|entry| match &entry.said {
        Said::Fields(DepartmentInput { controllers, .. }) => controllers.as_ref(),
        Said::Removal { .. } => None,
    });
    let missing = crate::model::reader::listed(gaps);
    let error = Diagnostic::error(
        "incomplete",
        slipped.map_or(input.span, |slipped| slipped.span),
        say::clinic_is_incomplete(input.id.as_str(), &missing),
    );
    found.push(error.with_help(match slipped {
        Some(_) if gaps == ["controllers"] => move_key_above("controllers"),
        _ => say::add_keys(&missing),
    }));
}

/// The second answer says whether all required keys are there.
fn merge_about<'a>(
    layers: &[(Layer<'a>, &'a LayerContent)],
    site: &'a SiteInput,
    input: &'a ClinicInput,
    found: &mut Diagnostics,
) -> (About<'a>, bool) {
    let mut said: Vec<(Layer<'a>, &'a AboutInput)> =
        layers.iter().filter_map(|(layer, content)| Some((*layer, &content.about.as_ref()?.value))).collect();
    let written = layers.iter().find_map(|(_, content)| content.about.as_ref());
    let place = written.map_or(site.config.span, |about| about.span);
    let gaps = match About::merge(&input.id, place, &said) {
        Ok(about) => return (about, true),
        Err(gaps) => gaps,
    };
    if !layers.iter().any(|(_, content)| content.unread.contains_key("about")) {
        let missing = crate::model::reader::listed(&gaps);
        let error = Diagnostic::error("incomplete", place, say::about_is_incomplete(&missing));
        found.push(error.with_help(say::add_keys_to_about(&missing)));
    }
    said.insert(0, (Layer::Group, stand_in::about()));
    let about = About::merge(&input.id, place, &said);
    (about.expect("the stand-in has every required key"), false)
}

/// A narrower layer's notice takes the place of one with the same id.
fn merge_notices<'a>(layers: &[(Layer<'a>, &'a LayerContent)]) -> Vec<PlacedNotice<'a>> {
    let mut notices: BTreeMap<&'a Id, PlacedNotice<'a>> = BTreeMap::new();
    for (layer, content) in layers {
        for (id, notice) in &content.notices {
            notices.insert(id, PlacedNotice { id, layer: *layer, notice });
        }
    }
    notices.into_values().collect()
}
