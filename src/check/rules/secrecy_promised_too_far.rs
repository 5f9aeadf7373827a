//! # secrecy-promised-too-far
//!
//! ## What it finds
//! A promise that data are never disclosed without consent.
//!
//! ## Why it matters
//! The law asks for some disclosures whatever the patient says: to registers and authorities, helsepersonelloven §§ 37 and 25 and
//! others. A promise that cannot be kept is wrong information, GDPR Article 5(1)(a).
//!
//! ## Example
//! ```markdown
//! Vi utleverer aldri opplysninger uten ditt samtykke.
//! ```
//!
//! ## How to fix it
//! Say who gets data because the law asks for it, and for what else consent is asked; the table of recipients shows them.

use crate::check::prose::{Hit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "secrecy-promised-too-far",
    severity: Severity::Warning,
    docs: include_str!("secrecy_promised_too_far.rs"),
    looks: Looks::Prose(SAYINGS, check),
};

const SAYINGS: &[Saying] = &[Saying {
    starts: &[
        "aldri utlever*",
        "utleverer aldri",
        "utleveres aldri",
        "utlevert aldri",
        "aldri bli utlevert",
        "aldri dele*",
        "deler aldri",
        "deles aldri",
        "gir aldri",
        "gis aldri",
        "utleverer ikke",
        "utleveres ikke",
        "vil ikke bli utlevert",
        "aldri gi",
        "utleverer ikkje",
        "deler ikke",
        "never disclose*",
        "never share*",
        "never be disclosed",
        "never be shared",
        "do not disclose",
        "not be disclosed",
        "do not share",
    ],
    then: &[
        "uten samtykke",
        "uten ditt samtykke",
        "uten at du har samtykket",
        "uten at du samtykker",
        "uten uttrykkelig samtykke",
        "utan samtykke",
        "utan at du samtykkjer",
        "without consent",
        "without your consent",
    ],
    unless: &[
        "unntak*",
        "bortsett fra",
        "med mindre",
        "når loven",
        "hvis loven",
        "loven krever",
        "loven pålegger",
        "unless",
        "except*",
        "the law",
        "lova krev",
        "til arbeidsgiver*",
        "markedsføring*",
    ],
}];

fn check(reading: &Reading<'_>, hits: &[Hit], found: &mut Diagnostics) {
    for hit in hits {
        let finding =
            RULE.at_span(reading.span_of(hit), say::secrecy_promised_too_far(reading.words_of(hit)));
        found.push(finding.with_help(say::say_what_the_law_asks()));
    }
}
