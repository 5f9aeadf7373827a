//! # health-data-without-condition
//!
//! ## What it finds
//! A legal basis for health data that names no condition of Article 9(2).
//!
//! ## Why it matters
//! GDPR Article 9(1) forbids the use of health data unless a condition of Article 9(2) holds, beside the basis of Article 6.
//!
//! ## Example
//! ```toml
//! [purposes.care]
//! health = true
//! bases = [{ article = "6(1)(c)" }]
//! ```
//!
//! ## How to fix it
//! Add `condition = "9(2)(h)"` for care, or whichever condition holds; or set `health = false`.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};

pub(super) static RULE: Rule = Rule {
    name: "health-data-without-condition",
    severity: Severity::Error,
    docs: include_str!("health_data_without_condition.rs"),
    looks: Looks::Clinic(check),
};

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for purpose in &subject.clinic.purposes.rows {
        let uses_health_data = purpose.health.as_ref().is_some_and(|health| *health.get());
        if !uses_health_data || subject.clinic.purposes.is_uncertain(purpose.id.as_str()) {
            continue;
        }
        for basis in purpose.bases.get().iter().filter(|basis| basis.value.condition.is_none()) {
            let finding = RULE.at_span(basis.span, say::health_data_without_condition(purpose.id.as_str()));
            found.push(finding.with_help(say::add_a_condition()));
        }
    }
}
