use super::meant::as_meant;
use crate::diagnostic::{Diagnostic, catalogue::content as say};
use crate::model::{
    Entry, Id, LayerInput, Line, Node, NodeKind, Reader, RowAsWritten, Said, TableEntry, TableReader,
    TextValue,
};
use crate::span::Located;

/// Reads the tables keyed by id below one name: `[processors.x]`, `[processors.y]`.
pub(super) fn read_table<I: LayerInput>(
    node: Option<&Node>,
    above: &[&'static str],
    reader: &mut Reader<'_>,
) -> Vec<TableEntry<I>> {
    let Some(node) = node else { return Vec::new() };
    let NodeKind::Table(entries) = &node.kind else {
        reader.wrong_kind(node, say::write_a_table());
        return Vec::new();
    };
    entries.iter().filter_map(|entry| read_keyed(entry, above, reader)).collect()
}

/// Reads one `[name.id]`.
fn read_keyed<I: LayerInput>(
    entry: &Entry,
    above: &[&'static str],
    reader: &mut Reader<'_>,
) -> Option<TableEntry<I>> {
    match Id::parse(&entry.key.value) {
        Ok(id) => read_entry(Located::new(id, entry.key.span), &entry.value, above, reader),
        Err(invalid) => {
            reader.invalid(entry.key.span, invalid);
            // What names it writes it as it should be, or is told so itself.
            let id = Id::from_name(&entry.key.value)?;
            let entry = read_entry(Located::new(id, entry.key.span), &entry.value, above, reader)?;
            Some(TableEntry { faulty: true, ..entry })
        }
    }
}

/// Reads what one file says under `id`: fields, or a removal with its reason.
pub(super) fn read_entry<I: LayerInput>(
    id: Located<Id>,
    node: &Node,
    above: &[&'static str],
    reader: &mut Reader<'_>,
) -> Option<TableEntry<I>> {
    let before = reader.found.count();
    let keys: Vec<&str> = I::FIELDS.iter().copied().chain(["remove", "reason", RowAsWritten::KEY]).collect();
    let node = &*as_meant(node, &keys, above, reader);
    let mut table = TableReader::open(node, reader)?;
    let removes =
        table.is_written("remove") && table.field::<bool>("remove").is_some_and(|remove| remove.value);
    let said = if removes {
        let reason = table.field::<Line>("reason");
        if let Some(other) = I::FIELDS.iter().find(|field| **field != "reason" && table.is_written(field)) {
            let span = table.node(other).map_or(id.span, |node| node.span);
            let error =
                Diagnostic::error("removal-with-other-keys", span, say::removal_with_other_keys(id.as_str()));
            table.reader().found.push(error.with_help(say::keep_remove_and_reason()));
        } else if !table.is_written("reason") {
            let error =
                Diagnostic::error("reason-missing", id.span, say::removal_needs_a_reason(id.as_str()));
            table.reader().found.push(error.with_help(say::add_a_reason()));
        }
        for field in I::FIELDS {
            table.node(field);
        }
        let reason = reason.map_or_else(
            || Located::new(String::new(), id.span),
            |reason| Located::new(reason.as_str().to_owned(), reason.span),
        );
        Said::Removal { reason }
    } else {
        Said::Fields(I::read(&mut table))
    };
    table.finish(above);
    Some(TableEntry { faulty: reader.found.count() > before, id, said })
}
