use std::collections::{BTreeMap, BTreeSet};

use super::clause::{Clause, merge_clauses};
use super::documents::{ComposedDocument, compose_documents};
use super::languages::check_languages;
use super::layers::{KnownIds, layers_of};
use super::references::check_references;
use super::table::{Entries, Table, merge_table};
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::merge as say};
use crate::model::{
    About, AboutInput, ClinicInput, ClinicSettings, Condition, ConditionKind, Contact, Cookie,
    CookieCategory, Department, Document, Hours, Id, Language, Law, Layer, LayerContent, LegalEntity, Merged,
    NoticeInput, Processor, Purpose, Retention, SiteInput, TableEntry,
};

/// A clinic as it is, once all layers have spoken.
#[derive(Debug, Clone)]
pub struct Clinic<'a> {
    /// Its folder's name.
    pub id: &'a Id,
    /// Its layers, the widest first.
    pub layers: Vec<Layer<'a>>,
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
    /// Clauses, shown or not.
    pub clauses: BTreeMap<&'a Id, Clause<'a>>,
    /// Documents with their sections.
    pub documents: Vec<ComposedDocument<'a>>,
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
    /// The clinic's controllers, in the order in which it names them.
    #[must_use]
    pub fn controllers(&self) -> Vec<&LegalEntity<'a>> {
        self.settings.controllers.get().iter().filter_map(|id| self.entities.get(id.as_str())).collect()
    }

    /// Whether what a condition asks for is there.
    #[must_use]
    pub fn holds(&self, condition: &Condition) -> bool {
        let ids = self.ids(condition.kind);
        condition.id.as_ref().map_or(!ids.is_empty(), |id| ids.contains(&id.as_str()))
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
/// `languages` are those of the brands that publish it. There is no clinic where a required key of its own is missing.
pub fn merge_clinic<'a>(
    site: &'a SiteInput,
    input: &'a ClinicInput,
    known: &KnownIds<'a>,
    languages: &BTreeSet<Language>,
    found: &mut Diagnostics,
) -> Option<Clinic<'a>> {
    let layers = layers_of(site, input, found);
    let settings = merge_settings(input, found);
    let about = merge_about(&layers, input, found);
    let read = |table_name, file| ReadTable { layers: &layers, table_name, file };
    let mut clinic = Clinic {
        id: &input.id,
        departments: merge_departments(input, found),
        contacts: merge_table(&read("contacts", "contacts").entries(|content| &content.contacts), found),
        entities: merge_table(&read("entities", "entities").entries(|content| &content.entities), found),
        purposes: merge_table(&read("purposes", "purposes").entries(|content| &content.purposes), found),
        processors: merge_table(
            &read("processors", "processors").entries(|content| &content.processors),
            found,
        ),
        retention: merge_table(&read("retention", "retention").entries(|content| &content.retention), found),
        cookie_categories: merge_table(
            &read("cookie_categories", "cookies").entries(|content| &content.cookie_categories),
            found,
        ),
        cookies: merge_table(&read("cookies", "cookies").entries(|content| &content.cookies), found),
        laws: merge_table(&read("laws", "laws").entries(|content| &content.laws), found),
        hours: merge_table(&read("hours", "hours").entries(|content| &content.hours), found),
        clauses: merge_clauses(&layers, found),
        documents: Vec::new(),
        notices: merge_notices(&layers),
        layers: layers.iter().map(|(layer, _)| *layer).collect(),
        // Last, so that what is wrong in the tables is told even where these two are missing.
        settings: settings?,
        about: about?,
    };
    let documents: Table<'a, Document<'a>> =
        merge_table(&read("documents", "policy").entries(|content| &content.documents), found);
    let document_ids: Vec<&Id> = documents.rows.iter().map(|document| document.id).collect();
    let lists_are_whole = !documents.partial;
    check_references(&clinic, known, lists_are_whole.then_some(document_ids.as_slice()), found);
    // Which clauses a clinic shows, and where links lead, hangs on the whole of every list.
    if !lists_are_whole {
        return None;
    }
    clinic.documents =
        compose_documents(&layers, documents, &clinic.clauses, &|condition| clinic.holds(condition), found);
    check_languages(&clinic, languages, site, found);
    Some(clinic)
}

/// One kind of table in a clinic's layers, and the file that it is written in.
struct ReadTable<'l, 'a> {
    layers: &'l [(Layer<'a>, &'a LayerContent)],
    table_name: &'static str,
    file: &'static str,
}

impl<'a> ReadTable<'_, 'a> {
    fn entries<I>(&self, pick: fn(&'a LayerContent) -> &'a Vec<TableEntry<I>>) -> Entries<'a, I> {
        Entries {
            table_name: self.table_name,
            layers: self.layers.iter().map(|(layer, content)| (*layer, pick(content).as_slice())).collect(),
            partial: self.layers.iter().any(|(_, content)| content.unread.contains(self.file)),
        }
    }
}

fn merge_departments<'a>(input: &'a ClinicInput, found: &mut Diagnostics) -> Table<'a, Department<'a>> {
    let layers = vec![(Layer::Clinic(input.id.as_str()), input.departments.as_slice())];
    merge_table(&Entries { table_name: "departments", layers, partial: input.faulty }, found)
}

fn merge_settings<'a>(input: &'a ClinicInput, found: &mut Diagnostics) -> Option<ClinicSettings<'a>> {
    let said = [(Layer::Clinic(input.id.as_str()), &input.settings)];
    ClinicSettings::merge(&input.id, input.span, &said)
        .map_err(|gaps| {
            if !input.faulty {
                let missing = crate::model::reader::listed(&gaps);
                let error = Diagnostic::error(
                    "incomplete",
                    input.span,
                    say::incomplete("clinics", input.id.as_str(), &missing),
                );
                found.push(error.with_help(say::add_keys(&missing)));
            }
        })
        .ok()
}

fn merge_about<'a>(
    layers: &[(Layer<'a>, &'a LayerContent)],
    input: &'a ClinicInput,
    found: &mut Diagnostics,
) -> Option<About<'a>> {
    let said: Vec<(Layer<'a>, &'a AboutInput)> =
        layers.iter().filter_map(|(layer, content)| Some((*layer, &content.about.as_ref()?.value))).collect();
    let place =
        layers.iter().find_map(|(_, content)| content.about.as_ref()).map_or(input.span, |about| about.span);
    About::merge(&input.id, place, &said)
        .map_err(|gaps| {
            if !layers.iter().any(|(_, content)| content.unread.contains("about")) {
                let missing = crate::model::reader::listed(&gaps);
                let error = Diagnostic::error("incomplete", place, say::about_is_incomplete(&missing));
                found.push(error.with_help(say::add_keys_to_about(&missing)));
            }
        })
        .ok()
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
