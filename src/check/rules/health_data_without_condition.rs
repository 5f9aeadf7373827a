//! A legal basis for health data that names no condition of Article 9(2).

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};

pub(super) static RULE: Rule =
    Rule { name: "health-data-without-condition", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for purpose in &subject.clinic.purposes.rows {
        let uses_health_data = purpose.health.as_ref().is_some_and(|health| *health.get());
        let is_denied = purpose.health.as_ref().filter(|health| !*health.get());
        if let Some(health) = is_denied
            && purpose.bases.get().iter().any(|basis| basis.value.condition.is_some())
        {
            let finding = RULE.at(health, say::condition_without_health_data(purpose.id.as_str()));
            found.push(finding.with_help(say::say_that_it_is_health_data()));
        }
        if !uses_health_data || subject.clinic.purposes.is_uncertain(purpose.id.as_str()) {
            continue;
        }
        for basis in purpose.bases.get().iter().filter(|basis| basis.value.condition.is_none()) {
            let finding = RULE.at_span(basis.span, say::health_data_without_condition(purpose.id.as_str()));
            found.push(finding.with_help(say::add_a_condition()));
        }
    }
}
