use std::collections::BTreeMap;

use super::clause::{Clause, ClauseStep};
use super::clinic::Clinic;
use super::order::{NewClauses, Slot, listed_order, place_new_clauses};
use crate::diagnostic::catalogue::content::did_you_mean;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::merge as say, nearest};
use crate::model::{Document, Id, Layer, LayerContent, Said, Table};

/// A document with the sections that this clinic shows.
#[derive(Debug, Clone)]
pub struct ComposedDocument<'a> {
    /// Title, path and the list as it was written.
    pub document: Document<'a>,
    /// What is shown, in the order of reading.
    pub sections: Vec<Section<'a>>,
}

/// A clause in its place, with its generated number.
#[derive(Debug, Clone)]
pub struct Section<'a> {
    /// The clause's id.
    pub id: &'a Id,
    /// The number: `[4, 2]` is printed as 4.2.
    pub number: Vec<usize>,
}

/// Composes the documents: order, conditions, omissions, numbers.
pub(super) fn compose_documents<'a>(
    layers: &[(Layer<'a>, &'a LayerContent)],
    clinic: &Clinic<'a>,
    found: &mut Diagnostics,
) -> Vec<ComposedDocument<'a>> {
    let (table, clauses) = (&clinic.tables.documents, &clinic.clauses);
    check_lists(layers, clauses, found);
    let mut spoken_of = left_out_of(layers);
    spoken_of.extend(listed_or_meant(layers, clauses));
    let mut orders: Vec<(&'a Id, Vec<Slot<'a>>)> =
        table.rows.iter().map(|document| (document.id, listed_order(document, clauses, found))).collect();
    check_listed_once(table, &orders, found);
    let layers: Vec<Layer<'a>> = layers.iter().map(|(layer, _)| *layer).collect();
    let context = NewClauses { layers: &layers, spoken_of: &spoken_of, unread: !table.is_whole() };
    place_new_clauses(&mut orders, context, clauses, found);
    let mut composed = Vec::new();
    for (document, (_, order)) in table.rows.iter().zip(orders) {
        let shown = shown_slots(&order, clinic);
        check_locked(&order, &shown, clinic, found);
        if document.when.as_ref().is_none_or(|when| clinic.holds(when.get())) && !shown.is_empty() {
            composed.push(ComposedDocument { document: document.clone(), sections: numbered(&shown) });
        }
    }
    composed
}

fn left_out_of<'a>(layers: &[(Layer<'a>, &'a LayerContent)]) -> Vec<&'a Id> {
    let entries = layers.iter().flat_map(|(_, content)| &content.documents);
    let lists = entries.filter_map(|entry| match &entry.said {
        Said::Fields(fields) => fields.left_out.as_ref(),
        Said::Removal { .. } => None,
    });
    lists.flat_map(|list| list.value.iter().map(|id| &id.value)).collect()
}

/// The clauses that any list names, rightly or misspelt: if such a one is in no document,
/// that has been reported.
fn listed_or_meant<'a>(
    layers: &[(Layer<'a>, &'a LayerContent)],
    clauses: &BTreeMap<&'a Id, Clause<'a>>,
) -> Vec<&'a Id> {
    let entries = layers.iter().flat_map(|(_, content)| &content.documents);
    let lists = entries.filter_map(|entry| match &entry.said {
        Said::Fields(fields) => fields.clauses.as_ref(),
        Said::Removal { .. } => None,
    });
    let listed = lists.flat_map(|list| list.value.iter().map(|slot| &slot.value.id.value));
    let known = |id: &Id| clauses.keys().copied().find(|known| *known == id);
    listed
        .filter_map(|id| {
            let meant = || nearest(id.as_str(), clauses.keys().map(|id| id.as_str()));
            known(id)
                .or_else(|| meant().and_then(|name| clauses.keys().copied().find(|id| id.as_str() == name)))
        })
        .collect()
}

/// A layer that lists a document again says of every clause below that it keeps it or leaves it out.
fn check_lists<'a>(
    layers: &[(Layer<'a>, &'a LayerContent)],
    clauses: &BTreeMap<&'a Id, Clause<'a>>,
    found: &mut Diagnostics,
) {
    let mut below: BTreeMap<&'a Id, Vec<&'a Id>> = BTreeMap::new();
    for (layer, content) in layers {
        for entry in &content.documents {
            let Said::Fields(fields) = &entry.said else { continue };
            let left_out = fields.left_out.iter().flat_map(|list| &list.value);
            let Some(list) = &fields.clauses else { continue };
            let named: Vec<&'a Id> = list.value.iter().map(|slot| &slot.value.id.value).collect();
            if let Some(before) = below.get(&entry.id.value) {
                let mut gone: Vec<&Id> = Vec::new();
                for id in left_out {
                    gone.push(&id.value);
                    if !before.contains(&&id.value) {
                        let error = Diagnostic::error(
                            "unknown-clause",
                            id.span,
                            say::leaves_out_what_is_not_listed(id.as_str()),
                        );
                        found.push(error.with_help(
                            nearest(id.as_str(), before.iter().map(|id| id.as_str())).map(did_you_mean),
                        ));
                    } else if clauses.get(&id.value).is_some_and(|clause| clause.policy.is_kept()) {
                        found.push(
                            Diagnostic::error("locked-clause", id.span, say::clause_is_locked(id.as_str()))
                                .with_help(say::ask_the_group()),
                        );
                    }
                }
                let silent: Vec<&str> = before
                    .iter()
                    .filter(|id| clauses.contains_key(*id) && !named.contains(id) && !gone.contains(*id))
                    .map(|id| id.as_str())
                    .collect();
                if !silent.is_empty() {
                    let unsaid = crate::model::reader::listed(&silent);
                    let error = Diagnostic::error(
                        "clause-not-listed",
                        list.span,
                        say::list_is_silent_on(&unsaid, &layer.folder()),
                    );
                    found.push(error.with_help(say::name_in_left_out(&unsaid)));
                }
            }
            below.insert(&entry.id.value, named);
        }
    }
}

