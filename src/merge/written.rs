//! Everything that a clinic's layers have written, by its key: what `felles trace` and the marks of the preview go by.

use super::clinic::Clinic;
use super::table::{Removed, Table};
use crate::model::{Field, Merged, Origin};
use crate::span::Span;

/// Something that a layer has written, and its key: `contacts.privacy.email`.
#[derive(Debug, Clone)]
pub struct Written<'w> {
    /// The key.
    pub key: String,
    /// Where the row is first written that it belongs to, if it belongs to one.
    pub row: Option<Span>,
    /// What it is.
    pub kind: WrittenKind<'w>,
}

/// A value, or the end of a row.
#[derive(Debug, Clone)]
pub enum WrittenKind<'w> {
    /// A field: where its value was written, and the values that it replaced, the widest layer's first.
    Field {
        /// Where the value stands.
        origin: Origin<'w>,
        /// Where those stand that it replaced.
        replaced: Vec<Origin<'w>>,
    },
    /// A row that a layer took away.
    Removed(&'w Removed<'w>),
}

/// All that the layers of a clinic have written, beside clauses and notices.
#[must_use]
pub fn written<'w>(clinic: &'w Clinic<'_>) -> Vec<Written<'w>> {
    let mut all = Vec::new();
    let mut plain = |fields: Vec<Field<'w, 'w>>, prefix: &str| {
        all.extend(fields.into_iter().map(|field| of_field(format!("{prefix}{}", field.name), None, &field)));
    };
    plain(clinic.settings.fields(), "clinic.");
    plain(clinic.about.fields(), "about.");
    for composed in &clinic.documents {
        plain(composed.document.fields(), &format!("documents.{}.", composed.document.id));
    }
    table("departments", &clinic.departments, &mut all);
    table("contacts", &clinic.contacts, &mut all);
    table("entities", &clinic.entities, &mut all);
    table("purposes", &clinic.purposes, &mut all);
    table("processors", &clinic.processors, &mut all);
    table("retention", &clinic.retention, &mut all);
    table("cookie_categories", &clinic.cookie_categories, &mut all);
    table("cookies", &clinic.cookies, &mut all);
    table("laws", &clinic.laws, &mut all);
    table("hours", &clinic.hours, &mut all);
    table("exceptions", &clinic.exceptions, &mut all);
    table("services", &clinic.services, &mut all);
    table("deadlines", &clinic.deadlines, &mut all);
    table("glossary", &clinic.glossary, &mut all);
    all
}

fn table<'w, 'a: 'w, T: Merged<'a>>(name: &str, table: &'w Table<'a, T>, all: &mut Vec<Written<'w>>) {
    for row in &table.rows {
        let key = |field: &Field<'_, '_>| format!("{name}.{}.{}", row.id(), field.name);
        all.extend(row.fields().iter().map(|field| of_field(key(field), Some(row.span()), field)));
    }
    all.extend(table.removed.iter().map(|removed| Written {
        key: format!("{name}.{}", removed.id),
        row: None,
        kind: WrittenKind::Removed(removed),
    }));
}

fn of_field<'w>(key: String, row: Option<Span>, field: &Field<'w, '_>) -> Written<'w> {
    let kind = WrittenKind::Field { origin: field.origin, replaced: field.replaced.to_vec() };
    Written { key, row, kind }
}
