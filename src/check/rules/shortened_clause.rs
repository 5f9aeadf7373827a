//! A clause that takes the place of a much longer one without saying that this is meant.

use crate::check::rewritten::rewritten;
use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule =
    Rule { name: "shortened-clause", severity: Severity::Warning, looks: Looks::Clinic(check) };

/// Of fewer words than these, not much can be lost.
const LONG: usize = 100;
/// One part in so many is left.
const LEFT: usize = 4;

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for clause in subject.clinic.clauses.values() {
        // Whoever writes `op` has said what is meant.
        if clause.steps.iter().skip(1).any(|step| step.input.front.op.is_some()) {
            continue;
        }
        for text in rewritten(clause)
            .into_iter()
            .filter_map(|texts| texts.into_iter().max_by_key(|text| text.base_words().count()))
        {
            let (before, now) = (text.base_words().count(), text.words().count());
            if before >= LONG && now * LEFT <= before {
                let headline = say::clause_is_shorter(text.clause, before, now);
                let finding =
                    RULE.at_span(text.span, headline).with_related(text.base_span, say::longer_here());
                found.push(finding.with_help(say::say_the_op()));
            }
        }
    }
}
