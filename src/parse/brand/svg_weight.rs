//! How much a browser draws of an SVG whose parts are drawn again and again.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::svg::XLINK;

/// What a phone draws in a moment.
const MOST: u64 = 50_000;

/// Whether the drawing is too large with everything that is drawn again written out, or holds itself.
pub(super) fn is_too_heavy(document: &Document<'_>) -> bool {
    let mut by_id = BTreeMap::new();
    for node in document.descendants() {
        // Of two with one name a browser takes the first.
        node.attribute("id").map(|id| by_id.entry(id).or_insert(node));
    }
    let mut weights = Weights { by_id, known: BTreeMap::new() };
    // A weight counts what stands within an element and what that refers to, so the root's is that of all.
    weights.of(document.root_element(), 0).is_none_or(|weight| weight > MOST)
}

struct Weights<'d, 'i> {
    by_id: BTreeMap<&'d str, Node<'d, 'i>>,
    known: BTreeMap<u32, u64>,
}

/// References from one part to the next; no drawing needs more.
const LONGEST_CHAIN: usize = 8;

impl<'d, 'i> Weights<'d, 'i> {
    /// The number of elements that drawing `node` draws; None if its references go too deep, as in a circle.
    fn of(&mut self, node: Node<'d, 'i>, chain: usize) -> Option<u64> {
        if let Some(known) = self.known.get(&node.id().get()) {
            return Some(*known);
        }
        if chain > LONGEST_CHAIN {
            return None;
        }
        let mut weight: u64 = 0;
        for part in node.descendants().filter(Node::is_element) {
            weight = weight.saturating_add(1);
            for target in references(part) {
                if let Some(target) = self.by_id.get(target).copied() {
                    weight = weight.saturating_add(self.of(target, chain + 1)?);
                }
            }
        }
        self.known.insert(node.id().get(), weight);
        Some(weight)
    }
}

/// The names of what an element draws beside itself. Colours are not drawn again.
fn references<'d>(node: Node<'d, '_>) -> impl Iterator<Item = &'d str> {
    let drawn =
        (node.tag_name().name() == "use").then(|| node.attribute("href").or(node.attribute((XLINK, "href"))));
    let clip = node.attribute("clip-path").and_then(|value| {
        let inside = value.split_once('(')?.1.split(')').next()?;
        Some(inside.trim().trim_matches(['"', '\'']))
    });
    drawn.flatten().into_iter().chain(clip).filter_map(|place| place.strip_prefix('#'))
}
