//! # basis-with-or
//!
//! ## What it finds
//! Two legal bases for one purpose with “or” between them.
//!
//! ## Why it matters
//! GDPR Article 13(1)(c): the page names the basis of each purpose. The rights depend on it: what rests on consent can be
//! withdrawn, what rests on an interest can be objected to, and “or” tells the reader neither.
//!
//! ## Example
//! ```markdown
//! Vi gjør dette på grunnlag av rettslig forpliktelse eller berettiget interesse.
//! ```
//!
//! ## How to fix it
//! Part the purpose in two, each with its own `bases`, or choose the one that holds.

use crate::check::prose::{Hit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "basis-with-or",
    severity: Severity::Warning,
    docs: include_str!("basis_with_or.rs"),
    looks: Looks::Prose(SAYINGS, check),
};

const SAYINGS: &[Saying] = &[Saying {
    starts: &[
        "rettslig forpliktelse eller berettig*",
        "rettslig forpliktelse eller samtykke",
        "rettslig plikt eller berettig*",
        "juridisk forpliktelse eller berettig*",
        "lovpålagt plikt eller berettig*",
        "berettiget interesse eller rettslig*",
        "berettiget interesse eller samtykke",
        "berettiget interesse eller avtale",
        "samtykke eller berettig*",
        "samtykke eller rettslig*",
        "avtale eller berettig*",
        "avtale eller rettslig*",
        "rettsleg plikt eller rettkomen interesse",
        "samtykke eller rettkomen interesse",
        "legal obligation or legitimate interest*",
        "legal obligation or consent",
        "legitimate interest or *",
        "legitimate interests or *",
        "consent or legitimate interest*",
        "consent or legal obligation",
        "contract or legitimate interest*",
        "contract or legal obligation",
    ],
    then: &[],
    unless: &["ikke", "ikkje", "not"],
}];

fn check(reading: &Reading<'_>, hits: &[Hit], found: &mut Diagnostics) {
    for hit in hits {
        let finding = RULE.at_span(reading.span_of(hit), say::basis_with_or(reading.words_of(hit)));
        found.push(finding.with_help(say::part_the_purpose()));
    }
}
