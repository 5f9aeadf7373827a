use std::collections::BTreeMap;

use crate::diagnostic::catalogue::content::did_you_mean;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::merge as say, nearest};
use crate::model::reader::listed;
use crate::model::{Id, Layer, LayerInput, Merged, Origin, Said, TableEntry};
use crate::span::Located;

/// A table keyed by id, merged: rows in the order in which the layers introduce them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<'a, T> {
    /// What is there.
    pub rows: Vec<T>,
    /// What a layer took away, and why.
    pub removed: Vec<Removed<'a>>,
    /// The ids of rows that are written and not complete; what refers to them needs no second finding.
    pub(super) broken: Vec<&'a Id>,
    /// Set when a file of the table could not be read whole: an id that seems unknown may be in it.
    pub(super) partial: bool,
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
}

impl<'a, T: Merged<'a>> Table<'a, T> {
    /// The row called `id`.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&T> {
        self.rows.iter().find(|row| row.id().as_str() == id)
    }
}

/// One kind of table in all layers.
pub(super) struct Entries<'a, I> {
    /// How messages call the table.
    pub table_name: &'static str,
    /// What the layers say, the widest first.
    pub layers: Vec<(Layer<'a>, &'a [TableEntry<I>])>,
    /// Whether a file of the table could not be read whole; then nothing is said of what seems to be missing.
    pub partial: bool,
}

/// What the layers say of one id, the widest first.
type Steps<'a, I> = Vec<(Layer<'a>, &'a TableEntry<I>)>;

/// Merges the entries of all layers.
pub(super) fn merge_table<'a, T: Merged<'a>>(
    entries: &Entries<'a, T::Input>,
    found: &mut Diagnostics,
) -> Table<'a, T> {
    let mut order: Vec<&'a Id> = Vec::new();
    let mut by_id: BTreeMap<&'a Id, Steps<'a, T::Input>> = BTreeMap::new();
    for (layer, said) in &entries.layers {
        for entry in *said {
            let steps = by_id.entry(&entry.id.value).or_default();
            if steps.is_empty() {
                order.push(&entry.id.value);
            }
            steps.push((*layer, entry));
        }
    }
    let mut table =
        Table { rows: Vec::new(), removed: Vec::new(), broken: Vec::new(), partial: entries.partial };
    let mut silent = Diagnostics::new();
    for id in &order {
        let row = Row { id, steps: &by_id[id], known: &order, table_name: entries.table_name };
        row.merge(&mut table, if entries.partial { &mut silent } else { found });
    }
    table
}

/// One id of a table, before it is merged.
struct Row<'r, 'a, I> {
    id: &'a Id,
    steps: &'r [(Layer<'a>, &'a TableEntry<I>)],
    known: &'r [&'a Id],
    table_name: &'static str,
}

impl<'a, I: LayerInput + 'a> Row<'_, 'a, I> {
    fn merge<T: Merged<'a, Input = I>>(&self, table: &mut Table<'a, T>, found: &mut Diagnostics) {
        let mut said: Vec<(Layer<'a>, &'a I)> = Vec::new();
        let mut written: Vec<Origin<'a>> = Vec::new();
        for (layer, entry) in self.steps {
            let origin = Origin { layer: *layer, span: entry.id.span };
            match &entry.said {
                Said::Fields(fields) => {
                    said.push((*layer, fields));
                    written.push(origin);
                }
                Said::Removal { .. } if said.is_empty() => {
                    let headline = say::removes_what_is_not_there(self.table_name, self.id.as_str());
                    let error = Diagnostic::error("unknown-id", entry.id.span, headline);
                    found.push(error.with_help(self.nearest_other().map(did_you_mean)));
                }
                Said::Removal { reason } => {
                    said.clear();
                    table.removed.push(Removed {
                        id: self.id,
                        reason,
                        origin,
                        replaced: std::mem::take(&mut written),
                    });
                }
            }
        }
        let Some(first) = written.first().copied().filter(|_| !said.is_empty()) else { return };
        match T::merge(self.id, first.span, &said) {
            Ok(row) => table.rows.push(row),
            Err(gaps) => {
                table.broken.push(self.id);
                if !self.steps.iter().any(|(_, entry)| entry.faulty) {
                    found.push(self.incomplete(first, &gaps));
                }
            }
        }
    }

    /// Where a narrower layer introduces something incomplete, it may have meant to change what is there under a near name.
    fn incomplete(&self, first: Origin<'a>, gaps: &[&str]) -> Diagnostic {
        let missing = listed(gaps);
        let headline = say::incomplete(self.table_name, self.id.as_str(), &missing);
        let meant = self.nearest_other().filter(|_| first.layer != Layer::Group);
        Diagnostic::error("incomplete", first.span, headline)
            .with_help(meant.map_or_else(|| say::add_keys(&missing), did_you_mean))
    }

    fn nearest_other(&self) -> Option<&str> {
        nearest(self.id.as_str(), self.known.iter().map(|other| other.as_str()))
    }
}
