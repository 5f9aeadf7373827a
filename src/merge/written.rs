//! Everything that a clinic's layers have written, by its key:
//! what `felles trace` and the marks of the preview go by.

use super::clinic::Clinic;
use crate::model::{Field, FieldKey, Id, Origin, Removed, Row};
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

/// A field of a clinic, and where it stands.
#[derive(Clone, Copy)]
pub struct ClinicField<'a, 'f> {
    /// Its key.
    pub key: FieldKey<'a>,
    /// Where the row is first written that it belongs to, if it belongs to one.
    pub row: Option<Span>,
    /// What it is.
    pub field: Field<'a, 'f>,
}

impl<'a> Clinic<'a> {
    /// All fields of the clinic, in its tables and beside them.
    #[must_use]
    pub fn fields(&self) -> Vec<ClinicField<'a, '_>> {
        let mut all = Vec::new();
        add("clinic", None, self.settings.fields(), &mut all);
        add("about", None, self.about.fields(), &mut all);
        for (table, rows) in self.tables.all() {
            for row in rows.rows() {
                add(table.name, Some((row.id(), row.span())), row.fields(), &mut all);
            }
        }
        all
    }
}

fn add<'a, 'f>(
    table: &'static str,
    row: Option<(&'a Id, Span)>,
    fields: Vec<Field<'a, 'f>>,
    all: &mut Vec<ClinicField<'a, 'f>>,
) {
    all.extend(fields.into_iter().map(|field| ClinicField {
        key: FieldKey { table, row: row.map(|(id, _)| id), field: field.name },
        row: row.map(|(_, span)| span),
        field,
    }));
}

/// All that the layers of a clinic have written, beside clauses and notices.
#[must_use]
pub fn written<'w>(clinic: &'w Clinic<'_>) -> Vec<Written<'w>> {
    let field = |ClinicField { key, row, field }: ClinicField<'w, 'w>| {
        let kind = WrittenKind::Field { origin: field.origin, replaced: field.replaced.to_vec() };
        Written { key: key.to_string(), row, kind }
    };
    let mut all: Vec<Written<'w>> = clinic.fields().into_iter().map(field).collect();
    for (table, rows) in clinic.tables.all() {
        all.extend(rows.removed().iter().map(|removed| Written {
            key: format!("{}.{}", table.name, removed.id),
            row: None,
            kind: WrittenKind::Removed(removed),
        }));
    }
    all
}
