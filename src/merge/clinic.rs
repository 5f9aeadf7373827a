use std::collections::{BTreeMap, BTreeSet};

use super::clause::{Clause, merge_clauses};
use super::documents::{ComposedDocument, compose_documents};
use super::languages::check_languages;
use super::layers::{KnownIds, layers_of};
use super::references::check_references;
use super::stand_in;
use super::table::{Table, merge_table};
use crate::diagnostic::catalogue::{content::move_key_above, merge as say};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{
    About, AboutInput, Allowance, ClauseText, ClinicInput, ClinicSettings, Condition, ConditionKind, Contact,
    Cookie, CookieCategory, Deadline, Department, DepartmentInput, Hours, HoursException, Id, Language, Law,
    Layer, LayerContent, LegalEntity, Merged, NoticeInput, OfferedService, Processor, Purpose, Resolved,
    Retention, Said, SiteInput, Term,
};
use crate::span::Located;

/// A clinic as it is, once all layers have spoken.
#[derive(Debug, Clone)]
pub struct Clinic<'a> {
    /// Its folder's name.
    pub id: &'a Id,
    /// Its layers, the widest first.
    pub layers: Vec<Layer<'a>>,
    /// The languages of the brands that publish it.
    pub languages: BTreeSet<Language>,
    /// Whether every required key is really written; where not, that has been reported and nothing is published.
    pub whole: bool,
    /// What `clinic.toml` says.
    pub settings: ClinicSettings<'a>,
    /// What its group says of itself.
    pub about: About<'a>,
    /// Departments.
    pub departments: Table<'a, Department<'a>>,
    /// Contacts by role.
    pub contacts: Table<'a, Contact<'a>>,
    /// Legal entities, of which `settings.controllers` are responsible.
    pub entities: Table<'a, LegalEntity<'a>>,
    /// Purposes.
    pub purposes: Table<'a, Purpose<'a>>,
    /// Processors and other recipients.
    pub processors: Table<'a, Processor<'a>>,
    /// Retention.
    pub retention: Table<'a, Retention<'a>>,
    /// Cookie categories.
    pub cookie_categories: Table<'a, CookieCategory<'a>>,
    /// Cookies.
    pub cookies: Table<'a, Cookie<'a>>,
    /// Laws.
    pub laws: Table<'a, Law<'a>>,
    /// Weekly hours by channel.
    pub hours: Table<'a, Hours<'a>>,
    /// Days on which other hours count.
    pub exceptions: Table<'a, HoursException<'a>>,
    /// What is offered on some days only.
    pub services: Table<'a, OfferedService<'a>>,
    /// Last days.
    pub deadlines: Table<'a, Deadline<'a>>,
    /// Abbreviations.
    pub glossary: Table<'a, Term<'a>>,
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

impl<'a> Clinic<'a> {
    /// The texts that its pages are made of, in every language: of the clauses that its documents list, and of its notices, shown today or not.
    pub fn texts(&self) -> impl Iterator<Item = &ClauseText> {
        let sections = self.documents.iter().flat_map(|composed| &composed.sections);
        let clauses = sections.filter_map(|section| self.clauses.get(section.id));
        let of_clauses = clauses.flat_map(Clause::live_steps).flat_map(|step| step.input.texts.values());
        let of_notices = self.notices.iter().flat_map(|placed| placed.notice.texts.values());
        of_clauses.chain(of_notices)
    }

