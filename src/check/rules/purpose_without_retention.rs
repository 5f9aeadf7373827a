//! A purpose that does not say how long its data are kept.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};

pub(super) static RULE: Rule =
    Rule { name: "purpose-without-retention", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for purpose in &subject.clinic.purposes.rows {
        if purpose.retention.ids().is_empty() && !subject.clinic.purposes.is_uncertain(purpose.id.as_str()) {
            let finding = RULE.at(&purpose.retention, say::purpose_without_retention(purpose.id.as_str()));
            found.push(finding.with_help(say::name_a_retention()));
        }
    }
}
