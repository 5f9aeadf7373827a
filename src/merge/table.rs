use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::catalogue::content::did_you_mean;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::merge as say, nearest};
use crate::model::{Id, Layer, LayerInput, Merged, Origin, Removed, Said, Table, TableEntry};

/// Merges the entries of all layers, the widest first.
///
/// `table_name` is how messages call the table; `unread` says whether a file of it could not be read whole.
pub(super) fn merge_table<'a, T, I>(
    layers: impl IntoIterator<Item = (Layer<'a>, &'a Vec<TableEntry<I>>)>,
    table_name: &'static str,
    unread: bool,
    found: &mut Diagnostics,
) -> Table<'a, T>
where
    T: Merged<'a, Input = I>,
    I: LayerInput + 'a,
{
    let mut order: Vec<&'a Id> = Vec::new();
    let mut by_id: BTreeMap<&'a Id, Vec<(Layer<'a>, &'a TableEntry<I>)>> = BTreeMap::new();
    for (layer, entries) in layers {
        for entry in entries {
            let steps = by_id.entry(&entry.id.value).or_default();
            if steps.is_empty() {
                order.push(&entry.id.value);
            }
            steps.push((layer, entry));
        }
    }
    let mut table = Table { rows: Vec::new(), removed: Vec::new(), faulty: BTreeSet::new(), unread };
    for id in &order {
        merge_row(id, &by_id[id], &order, table_name, &mut table, found);
    }
    table
}

fn merge_row<'a, T, I>(
    id: &'a Id,
    steps: &[(Layer<'a>, &'a TableEntry<I>)],
    known: &[&'a Id],
    table_name: &'static str,
    table: &mut Table<'a, T>,
    found: &mut Diagnostics,
) where
    T: Merged<'a, Input = I>,
    I: LayerInput,
{
    if steps.iter().any(|(_, entry)| entry.faulty) {
        table.faulty.insert(id);
    }
    let mut said: Vec<(Layer<'a>, &'a I)> = Vec::new();
    let mut written: Vec<Origin<'a>> = Vec::new();
    for (layer, entry) in steps {
        let origin = Origin { layer: *layer, span: entry.id.span };
        match &entry.said {
            Said::Fields(fields) => {
                if fields.fields().is_empty() && !said.is_empty() && !entry.faulty {
                    let headline = say::empty_table(table_name, id.as_str());
                    let warning = Diagnostic::warning("empty-table", entry.id.span, headline);
                    found.push(warning.with_help(say::write_what_is_other_here()));
                }
                said.push((*layer, fields));
                written.push(origin);
            }
            Said::Removal { .. } if said.is_empty() && table.unread => {}
            Said::Removal { .. } if said.is_empty() => {
                let others = known.iter().filter(|other| **other != id).map(|other| other.as_str());
                let meant = nearest(id.as_str(), others).map(did_you_mean);
                let error = Diagnostic::error(
                    "unknown-id",
                    entry.id.span,
                    say::removes_what_is_not_there(table_name, id.as_str()),
                );
                found.push(error.with_help(meant));
            }
            Said::Removal { reason } => {
                said.clear();
                table.removed.push(Removed { id, reason, origin, replaced: std::mem::take(&mut written) });
            }
        }
    }
    let Some(first) = written.first().copied().filter(|_| !said.is_empty()) else { return };
    match T::merge(id, first.span, &said) {
        Ok(row) => table.rows.push(row),
        Err(gaps) => {
            if table.is_uncertain(id.as_str()) {
                return;
            }
            table.faulty.insert(id);
            let meant =
                nearest(id.as_str(), known.iter().filter(|other| **other != id).map(|other| other.as_str()));
            let meant = meant.filter(|_| first.layer != Layer::Group);
            let missing = crate::model::reader::listed(&gaps);
            let error = Diagnostic::error(
                "incomplete",
                first.span,
                say::incomplete(table_name, id.as_str(), &missing),
            );
            found.push(error.with_help(meant.map_or_else(
                || match table_name {
                    "entities" if gaps.contains(&"name") => say::add_keys_and_the_legal_name(&missing),
                    _ => say::add_keys(&missing),
                },
                did_you_mean,
            )));
        }
    }
}
