//! The order of a document's clauses: the listed ones, and the new ones that layers add after or under them.

use std::collections::{BTreeMap, BTreeSet};

use super::clause::Clause;
use crate::diagnostic::catalogue::content::did_you_mean;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::merge as say, nearest};
use crate::model::{Document, Id, Layer};
use crate::span::Span;

/// A clause in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot<'a> {
    /// The clause.
    pub id: &'a Id,
    /// How many clauses it is under.
    pub depth: usize,
}

/// What decides about the clauses that no list names.
#[derive(Clone, Copy)]
pub(super) struct NewClauses<'c, 'a> {
    /// The clinic's layers, the widest first.
    pub layers: &'c [Layer<'a>],
    /// The clauses that some list names or leaves out: they are not new.
    pub spoken_of: &'c [&'a Id],
    /// Whether a list could not be read.
    pub unread: bool,
}

/// Sections go no deeper than 1.1.1.
const DEEPEST: usize = 2;

/// Puts a document's listed clauses in order.
///
/// A misspelt name is reported and stands for what it means, so that nothing is said of what hangs on it.
pub(super) fn listed_order<'a>(
    document: &Document<'a>,
    clauses: &BTreeMap<&'a Id, Clause<'a>>,
    found: &mut Diagnostics,
) -> Vec<Slot<'a>> {
    let mut order: Vec<Slot<'a>> = Vec::new();
    let mut misspelt: Vec<(&Id, &'a Id)> = Vec::new();
    for slot in document.clauses.get() {
        let written = &slot.value.id;
        let mut id = &written.value;
        if !clauses.contains_key(id) {
            let error = Diagnostic::error("unknown-clause", written.span, say::unknown_clause(id.as_str()));
            let meant = meant_clause(id, clauses.keys().copied());
            found.push(error.with_help(meant.map(|id| did_you_mean(id.as_str()))));
            let Some(meant) = meant else { continue };
            misspelt.push((id, meant));
            id = meant;
            // What is listed rightly too keeps that place.
            if document.clauses.get().iter().any(|slot| &slot.value.id.value == id) {
                continue;
            }
        }
        if order.iter().any(|before| before.id == id) {
            let twice = say::clause_listed_twice(id.as_str());
            found.push(Diagnostic::error("duplicate-clause", written.span, twice));
            continue;
        }
        let Some(under) = &slot.value.under else {
            order.push(Slot { id, depth: 0 });
            continue;
        };
        let is_same_slip = misspelt.iter().find(|(slip, _)| *slip == &under.value);
        let parent = is_same_slip.map_or(&under.value, |(_, meant)| *meant);
        if !place_under(&mut order, id, parent) {
            let error =
                Diagnostic::error("unknown-clause", under.span, say::not_listed_above(under.as_str()));
            let meant = meant_clause(parent, order.iter().map(|slot| slot.id));
            found.push(error.with_help(meant.map(|id| did_you_mean(id.as_str()))));
            if !meant.is_some_and(|meant| place_under(&mut order, id, meant)) {
                order.push(Slot { id, depth: 0 });
            }
        }
    }
    order
}

/// The clause that a misspelt name most probably means.
fn meant_clause<'a>(written: &Id, known: impl Iterator<Item = &'a Id> + Clone) -> Option<&'a Id> {
    let meant = nearest(written.as_str(), known.clone().map(Id::as_str))?;
    known.into_iter().find(|id| id.as_str() == meant)
}

/// Puts `id` under `parent`, as its last part; false if the parent is not there or too deep already.
fn place_under<'a>(order: &mut Vec<Slot<'a>>, id: &'a Id, parent: &Id) -> bool {
    let Some(at) = order.iter().position(|slot| slot.id == parent) else { return false };
    let depth = order[at].depth + 1;
    if depth > DEEPEST {
        return false;
    }
    order.insert(end_of(order, at), Slot { id, depth });
    true
}

fn place_after<'a>(order: &mut Vec<Slot<'a>>, id: &'a Id, before: &Id) -> bool {
    let Some(at) = order.iter().position(|slot| slot.id == before) else { return false };
    let depth = order[at].depth;
    order.insert(end_of(order, at), Slot { id, depth });
    true
}