/// A clause is in one document, once.
fn check_listed_once<'a>(
    table: &Table<'a, Document<'a>>,
    orders: &[(&'a Id, Vec<Slot<'a>>)],
    found: &mut Diagnostics,
) {
    let mut homes: BTreeMap<&Id, &Id> = BTreeMap::new();
    for (document, order) in orders {
        for slot in order {
            if let Some(other) = homes.insert(slot.id, document) {
                let row = table.rows.iter().find(|row| row.id == *document);
                let place = row.and_then(|row| {
                    row.clauses.get().iter().find(|listed| &listed.value.id.value == slot.id)
                });
                if let Some(place) = place {
                    let headline = say::clause_in_two_documents(slot.id.as_str(), other.as_str());
                    found.push(Diagnostic::error("duplicate-clause", place.value.id.span, headline));
                }
            }
        }
    }
}

/// The slots that are shown: neither omitted nor conditioned away, themselves or with what they are under.
fn shown_slots<'a>(order: &[Slot<'a>], clinic: &Clinic<'a>) -> Vec<Slot<'a>> {
    let mut hidden_from: Option<usize> = None;
    let mut shown = Vec::new();
    for slot in order {
        if hidden_from.is_some_and(|depth| slot.depth > depth) {
            continue;
        }
        hidden_from = None;
        let clause = &clinic.clauses[slot.id];
        if clause.omission().is_some() || !is_asked_for(clause, clinic) {
            hidden_from = Some(slot.depth);
        } else {
            shown.push(*slot);
        }
    }
    shown
}

fn is_asked_for(clause: &Clause<'_>, clinic: &Clinic<'_>) -> bool {
    clause.when.as_ref().is_none_or(|when| clinic.holds(when.get()))
        && clause.unless.as_ref().is_none_or(|unless| !clinic.holds(unless.get()))
}

/// A locked clause may not vanish with the clause that it is under.
fn check_locked<'a>(order: &[Slot<'a>], shown: &[Slot<'a>], clinic: &Clinic<'a>, found: &mut Diagnostics) {
    let mut above: Vec<&Clause<'a>> = Vec::new();
    for slot in order {
        above.truncate(slot.depth);
        let clause = &clinic.clauses[slot.id];
        let locked = clause.policy.is_kept() && is_asked_for(clause, clinic);
        let omitting = above.iter().find_map(|parent| parent.omission());
        if let Some(step) = omitting.filter(|_| locked && !shown.contains(slot)) {
            let place = step.input.front.op.as_ref().map_or(step.input.span, |op| op.span);
            let error = Diagnostic::error("locked-clause", place, say::omits_a_locked_part(slot.id.as_str()));
            found.push(error.with_help(say::ask_the_group()));
        }
        check_new_part(clause, omitting, found);
        above.push(clause);
    }
}

/// Whoever writes a new part of a clause, and leaves that clause out, would lose the part unseen.
fn check_new_part(clause: &Clause<'_>, omitting: Option<&ClauseStep<'_>>, found: &mut Diagnostics) {
    let first = &clause.steps[0];
    if let (Some(step), Some(under)) = (omitting, &first.input.front.under)
        && first.layer >= step.layer
    {
        let omitted = step.input.front.op.as_ref().map_or(step.input.span, |op| op.span);
        let error = Diagnostic::error(
            "part-of-omitted-clause",
            under.span,
            say::stands_under_an_omitted_clause(under.as_str()),
        );
        found.push(error.with_related(omitted, say::left_out_here()).with_help(say::use_after()));
    }
}

fn numbered<'a>(shown: &[Slot<'a>]) -> Vec<Section<'a>> {
    let mut counters: Vec<usize> = Vec::new();
    let number = |slot: &Slot<'a>| {
        counters.truncate(slot.depth + 1);
        counters.resize(slot.depth + 1, 0);
        counters[slot.depth] += 1;
        Section { id: slot.id, number: counters.clone() }
    };
    shown.iter().map(number).collect()
}
