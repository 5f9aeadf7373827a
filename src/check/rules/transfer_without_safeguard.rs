//! # transfer-without-safeguard
//!
//! ## What it finds
//! A processor outside the EEA for which no transfer safeguard is named.
//!
//! ## Why it matters
//! GDPR Article 13(1)(f): the page must name the safeguard behind every third-country transfer.
//!
//! ## Example
//! ```toml
//! [processors.labtrack]
//! country = "US"
//! ```
//!
//! ## How to fix it
//! Add `safeguard = "standard-contractual-clauses"`, or whichever safeguard the contract names.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};

pub(super) static RULE: Rule = Rule {
    name: "transfer-without-safeguard",
    severity: Severity::Error,
    docs: include_str!("transfer_without_safeguard.rs"),
    looks: Looks::Clinic(check),
};

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for processor in &subject.clinic.processors.rows {
        let Some(country) = processor.country.as_ref().filter(|country| !country.in_eea()) else { continue };
        let is_uncertain = subject.clinic.processors.is_uncertain(processor.id.as_str());
        if processor.safeguard.is_none() && !is_uncertain {
            let finding =
                RULE.at(country, say::transfer_without_safeguard(processor.id.as_str(), country.code()));
            found.push(finding.with_help(say::add_safeguard(processor.id.as_str())));
        }
    }
}
