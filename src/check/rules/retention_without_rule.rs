//! A retention entry that gives neither a period, an event nor a criterion.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};

pub(super) static RULE: Rule =
    Rule { name: "retention-without-rule", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for retention in &subject.clinic.retention.rows {
        if subject.clinic.retention.is_uncertain(retention.id.as_str()) {
            continue;
        }
        if retention.period.is_none() && retention.event.is_none() && retention.criterion.is_none() {
            let finding = RULE.at_span(retention.span, say::retention_without_rule(retention.id.as_str()));
            found.push(finding.with_help(say::add_a_retention_rule()));
        }
    }
}
