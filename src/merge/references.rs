//! Checks that what one thing names is there.

use std::collections::{BTreeMap, BTreeSet};

use super::clinic::Clinic;
use super::layers::KnownIds;
use crate::diagnostic::catalogue::{content::did_you_mean, toml::keep_one};
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::merge as say, nearest};
use crate::model::{Condition, DataProtectionOfficer, Id, IdList, Merged, Resolved, Table, Tables};
use crate::span::{Located, Span};

/// Checks every id that the clinic's tables, clauses and notices name.
///
/// If a file of a table could not be read, an id that seems unknown may be in it; then nothing is said.
/// An id that is unknown in several places is one finding.
pub(super) fn check_references(clinic: &Clinic<'_>, known: &KnownIds, found: &mut Diagnostics) {
    check_listed_once(clinic, found);
    let mut check =
        ReferenceCheck { unknown: BTreeMap::new(), removed: BTreeMap::new(), named: BTreeSet::new(), found };
    let Tables { contacts, entities, processors, retention, laws, cookie_categories, departments, .. } =
        &clinic.tables;
    for id in clinic.settings.controllers.get() {
        check.names(entities, "entities", &id.value, id.span);
    }
    if let DataProtectionOfficer::Contact(role) = clinic.about.dpo.get() {
        check.names(contacts, "contacts", &role.value, role.span);
    }
    for department in &departments.rows {
        for id in department.controllers.iter().flat_map(crate::model::Resolved::get) {
            check.names(entities, "entities", &id.value, id.span);
        }
        for id in department.contacts.iter().flat_map(crate::model::Resolved::get) {
            check.names(contacts, "contacts", &id.value, id.span);
        }
    }
    for purpose in &clinic.purposes.rows {
        for id in purpose.controllers.iter().flat_map(crate::model::Resolved::get) {
            check.names(entities, "entities", &id.value, id.span);
        }
        check.list(processors, "processors", &purpose.recipients);
        check.list(retention, "retention", &purpose.retention);
        for law in purpose.bases.get().iter().filter_map(|basis| basis.value.law.as_ref()) {
            check.names(laws, "laws", &law.value, law.span);
        }
    }
    for processor in &processors.rows {
        check.named(processors, "processors", processor.sub_processor_of.as_ref());
    }
    for rule in &retention.rows {
        check.named(laws, "laws", rule.law.as_ref());
    }
    for cookie in &clinic.cookies.rows {
        check.named(cookie_categories, "cookie_categories", Some(&cookie.category));
    }
    for hours in &clinic.hours.rows {
        check.named(contacts, "contacts", hours.contact.as_ref());
        if let Some((department, _)) = hours.id.as_str().split_once('.') {
            check.is_there(departments, "departments", department, hours.span);
        }
    }
    check.times(clinic);
    check.report_unknown();
    check_conditions(clinic, known, found);
    check_notices(clinic, found);
}