    /// The clinic's controllers, in the order in which it names them.
    #[must_use]
    pub fn controllers(&self) -> Vec<&LegalEntity<'a>> {
        self.settings.controllers.get().iter().filter_map(|id| self.entities.get(id.as_str())).collect()
    }

    /// All that are responsible for anything: the clinic's controllers, then those that a department or a purpose names for itself.
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
        let ids = self.ids(condition.kind);
        let is_there = condition.id.as_ref().map_or(!ids.is_empty(), |id| ids.contains(&id.as_str()));
        is_there || self.is_unread(condition.kind)
    }

    fn is_unread(&self, kind: ConditionKind) -> bool {
        match kind {
            ConditionKind::Contacts => self.contacts.unread,
            ConditionKind::Departments => self.departments.unread,
            ConditionKind::Purposes => self.purposes.unread,
            ConditionKind::Processors => self.processors.unread,
            ConditionKind::Retention => self.retention.unread,
            ConditionKind::CookieCategories => self.cookie_categories.unread,
            ConditionKind::Cookies => self.cookies.unread,
            ConditionKind::Laws => self.laws.unread,
            ConditionKind::Hours => self.hours.unread,
        }
    }

    /// The ids of one kind that the clinic has.
    #[must_use]
    pub fn ids(&self, kind: ConditionKind) -> Vec<&'a str> {
        fn ids<'a, T: Merged<'a>>(table: &Table<'a, T>) -> Vec<&'a str> {
            table.rows.iter().map(|row| row.id().as_str()).collect()
        }
        match kind {
            ConditionKind::Contacts => ids(&self.contacts),
            ConditionKind::Departments => ids(&self.departments),
            ConditionKind::Purposes => ids(&self.purposes),
            ConditionKind::Processors => ids(&self.processors),
            ConditionKind::Retention => ids(&self.retention),
            ConditionKind::CookieCategories => ids(&self.cookie_categories),
            ConditionKind::Cookies => ids(&self.cookies),
            ConditionKind::Laws => ids(&self.laws),
            ConditionKind::Hours => ids(&self.hours),
        }
    }
}

/// Merges one clinic's layers.
///
/// `languages` are those of the brands that publish it. Where a required key of the clinic or its group is missing or could
/// not be read, that is reported and a stand-in takes its place, so that the rest is still looked at.
pub fn merge_clinic<'a>(
    site: &'a SiteInput,
    input: &'a ClinicInput,
    known: &KnownIds<'a>,
    languages: &BTreeSet<Language>,
    found: &mut Diagnostics,
) -> Clinic<'a> {
    let layers = layers_of(site, input, found);
    let (settings, whole_settings) = merge_settings(input, found);
    let (about, whole_about) = merge_about(&layers.list, site, input, found);
    let department_layers = [(Layer::Clinic(input.id.as_str()), &input.departments)];
    let mut clinic = Clinic {
        id: &input.id,
        languages: languages.clone(),
        whole: whole_settings && whole_about,
        settings,
        about,
        departments: merge_table(department_layers, "departments", layers.unread("clinic"), found),
        contacts: layers.merge(|content| &content.contacts, ("contacts", "contacts"), found),
        entities: layers.merge(|content| &content.entities, ("entities", "entities"), found),
        purposes: layers.merge(|content| &content.purposes, ("purposes", "purposes"), found),
        processors: layers.merge(|content| &content.processors, ("processors", "processors"), found),
        retention: layers.merge(|content| &content.retention, ("retention", "retention"), found),
        cookie_categories: layers.merge(
            |content| &content.cookie_categories,
            ("cookie_categories", "cookies"),
            found,
        ),
        cookies: layers.merge(|content| &content.cookies, ("cookies", "cookies"), found),
        laws: layers.merge(|content| &content.laws, ("laws", "laws"), found),
        hours: layers.merge(|content| &content.hours, ("hours", "hours"), found),
        exceptions: layers.merge(|content| &content.exceptions, ("exceptions", "hours"), found),
        services: layers.merge(|content| &content.services, ("services", "hours"), found),
        deadlines: layers.merge(|content| &content.deadlines, ("deadlines", "hours"), found),
        glossary: layers.merge(|content| &content.glossary, ("glossary", "glossary"), found),
        clauses: merge_clauses(&layers.list, found),
        documents: Vec::new(),
        lists_are_whole: true,
        allowances: layers.list.iter().flat_map(|(_, content)| &content.allowances).collect(),
        notices: merge_notices(&layers.list),
        layers: layers.list.iter().map(|(layer, _)| *layer).collect(),
    };
    let documents = layers.merge(|content| &content.documents, ("documents", "policy"), found);
    clinic.lists_are_whole = !documents.unread;
    check_references(&clinic, known, &documents, found);
    clinic.documents = compose_documents(
        &layers.list,
        documents,
        &clinic.clauses,
        &|condition| clinic.holds(condition),
        found,
    );
    check_languages(&clinic, &layers, languages, site, found);
    clinic
}

/// The second answer says whether all required keys are there.
fn merge_settings<'a>(input: &'a ClinicInput, found: &mut Diagnostics) -> (ClinicSettings<'a>, bool) {
    let own = (Layer::Clinic(input.id.as_str()), &input.settings);
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
    let slipped = input.departments.iter().find_map(|entry| match &entry.said {
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
