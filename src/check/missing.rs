//! What the rules of completeness share: an item of the law that no page of a clinic answers.

use super::coverage::{ClinicPages, Item, State, claims};
use super::{Rule, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics, Message, catalogue::coverage as say};
use crate::merge::{Clause, Clinic};
use crate::model::{Language, Resolved};
use crate::span::Span;

/// Reports an item that no page of the clinic answers, with the languages that lack it if others have it.
pub(super) fn check_item(
    rule: &Rule,
    item: Item,
    headline: Message,
    subject: Subject<'_, '_>,
    found: &mut Diagnostics,
) {
    let clinic = subject.clinic;
    // A clause on a page that lacks a language is reported as that; one that an override takes away,
    // where it does so.
    if !is_known(clinic) || is_reported(clinic, item) || emptied(clinic, item).next().is_some() {
        return;
    }
    let missing: Vec<&str> = languages_without(item, subject).map(Language::as_str).collect();
    if missing.is_empty() {
        return;
    }
    let headline = if missing.len() == clinic.languages.len() {
        headline
    } else {
        say::in_languages(&missing.join(", "), &headline)
    };
    let finding = rule.at_span(place(clinic), headline);
    found.push(match hidden(clinic, item) {
        Some(clause) => {
            let (id, file) = (clause.id.as_str(), clause.steps[0].input.span);
            finding.with_related(file, say::says_it()).with_help(say::show_the_clause(id))
        }
        None => finding.with_help(cure(item)),
    });
}

/// The languages of the clinic in which no page answers an item.
pub(super) fn languages_without<'c>(
    item: Item,
    subject: Subject<'c, '_>,
) -> impl Iterator<Item = &'c Language> {
    let without = move |chain: &&Vec<Language>| {
        let cell = ClinicPages { clinic: subject.clinic, chain }.cell(item);
        // A row that lacks the answer is reported by the rule on such rows; only this one has none.
        cell.state == State::Missing && (cell.lacking.is_empty() || item == Item::DutyToGive)
    };
    let mut languages: Vec<&Language> =
        subject.clinic.chains.iter().filter(without).filter_map(|chain| chain.first()).collect();
    languages.dedup();
    languages.into_iter()
}

/// The clauses that answer an item and that a layer takes off the pages, with the place where it does.
pub(super) fn emptied<'c, 'a>(
    clinic: &'c Clinic<'a>,
    item: Item,
) -> impl Iterator<Item = (&'c Clause<'a>, Span)> {
    let answers = move |clause: &&Clause<'_>| claims(clause, item) || shows_table(clause, item);
    clinic.clauses.values().filter(answers).filter_map(move |clause| {
        let omitted =
            clause.omission().map(|step| step.input.front.op.as_ref().map_or(step.input.span, |op| op.span));
        let left_out = || {
            let lists = clinic.documents.iter().filter_map(|composed| composed.document.left_out.as_ref());
            let entry = lists.flat_map(Resolved::get).find(|id| &id.value == clause.id);
            entry.filter(|_| !is_shown(clinic, clause)).map(|id| id.span)
        };
        Some((clause, omitted.or_else(left_out)?))
    })
}

fn shows_table(clause: &Clause<'_>, item: Item) -> bool {
    item.table().is_some_and(|asked| clause.table.as_ref().is_some_and(|table| *table.get() == asked))
}

/// Whether all was read that could answer something; if not, nothing is said of what seems to be missing.
pub(super) fn is_known(clinic: &Clinic<'_>) -> bool {
    let tables = clinic.purposes.is_whole() && clinic.processors.is_whole() && clinic.retention.is_whole();
    let faulty = clinic.clauses.values().flat_map(|clause| &clause.steps).any(|step| step.input.faulty);
    clinic.whole && clinic.lists_are_whole && tables && !faulty
}

fn is_shown(clinic: &Clinic<'_>, clause: &Clause<'_>) -> bool {
    clinic.documents.iter().any(|composed| composed.sections.iter().any(|section| section.id == clause.id))
}

/// Whether a clause that would answer is on a page, or is locked and listed:
/// what keeps it from speaking is reported as that.
fn is_reported(clinic: &Clinic<'_>, item: Item) -> bool {
    let is_locked = |clause: &Clause<'_>| {
        let lists = clinic.documents.iter().flat_map(|composed| composed.document.clauses.get());
        let always = clause.when.is_none() && clause.unless.is_none();
        let locked = clause.policy.is_kept() && always;
        locked && lists.map(|slot| &slot.value.id.value).any(|id| id == clause.id)
    };
    let claiming = clinic.clauses.values().filter(|clause| claims(clause, item));
    claiming.into_iter().any(|clause| is_shown(clinic, clause) || is_locked(clause))
}

/// A clause that would answer an item if it were on a page.
fn hidden<'c, 'a>(clinic: &'c Clinic<'a>, item: Item) -> Option<&'c Clause<'a>> {
    clinic.clauses.values().find(|clause| claims(clause, item))
}

/// The list of clauses of the clinic's first document, where the answer could go.
fn place(clinic: &Clinic<'_>) -> Span {
    let first = clinic.documents.first();
    first.map_or(clinic.settings.name.origin().span, |composed| composed.document.clauses.origin().span)
}

/// Where the answer to an item could go.
fn cure(item: Item) -> Message {
    let clause = match item {
        Item::Purposes | Item::LegalBases | Item::Interests | Item::HealthCondition | Item::Categories => {
            return say::show_the_table("purposes", "why-we-use-data");
        }
        Item::Retention => return say::show_the_table("retention", "how-long"),
        Item::Recipients | Item::Transfers => return say::show_the_table("processors", "who-gets-data"),
        Item::Sources => "where-data-come-from",
        Item::Rights => "your-rights",
        Item::Withdrawal => "withdraw-consent",
        Item::DutyToGive => "must-you-give-data",
        Item::AutomatedDecisions => "automated-decisions",
        Item::Complaint => "complaint",
        Item::Controller | Item::DataProtectionOfficer | Item::StatementDate => "who-we-are",
    };
    say::write_a_clause(clause, item.citation())
}

/// A finding of an override that leaves an item unanswered.
pub(super) fn finding_at(rule: &Rule, span: Span, headline: Message) -> Diagnostic {
    rule.at_span(span, headline).with_help(say::answer_it_elsewhere())
}
