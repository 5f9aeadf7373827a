use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, catalogue::content as say, nearest};
use crate::model::{Entry, Node, NodeKind, Reader};
use crate::span::Located;

/// A table in which misspelt keys stand as what they are meant for; each is reported.
///
/// So one slip is one error: nothing is said of what is missing under the right name, nor of what hangs on
/// it. A key that is the name of one of `above` has slipped below a header, and is left to be reported as
/// that.
pub(super) fn as_meant<'n>(
    node: &'n Node,
    keys: &[&str],
    above: &[&str],
    reader: &mut Reader<'_>,
) -> Cow<'n, Node> {
    let NodeKind::Table(entries) = &node.kind else { return Cow::Borrowed(node) };
    let meant = |entry: &Entry| {
        let key = entry.key.value.as_str();
        let is_known = keys.contains(&key) || above.contains(&key);
        let dotted = || dotted(entry, keys).map(|(name, _)| name);
        if is_known { None } else { dotted().or_else(|| nearest(key, keys.iter().copied())) }
    };
    if entries.iter().all(|entry| meant(entry).is_none()) {
        return Cow::Borrowed(node);
    }
    let (slips, right): (Vec<&Entry>, Vec<&Entry>) = entries.iter().partition(|entry| meant(entry).is_some());
    let mut right: Vec<Entry> = right.into_iter().cloned().collect();
    for (slip, name) in slips.into_iter().filter_map(|slip| Some((slip, meant(slip)?))) {
        let unknown = Diagnostic::error("unknown-key", slip.key.span, say::unknown_key(&slip.key.value));
        reader.found.push(unknown.with_help(say::did_you_mean(name)));
        let value = dotted(slip, keys).map_or(&slip.value, |(_, value)| value);
        if let Some(entry) = right.iter_mut().find(|entry| entry.key.value == name) {
            add_missing(&mut entry.value, value);
        } else {
            right.push(Entry { key: Located::new(name.to_owned(), slip.key.span), value: value.clone() });
        }
    }
    right.sort_by_key(|entry| entry.key.span);
    Cow::Owned(Node { kind: NodeKind::Table(right), span: node.span })
}

/// The key that a dot cuts in two, and its value: `[security.txt]` is meant for `[security_txt]`.
fn dotted<'n, 'k>(entry: &'n Entry, keys: &[&'k str]) -> Option<(&'k str, &'n Node)> {
    let NodeKind::Table(inner) = &entry.value.kind else { return None };
    let [Entry { key, value }] = inner.as_slice() else { return None };
    let whole = [entry.key.value.as_str(), key.value.as_str()].join("_");
    keys.iter().find(|name| **name == whole).map(|name| (*name, value))
}

/// Adds what a table lacks and another, of the same name but for a slip, has: the other language of a text.
fn add_missing(to: &mut Node, from: &Node) {
    let (NodeKind::Table(to), NodeKind::Table(from)) = (&mut to.kind, &from.kind) else { return };
    for entry in from {
        if to.iter().all(|known| known.key.value != entry.key.value) {
            to.push(entry.clone());
        }
    }
}
