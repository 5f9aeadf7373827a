use crate::diagnostic::{Diagnostic, catalogue::content as say};
use crate::model::{Entry, Node, NodeKind, Reader};

/// The tables that a file may hold beside keys of its own, each with the keys that belong to it.
pub(super) type Tables = &'static [(&'static str, &'static [&'static str])];

/// Puts keys that slipped below a table's header back to where they belong, and reports each.
///
/// In TOML everything below `[colours]` belongs to it, which is easily missed by someone who adds
/// a line at the end of a file. `keys` are the file's own; a key that the table knows too is left to it.
pub(super) fn lift_slipped_keys(
    mut root: Node,
    keys: &[&str],
    tables: Tables,
    reader: &mut Reader<'_>,
) -> Node {
    let NodeKind::Table(entries) = &mut root.kind else { return root };
    let written: Vec<String> = entries.iter().map(|entry| entry.key.value.clone()).collect();
    let mut lifted: Vec<Entry> = Vec::new();
    for entry in entries.iter_mut() {
        let Some((_, own)) = tables.iter().find(|(name, _)| *name == entry.key.value) else { continue };
        let NodeKind::Table(inner) = &mut entry.value.kind else { continue };
        let slipped = |entry: &mut Entry| {
            let key = entry.key.value.as_str();
            keys.contains(&key) && !own.contains(&key) && !written.iter().any(|other| other == key)
        };
        lifted.extend(inner.extract_if(.., slipped));
    }
    for entry in &lifted {
        let key = entry.key.value.as_str();
        let error = Diagnostic::error("unknown-key", entry.key.span, say::unknown_key(key));
        reader.found.push(error.with_help(say::move_key_above(key)));
    }
    entries.extend(lifted);
    root
}