/// Where the clause at `at` ends, with all that is under it.
fn end_of(order: &[Slot<'_>], at: usize) -> usize {
    let depth = order[at].depth;
    order[at + 1..].iter().position(|slot| slot.depth <= depth).map_or(order.len(), |more| at + 1 + more)
}

/// Adds the clauses that no list names to the documents that hold their neighbours.
///
/// Ties go by layer, then id: those of a wider layer stand closer to the clause that they follow.
pub(super) fn place_new_clauses<'a>(
    orders: &mut [(&'a Id, Vec<Slot<'a>>)],
    context: NewClauses<'_, 'a>,
    clauses: &BTreeMap<&'a Id, Clause<'a>>,
    found: &mut Diagnostics,
) {
    let is_listed = |id: &Id, orders: &[(&Id, Vec<Slot<'_>>)]| {
        orders.iter().any(|(_, order)| order.iter().any(|slot| slot.id == id))
    };
    let mut new: Vec<&Clause<'a>> = clauses
        .values()
        .filter(|clause| !is_listed(clause.id, orders) && !context.spoken_of.contains(&clause.id))
        .collect();
    let rank = |clause: &Clause<'a>| context.layers.iter().position(|layer| *layer == clause.steps[0].layer);
    new.sort_by_key(|clause| (rank(clause), clause.id));
    // A new clause may follow another new one. All neighbours of one clause are placed in the same round, or
    // a clause that waited for its neighbour would come before the others whatever its layer.
    loop {
        let placed: BTreeSet<&Id> =
            orders.iter().flat_map(|(_, order)| order.iter().map(|slot| slot.id)).collect();
        let (round, later): (Vec<_>, Vec<_>) =
            new.into_iter().partition(|clause| neighbour(clause).is_some_and(|id| placed.contains(id)));
        // What goes under a clause is put last; what follows one is put directly after it,
        // so the last one put stands first.
        let under = round.iter().filter(|clause| clause.steps[0].input.front.after.is_none());
        let after = round.iter().rev().filter(|clause| clause.steps[0].input.front.after.is_some());
        let mut left: Vec<&Clause<'a>> =
            under.chain(after).filter(|clause| !place(clause, orders)).copied().collect();
        let moved = left.len() < round.len();
        left.extend(later);
        new = left;
        if !moved {
            break;
        }
    }
    // A clause may have its place in a list that could not be read.
    for clause in new.into_iter().filter(|_| !context.unread) {
        report_without_place(clause, orders, clauses, found);
    }
}

fn neighbour<'a>(clause: &Clause<'a>) -> Option<&'a Id> {
    let front = &clause.steps[0].input.front;
    front.after.as_ref().or(front.under.as_ref()).map(|id| &id.value)
}

fn place<'a>(clause: &Clause<'a>, orders: &mut [(&'a Id, Vec<Slot<'a>>)]) -> bool {
    let front = &clause.steps[0].input.front;
    orders.iter_mut().any(|(_, order)| match (&front.after, &front.under) {
        (Some(after), _) => place_after(order, clause.id, &after.value),
        (None, Some(under)) => place_under(order, clause.id, &under.value),
        (None, None) => false,
    })
}

fn report_without_place<'a>(
    clause: &Clause<'a>,
    orders: &[(&'a Id, Vec<Slot<'a>>)],
    clauses: &BTreeMap<&'a Id, Clause<'a>>,
    found: &mut Diagnostics,
) {
    let input = clause.steps[0].input;
    if input.faulty {
        return;
    }
    let names = orders.iter().flat_map(|(_, order)| order.iter().map(|slot| slot.id.as_str()));
    let Some(neighbour) = input.front.after.as_ref().or(input.front.under.as_ref()) else {
        let others = clauses.keys().map(|id| id.as_str()).filter(|name| *name != clause.id.as_str());
        let meant = nearest(clause.id.as_str(), others).map(did_you_mean);
        let place: Span = input.span;
        let error =
            Diagnostic::error("clause-without-place", place, say::clause_without_place(clause.id.as_str()));
        found.push(error.with_help(meant.unwrap_or_else(|| match clause.steps[0].layer {
            Layer::Group => say::list_it_in_policy(),
            _ => say::add_after_or_under(),
        })));
        return;
    };
    let error =
        Diagnostic::error("unknown-clause", neighbour.span, say::no_document_holds(neighbour.as_str()));
    found.push(error.with_help(nearest(neighbour.as_str(), names).map(did_you_mean)));
}
