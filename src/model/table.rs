use std::collections::BTreeSet;

use super::{Id, InputField, LayerInput, Merged, Origin, Row};
use crate::span::{Located, Span};

/// What one file says under one table's id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableEntry<I> {
    /// The id, and where the header is.
    pub id: Located<Id>,
    /// What is said.
    pub said: Said<I>,
    /// Set when something in it could not be read; then nothing is said of what it lacks.
    pub faulty: bool,
}

/// Either fields or a removal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said<I> {
    /// The fields that this layer gives.
    Fields(I),
    /// `remove = true`, with its reason.
    Removal {
        /// Why.
        reason: Located<String>,
    },
}

/// A table keyed by id, merged: rows in the order in which the layers introduce them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<'a, T> {
    /// What is there.
    pub rows: Vec<T>,
    /// What a layer took away, and why.
    pub removed: Vec<Removed<'a>>,
    /// The ids under which something is written that could not be read.
    pub(crate) faulty: BTreeSet<&'a Id>,
    /// Whether a whole file of the table could not be read.
    pub(crate) unread: bool,
}

/// Something that a layer took away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed<'a> {
    /// Its id.
    pub id: &'a Id,
    /// Why.
    pub reason: &'a Located<String>,
    /// Where it is taken away.
    pub origin: Origin<'a>,
    /// Where it was written before.
    pub replaced: Vec<Origin<'a>>,
}

impl<T> Table<'_, T> {
    /// Whether the table has no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether all that is written could be read.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.unread && self.faulty.is_empty()
    }
}

impl<'a, T: Merged<'a>> Table<'a, T> {
    /// The row called `id`.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&T> {
        self.rows.iter().find(|row| row.id().as_str() == id)
    }

    /// Whether more may be written under `id` than could be read;
    /// what seems to be missing there needs no second finding.
    #[must_use]
    pub fn is_uncertain(&self, id: &str) -> bool {
        self.unread || self.faulty.iter().any(|faulty| faulty.as_str() == id)
    }
}

/// What one layer writes in a table, seen without its type.
pub trait AnyInput {
    /// The ids, each as often as it is written.
    fn ids(&self) -> Vec<&Id>;

    /// Where they are written.
    fn places(&self) -> Vec<Span>;

    /// The ids that are taken away, and where.
    fn removals(&self) -> Vec<&Located<Id>>;

    /// What is said under each id, field by field; a removal says nothing.
    fn entries(&self) -> Vec<(&Id, Vec<InputField<'_>>)>;
}

impl<I: LayerInput> AnyInput for Vec<TableEntry<I>> {
    fn ids(&self) -> Vec<&Id> {
        self.iter().map(|entry| &entry.id.value).collect()
    }

    fn places(&self) -> Vec<Span> {
        self.iter().map(|entry| entry.id.span).collect()
    }

    fn removals(&self) -> Vec<&Located<Id>> {
        let is_removal = |entry: &&TableEntry<I>| matches!(entry.said, Said::Removal { .. });
        self.iter().filter(is_removal).map(|entry| &entry.id).collect()
    }

    fn entries(&self) -> Vec<(&Id, Vec<InputField<'_>>)> {
        let mut entries = Vec::new();
        for TableEntry { id, said, .. } in self {
            if let Said::Fields(input) = said {
                entries.push((&id.value, input.fields()));
            }
        }
        entries
    }
}

/// A merged table, seen without its type.
pub trait AnyTable<'a> {
    /// The rows.
    fn rows(&self) -> Vec<&dyn Row<'a>>;

    /// What a layer took away.
    fn removed(&self) -> &[Removed<'a>];

    /// Whether a whole file of the table could not be read.
    fn is_unread(&self) -> bool;
}

impl<'a, T: Merged<'a>> AnyTable<'a> for Table<'a, T> {
    fn rows(&self) -> Vec<&dyn Row<'a>> {
        self.rows.iter().map(|row| row as &dyn Row<'a>).collect()
    }

    fn removed(&self) -> &[Removed<'a>] {
        &self.removed
    }

    fn is_unread(&self) -> bool {
        self.unread
    }
}
