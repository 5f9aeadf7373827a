//! # sensitive-wording
//!
//! ## What it finds
//! “Sensitive personal data” as a term of law.
//!
//! ## Why it matters
//! The term ended with the act of 2000. GDPR Article 9 speaks of special categories of personal data, which have a list of their
//! own; health data are on it, and most of what people feel to be sensitive is not.
//!
//! ## Example
//! ```markdown
//! Vi behandler sensitive personopplysninger.
//! ```
//!
//! ## How to fix it
//! Write “helseopplysninger” where health data are meant, else “særlige kategorier av personopplysninger” (special categories of
//! personal data).

use crate::check::prose::{Hit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "sensitive-wording",
    severity: Severity::Warning,
    docs: include_str!("sensitive_wording.rs"),
    looks: Looks::Prose(SAYINGS, check),
};

const SAYINGS: &[Saying] = &[Saying {
    starts: &[
        "sensitive personopplys*",
        "sensitiv personopplys*",
        "sensitive personal data",
        "sensitive personal information",
    ],
    then: &[],
    unless: &[],
}];

fn check(reading: &Reading<'_>, hits: &[Hit], found: &mut Diagnostics) {
    for hit in hits {
        let finding = RULE.at_span(reading.span_of(hit), say::sensitive_wording(reading.words_of(hit)));
        found.push(finding.with_help(say::write_special_categories()));
    }
}
