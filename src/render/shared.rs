//! One set of facts for several clinics: rows that all share stand once,
//! the others say which clinics they are for.

use serde::Serialize;

use super::site_map::PageSubject;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::render as say};
use crate::merge::Clinic;
use crate::model::Brand;
use crate::theme::Pen;
use crate::theme::Strings;
use crate::theme::view::{
    ClinicData, ContactView, CookieCategoryView, DatesView, DeadlineView, DepartmentView, EntityView,
    HoursView, LawView, PurposeView, RecipientView, RetentionView, ServiceView, TermView,
};

/// A row that can say which clinics it is for.
trait SharedRow: PartialEq + Serialize {
    /// What it is called in the content.
    fn id(&self) -> &str;
    fn clinics(&mut self) -> &mut Vec<String>;
}

macro_rules! rows {
    ($($view:ident by $id:ident)*) => {
        $(impl SharedRow for $view {
            fn id(&self) -> &str {
                &self.$id
            }
            fn clinics(&mut self) -> &mut Vec<String> {
                &mut self.clinics
            }
        })*
    };
}

rows! {
    EntityView by id
    ContactView by role
    DepartmentView by id
    PurposeView by id
    RecipientView by id
    RetentionView by id
    CookieCategoryView by id
    LawView by id
    HoursView by id
    ServiceView by id
    DeadlineView by id
    TermView by id
}

/// Joins the facts of all clinics of a subject, each given with the clinic's name.
///
/// What stands outside of tables must be the same for all.
pub(super) fn join(
    subject: &PageSubject<'_, '_>,
    mut each: Vec<(String, ClinicData)>,
    brand: &Brand,
    strings: &Strings,
    found: &mut Diagnostics,
) -> ClinicData {
    if each.len() == 1 {
        return each.remove(0).1;
    }
    let pen = &strings.pen;
    check_equal(subject, &each, brand, found);
    let arrangement = each[0].1.arrangement.clone();
    let first = &each[0].1;
    let latest = each.iter().map(|(_, data)| data).max_by(|a, b| a.updated.iso.cmp(&b.updated.iso));
    let latest = latest.unwrap_or(first);
    ClinicData {
        arrangement,
        arrangement_summary: first.arrangement_summary.clone(),
        dpo: first.dpo.clone(),
        authority: first.authority.clone(),
        updated: latest.updated.clone(),
        what_is_new: latest.what_is_new.clone(),
        what_is_new_lang: latest.what_is_new_lang.clone(),
        ask: join_rows(&each, pen, |data| data.ask.clone()),
        controllers: join_rows(&each, pen, |data| data.controllers.clone()),
        contacts: join_rows(&each, pen, |data| data.contacts.clone()),
        departments: join_rows(&each, pen, |data| data.departments.clone()),
        purposes: join_rows(&each, pen, |data| data.purposes.clone()),
        processors: join_rows(&each, pen, |data| data.processors.clone()),
        retention: join_rows(&each, pen, |data| data.retention.clone()),
        cookie_categories: join_rows(&each, pen, |data| data.cookie_categories.clone()),
        laws: join_rows(&each, pen, |data| data.laws.clone()),
        hours: join_rows(&each, pen, |data| data.hours.clone()),
        dates: join_dates(&each, pen),
        glossary: join_rows(&each, pen, |data| data.glossary.clone()),
    }
}

/// Joins the services and deadlines of each department, known by its name.
fn join_dates(each: &[(String, ClinicData)], pen: &Pen) -> Vec<DatesView> {
    let name = |dates: &DatesView| dates.department.as_ref().map(|name| pen.read(name).into_owned());
    let mut departments: Vec<&DatesView> = Vec::new();
    for dates in each.iter().flat_map(|(_, data)| &data.dates) {
        if !departments.iter().any(|known| name(known) == name(dates)) {
            departments.push(dates);
        }
    }
    departments.sort_by_key(|dates| dates.department.is_some());
    let join = |first: &DatesView| {
        let of = |data: &ClinicData| -> Vec<DatesView> {
            data.dates.iter().filter(|dates| name(dates) == name(first)).cloned().collect()
        };
        let mut deadlines =
            join_rows(each, pen, |data| of(data).into_iter().flat_map(|dates| dates.deadlines).collect());
        deadlines.sort_by(|one: &DeadlineView, two| one.date.iso.cmp(&two.date.iso));
        DatesView {
            department: first.department.clone(),
            department_lang: first.department_lang.clone(),
            services: join_rows(each, pen, |data| {
                of(data).into_iter().flat_map(|dates| dates.services).collect()
            }),
            deadlines,
        }
    };
    departments.into_iter().map(join).collect()
}

/// The abbreviations of all clinics of a subject that mean the same for each of them.
pub(super) fn join_terms(each: &[(String, Vec<TermView>)], pen: &Pen) -> Vec<TermView> {
    let mut terms = join_rows(each, pen, Clone::clone);
    terms.retain(|term| term.clinics.is_empty());
    terms
}

fn join_rows<D, R: SharedRow>(each: &[(String, D)], pen: &Pen, rows: impl Fn(&D) -> Vec<R>) -> Vec<R> {
    let mut joined: Vec<(R, Vec<String>)> = Vec::new();
    for (name, data) in each {
        for row in rows(data) {
            if let Some((_, clinics)) = joined.iter_mut().find(|(known, _)| reads_the_same(known, &row, pen))
            {
                clinics.push(name.clone());
                continue;
            }
            // Beside the other clinics' row of the same name, so that the reader can compare them.
            let same = joined.iter().rposition(|(known, _)| known.id() == row.id());
            joined.insert(same.map_or(joined.len(), |at| at + 1), (row, vec![name.clone()]));
        }
    }
    let say_which = |(mut row, clinics): (R, Vec<String>)| {
        if clinics.len() < each.len() {
            *row.clinics() = clinics;
        }
        row
    };
    joined.into_iter().map(say_which).collect()
}

/// Whether two rows say the same, wherever they come from.
fn reads_the_same<R: SharedRow>(one: &R, other: &R, pen: &Pen) -> bool {
    let read = |row: &R| serde_json::to_string(row).map(|text| pen.read(&text).into_owned()).ok();
    one == other || (pen.marks() && one.id() == other.id() && read(one) == read(other))
}

/// What stands outside of tables has no column for its clinics, so it must read the same for all.
fn check_equal(
    subject: &PageSubject<'_, '_>,
    each: &[(String, ClinicData)],
    brand: &Brand,
    found: &mut Diagnostics,
) {
    let (first, first_data) = (subject.clinics[0], &each[0].1);
    for (other, (_, data)) in subject.clinics.iter().zip(each).skip(1) {
        let written = |clinic: &Clinic<'_>| {
            clinic.settings.arrangement.as_ref().map(|arrangement| arrangement.origin().span)
        };
        let arrangement =
            written(other).or_else(|| written(first)).unwrap_or(other.settings.name.origin().span);
        let differing = [
            ("dpo", first_data.dpo != data.dpo, other.about.dpo.origin().span),
            ("authority", first_data.authority != data.authority, other.about.authority.origin().span),
            (
                "arrangement",
                (&first_data.arrangement, &first_data.arrangement_summary)
                    != (&data.arrangement, &data.arrangement_summary),
                arrangement,
            ),
        ];
        for (field, _, span) in differing.into_iter().filter(|(_, differs, _)| *differs) {
            let error = Diagnostic::error(
                "shared-statement",
                span,
                say::shared_facts_differ(field, brand.id.as_str()),
            );
            found.push(error.with_help(say::use_statement_each()));
        }
    }
}
