//! # purpose-without-basis
//!
//! ## What it finds
//! A purpose that names no legal basis.
//!
//! ## Why it matters
//! GDPR Article 13(1)(c): the page must give the legal basis of every purpose.
//!
//! ## Example
//! ```toml
//! [purposes.newsletter]
//! bases = []
//! ```
//!
//! ## How to fix it
//! Add a basis: `bases = [{ article = "6(1)(a)" }]`, or whichever carries the purpose.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};

pub(super) static RULE: Rule = Rule {
    name: "purpose-without-basis",
    severity: Severity::Error,
    docs: include_str!("purpose_without_basis.rs"),
    looks: Looks::Clinic(check),
};

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for purpose in &subject.clinic.purposes.rows {
        if purpose.bases.get().is_empty() && !subject.clinic.purposes.is_uncertain(purpose.id.as_str()) {
            let finding = RULE.at(&purpose.bases, say::purpose_without_basis(purpose.id.as_str()));
            found.push(finding.with_help(say::add_a_basis()));
        }
    }
}
