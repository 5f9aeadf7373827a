//! A value or a clause that a profile or a clinic writes again just as the layer below has it.

use crate::check::rewritten::RewrittenClause;
use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, catalogue::coverage as say};
use crate::merge::{Clinic, ClinicField};
use crate::model::Field;

pub(super) static RULE: Rule =
    Rule { name: "override-same-as-base", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let clinic = subject.clinic;
    check_values(clinic, found);
    for RewrittenClause { clause, texts } in subject.rewritten {
        for texts in texts {
            // All languages, or the one that differs would be lost with the file that does not.
            if let Some(first) =
                texts.first().filter(|_| texts.iter().all(|text| text.words().eq(text.base_words())))
            {
                let finding = RULE.at_span(first.span, say::override_repeats_clause(clause.id.as_str()));
                let finding = finding.with_related(first.base_span, say::same_here());
                found.push(finding.with_help(say::remove_the_files()));
            }
        }
    }
}

fn check_values(clinic: &Clinic<'_>, found: &mut Diagnostics) {
    for ClinicField { key, field, .. } in clinic.fields().iter().filter(|written| written.field.repeats) {
        found.push(finding(&key.to_string(), field));
    }
}

fn finding(key: &str, field: &Field<'_, '_>) -> Diagnostic {
    let finding = RULE.at_span(field.origin.span, say::override_repeats_value(key));
    let below = field.replaced.last().map_or(field.origin.span, |origin| origin.span);
    finding.with_related(below, say::same_here()).with_help(say::remove_the_line())
}
