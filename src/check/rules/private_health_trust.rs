//! # private-health-trust
//!
//! ## What it finds
//! A private clinic that is called a “helseforetak”.
//!
//! ## Why it matters
//! Helseforetaksloven § 2: a helseforetak is owned by a regional health trust, so none is private. GDPR Article 13(1)(a) asks who
//! the controller is, and this gives the wrong kind.
//!
//! ## Example
//! ```markdown
//! Vi er et privat helseforetak.
//! ```
//!
//! ## How to fix it
//! Write “privat klinikk” or “privat helsevirksomhet”; the name out of the register of companies comes from `entities.toml`.

use crate::check::prose::{Hit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "private-health-trust",
    severity: Severity::Warning,
    docs: include_str!("private_health_trust.rs"),
    looks: Looks::Prose(SAYINGS, check),
};

const SAYINGS: &[Saying] = &[Saying {
    starts: &[
        "privat helseforetak*",
        "private helseforetak*",
        "privat helseføretak*",
        "private helseføretak*",
        "private health trust*",
    ],
    then: &[],
    unless: &[],
}];

fn check(reading: &Reading<'_>, hits: &[Hit], found: &mut Diagnostics) {
    for hit in hits {
        let finding = RULE.at_span(reading.span_of(hit), say::private_health_trust(reading.words_of(hit)));
        found.push(finding.with_help(say::write_private_clinic()));
    }
}
