//! A purpose that names no legal basis.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};

pub(super) static RULE: Rule =
    Rule { name: "purpose-without-basis", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for purpose in &subject.clinic.purposes.rows {
        if purpose.bases.get().is_empty() && !subject.clinic.purposes.is_uncertain(purpose.id.as_str()) {
            let finding = RULE.at(&purpose.bases, say::purpose_without_basis(purpose.id.as_str()));
            found.push(finding.with_help(say::add_a_basis()));
        }
    }
}
