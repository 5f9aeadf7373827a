//! A text of a clinic that is on no page of it, since a condition keeps it away.

use std::collections::BTreeSet;

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Message, Severity, catalogue::coverage as say};
use crate::merge::{Clause, Clinic};
use crate::model::{ClauseOp, Condition, Id, Layer};
use crate::span::Span;

pub(super) static RULE: Rule =
    Rule { name: "hidden-override", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let clinic = subject.clinic;
    if !clinic.lists_are_whole {
        return;
    }
    let sections = clinic.documents.iter().flat_map(|document| &document.sections);
    let shown: BTreeSet<&Id> = sections.map(|section| section.id).collect();
    for clause in clinic.clauses.values() {
        let is_shown = shown.contains(clause.id);
        let own = clause.steps.iter().rfind(|step| matches!(step.layer, Layer::Clinic(_)));
        let Some(own) = own.filter(|step| !is_shown && step.op != ClauseOp::Omit && !step.input.faulty)
        else {
            continue;
        };
        if let Some((headline, place)) = reason(clause, clinic) {
            let finding = RULE.at_span(own.input.span, headline).with_related(place, say::the_condition());
            found.push(finding.with_help(say::remove_the_text_or_the_condition()));
        }
    }
}

/// What keeps a clause from the pages, and where that is written: its own condition, or that of the clause
/// that it is a part of.
fn reason(clause: &Clause<'_>, clinic: &Clinic<'_>) -> Option<(Message, Span)> {
    let mut part = Some(clause);
    // Sections go three deep; a circle would be reported where the clauses are listed.
    for _ in 0..3 {
        let here = part?;
        let when = here.when.as_ref().filter(|when| !clinic.holds(when.get()));
        if let Some(when) = when {
            let headline = say::hidden_without(clause.id.as_str(), &words(when.get()));
            return Some((headline, when.origin().span));
        }
        let unless = here.unless.as_ref().filter(|unless| clinic.holds(unless.get()));
        if let Some(unless) = unless {
            let headline = say::hidden_with(clause.id.as_str(), &words(unless.get()));
            return Some((headline, unless.origin().span));
        }
        part = parent(here, clinic);
    }
    None
}

fn parent<'c, 'a>(clause: &Clause<'a>, clinic: &'c Clinic<'a>) -> Option<&'c Clause<'a>> {
    let front = clause.steps.iter().find_map(|step| step.input.front.under.as_ref());
    let lists = clinic.documents.iter().flat_map(|document| document.document.clauses.get());
    let mut slots = lists.filter(|slot| &slot.value.id.value == clause.id);
    let listed = slots.find_map(|slot| slot.value.under.as_ref());
    clinic.clauses.get(&front.or(listed)?.value)
}

fn words(condition: &Condition) -> String {
    let kind = condition.kind.word();
    condition.id.as_ref().map_or_else(|| kind.to_owned(), |id| format!("{kind}.{id}"))
}