struct ReferenceCheck<'f> {
    /// What is named and is not there, by table and id.
    unknown: BTreeMap<(&'static str, String), UnknownId>,
    /// What is named and was taken away, with where that was done and where it is named.
    removed: BTreeMap<(&'static str, String), (Span, Vec<Span>)>,
    /// What is named and is there.
    named: BTreeSet<(&'static str, String)>,
    found: &'f mut Diagnostics,
}

/// An id that names nothing.
struct UnknownId {
    /// Where it is named, the first place first.
    places: Vec<Span>,
    /// What is probably meant, and the header under which that is written.
    meant: Option<(String, Span)>,
}

impl ReferenceCheck<'_> {
    /// What exceptions, services and deadlines name.
    fn times(&mut self, clinic: &Clinic<'_>) {
        for exception in &clinic.exceptions.rows {
            for channel in exception.channels.iter().flat_map(Resolved::get) {
                self.names(&clinic.hours, "hours", channel.value.id(), channel.span);
            }
        }
        for service in &clinic.services.rows {
            self.named(&clinic.departments, "departments", service.department.as_ref());
        }
        for deadline in &clinic.deadlines.rows {
            self.named(&clinic.departments, "departments", deadline.department.as_ref());
            // What it precedes is a closure of the clinic, or only of a service.
            if deadline.before.as_ref().is_none_or(|id| clinic.services.get(id.get().as_str()).is_none()) {
                self.named(&clinic.exceptions, "exceptions", deadline.before.as_ref());
            }
            self.named(&clinic.deadlines, "deadlines", deadline.followed_by.as_ref());
        }
    }

    fn named<'a, T: Merged<'a>>(
        &mut self,
        table: &Table<'a, T>,
        table_name: &'static str,
        id: Option<&Resolved<'_, Id>>,
    ) {
        if let Some(id) = id {
            self.is_there(table, table_name, id.get().as_str(), id.origin().span);
        }
    }

    /// The names of a list, and those that it takes away from the one below.
    fn list<'a, T: Merged<'a>>(
        &mut self,
        table: &Table<'a, T>,
        table_name: &'static str,
        ids: &Resolved<'a, IdList>,
    ) {
        ids.ids().iter().for_each(|id| self.names(table, table_name, &id.value, id.span));
        for id in ids.removed_in_vain() {
            let error = Diagnostic::error("unknown-id", id.span, say::not_in_the_list_below(id.as_str()));
            let below = ids.below().map(|below| below.ids()).unwrap_or_default();
            let meant = nearest(id.as_str(), below.iter().map(|id| id.as_str())).map(did_you_mean);
            self.found.push(error.with_help(meant));
        }
    }

    fn names<'a, T: Merged<'a>>(
        &mut self,
        table: &Table<'a, T>,
        table_name: &'static str,
        id: &Id,
        span: Span,
    ) {
        self.is_there(table, table_name, id.as_str(), span);
    }

    fn is_there<'a, T: Merged<'a>>(
        &mut self,
        table: &Table<'a, T>,
        table_name: &'static str,
        id: &str,
        span: Span,
    ) {
        let key = (table_name, id.to_owned());
        if table.get(id).is_some() || table.is_uncertain(id) {
            self.named.insert(key);
            return;
        }
        if let Some(removed) = table.removed.iter().find(|removed| removed.id.as_str() == id) {
            self.removed.entry(key).or_insert((removed.origin.span, Vec::new())).1.push(span);
            return;
        }
        let unknown = self.unknown.entry(key).or_insert_with(|| {
            let meant = nearest(id, table.rows.iter().map(|row| row.id().as_str()));
            let row = meant.and_then(|meant| table.get(meant));
            UnknownId { places: Vec::new(), meant: row.map(|row| (row.id().to_string(), row.span())) }
        });
        unknown.places.push(span);
    }

    /// If several places name an id that is not there, and none names the one that is near to it,
    /// the header is what is misspelt.
    fn report_unknown(self) {
        for ((table, id), (removal, places)) in self.removed {
            let (first, others) = places.split_first().expect("it is named somewhere");
            let error = Diagnostic::error("removed-id", *first, say::names_what_is_removed(table, &id));
            let error = error.with_related(removal, say::removed_here());
            let error =
                others.iter().fold(error, |error, place| error.with_related(*place, say::named_here()));
            self.found.push(error);
        }
        for ((table, id), unknown) in self.unknown {
            let (first, others) = unknown.places.split_first().expect("it is named somewhere");
            let headline = say::unknown_id(table, &id);
            let is_named = |meant: &str| self.named.contains(&(table, meant.to_owned()));
            let header = unknown.meant.as_ref().filter(|(meant, _)| !others.is_empty() && !is_named(meant));
            self.found.push(if let Some((meant, header)) = header {
                let error =
                    Diagnostic::error("unknown-id", *header, say::header_is_misspelt(table, meant, &id));
                error.with_related(*first, say::named_here()).with_help(did_you_mean(&id))
            } else {
                let error = Diagnostic::error("unknown-id", *first, headline);
                let error = error.with_help(unknown.meant.map(|(meant, _)| did_you_mean(&meant)));
                others.iter().fold(error, |error, place| error.with_related(*place, say::named_here()))
            });
        }
    }
}

/// A list names a thing once.
fn check_listed_once(clinic: &Clinic<'_>, found: &mut Diagnostics) {
    let Tables { departments, purposes, .. } = &clinic.tables;
    let of_departments =
        departments.rows.iter().flat_map(|row| [row.controllers.as_ref(), row.contacts.as_ref()]);
    let of_purposes = purposes.rows.iter().map(|row| row.controllers.as_ref());
    let lists = of_departments.chain(of_purposes).flatten().map(|list| list.get().as_slice());
    let own = std::iter::once(clinic.settings.controllers.get().as_slice());
    for list in own.chain(lists) {
        let is_again = |at: usize, id: &Located<Id>| list[..at].iter().any(|before| before.value == id.value);
        for (_, id) in list.iter().enumerate().filter(|(at, id)| is_again(*at, id)) {
            let error = Diagnostic::error("duplicate-id", id.span, say::listed_twice(id.as_str()));
            found.push(error.with_help(keep_one()));
        }
    }
    for list in purposes.rows.iter().flat_map(|row| [&row.recipients, &row.retention]) {
        if list.changes_nothing() {
            let warning = Diagnostic::warning("empty-table", list.origin().span, say::changes_no_name());
            found.push(warning.with_help(say::name_what_changes()));
        }
        for id in list.written_twice() {
            let error = Diagnostic::error("duplicate-id", id.span, say::listed_twice(id.as_str()));
            found.push(error.with_help(keep_one()));
        }
        for id in list.added_in_vain() {
            let warning = Diagnostic::warning("duplicate-id", id.span, say::in_the_list_below(id.as_str()));
            found.push(warning.with_help(say::remove_the_name()));
        }
    }
}

/// A condition may ask for what only some clinics have, but not for what none has.
fn check_conditions(clinic: &Clinic<'_>, known: &KnownIds, found: &mut Diagnostics) {
    let conditions =
        clinic.clauses.values().flat_map(|clause| [clause.when.as_ref(), clause.unless.as_ref()]);
    for condition in conditions.flatten() {
        check_condition(condition.get(), condition.origin().span, known, found);
    }
}

/// A condition may ask for what no clinic has yet, as the group's clause on newsletters does;
/// a near name is a slip of the pen.
fn check_condition(condition: &Condition, span: Span, known: &KnownIds, found: &mut Diagnostics) {
    let Some(id) = condition.id.as_ref().filter(|id| !known.contains(condition.kind, id)) else { return };
    if let Some(meant) = nearest(id.as_str(), known.of_kind(condition.kind)) {
        let headline = say::no_clinic_has(condition.kind.word(), id.as_str());
        found.push(Diagnostic::error("unknown-id", span, headline).with_help(did_you_mean(meant)));
    }
}

fn check_notices(clinic: &Clinic<'_>, found: &mut Diagnostics) {
    let documents = &clinic.tables.documents;
    let pages: Vec<&str> =
        documents.rows.iter().map(|document| document.id.as_str()).chain(["front"]).collect();
    let departments: Vec<&str> =
        clinic.departments.rows.iter().map(|department| department.id.as_str()).collect();
    for placed in &clinic.notices {
        if documents.is_whole() {
            check_names(placed.notice.pages.as_ref(), &pages, "pages", found);
        }
        if !clinic.departments.unread {
            check_names(placed.notice.departments.as_ref(), &departments, "departments", found);
        }
    }
}

fn check_names(
    list: Option<&Located<Vec<Located<Id>>>>,
    names: &[&str],
    table_name: &str,
    found: &mut Diagnostics,
) {
    for id in list.iter().flat_map(|list| &list.value).filter(|id| !names.contains(&id.as_str())) {
        let error = Diagnostic::error("unknown-id", id.span, say::unknown_id(table_name, id.as_str()));
        found.push(error.with_help(nearest(id.as_str(), names.iter().copied()).map(did_you_mean)));
    }
}
