//! A clause that says in `satisfies` which article it answers, and has a title and nothing below it.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};
use crate::merge::Clause;
use crate::model::{Language, Resolved};

pub(super) static RULE: Rule =
    Rule { name: "clause-without-text", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let clinic = subject.clinic;
    let sections = clinic.documents.iter().flat_map(|document| &document.sections);
    for clause in sections.filter_map(|section| clinic.clauses.get(section.id)) {
        let is_whole = clause.steps.iter().all(|step| !step.input.faulty);
        if clause.table.is_some() || !is_whole {
            continue;
        }
        for language in &clinic.languages {
            check_text(clause, language, found);
        }
    }
}

fn check_text(clause: &Clause<'_>, language: &Language, found: &mut Diagnostics) {
    let items = clause.satisfies.iter().flat_map(Resolved::get);
    let items: Vec<&str> = items.map(|item| item.value.citation()).collect();
    let Some(composed) = clause.compose(std::slice::from_ref(language)).filter(|_| !items.is_empty()) else {
        return;
    };
    if composed.parts.iter().all(|part| !part.text.says_something()) {
        let headline = say::clause_without_text(clause.id.as_str(), &items.join(", "));
        let finding = RULE.at_span(composed.title.span, headline);
        found.push(finding.with_help(say::write_the_text_or_leave_it_out()));
    }
}
