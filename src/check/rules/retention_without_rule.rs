//! # retention-without-rule
//!
//! ## What it finds
//! A retention entry that gives neither a period, an event nor a criterion.
//!
//! ## Why it matters
//! GDPR Article 13(2)(a): the page must say how long data are stored, or what decides it.
//!
//! ## Example
//! ```toml
//! [retention.journal]
//! what.nb = "Pasientjournalen"
//! ```
//!
//! ## How to fix it
//! Add `period = "5 years"`, or `event`, or `criterion`; where there are several, the earliest counts.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};

pub(super) static RULE: Rule = Rule {
    name: "retention-without-rule",
    severity: Severity::Error,
    docs: include_str!("retention_without_rule.rs"),
    looks: Looks::Clinic(check),
};

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
