//! A clause that takes the place of a much longer one without saying that this is meant.

use crate::check::rewritten::RewrittenClause;
use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule =
    Rule { name: "shortened-clause", severity: Severity::Warning, looks: Looks::Clinic(check) };

/// Of fewer words than these, not much can be lost.
const LONG: usize = 100;
/// One part in so many is left.
const LEFT: usize = 4;

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for RewrittenClause { clause, texts } in subject.rewritten {
        // Whoever writes `op` has said what is meant.
        if clause.steps.iter().skip(1).any(|step| step.input.front.op.is_some()) {
            continue;
        }
        for texts in texts {
            let counts = texts.iter().map(|text| (text.base_words().count(), text));
            let Some((before, text)) = counts.max_by_key(|(before, _)| *before) else { continue };
            if before < LONG {
                continue;
            }
            let now = text.words().count();
            if now * LEFT <= before {
                let headline = say::clause_is_shorter(clause.id.as_str(), before, now);
                let finding =
                    RULE.at_span(text.span, headline).with_related(text.base_span, say::longer_here());
                found.push(finding.with_help(say::say_the_op()));
            }
        }
    }
}
