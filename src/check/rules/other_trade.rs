//! # other-trade
//!
//! ## What it finds
//! Words of a web shop: handlekurv, nettbutikk, checkout.
//!
//! ## Why it matters
//! They come with a text that was written for another trade. GDPR Article 13 asks what this clinic does, and a text for a shop
//! does not say it.
//!
//! ## Example
//! ```markdown
//! Informasjonskapsler husker hva du har i handlekurven.
//! ```
//!
//! ## How to fix it
//! Delete what does not happen here, and describe what does. A clinic that really has a shop says so with `[[allow]]`.

use crate::check::prose::{Hit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "other-trade",
    severity: Severity::Warning,
    docs: include_str!("other_trade.rs"),
    looks: Looks::Prose(SAYINGS, check),
};

const SAYINGS: &[Saying] = &[Saying {
    starts: &[
        "handlekurv*",
        "handlevogn*",
        "handlekorg*",
        "nettbutikk*",
        "shopping cart*",
        "shopping basket*",
        "checkout",
        "web shop*",
        "webshop*",
        "online shop*",
        "online store*",
    ],
    then: &[],
    unless: &["ikke", "ikkje", "not", "aldri", "never", "ingen"],
}];

fn check(reading: &Reading<'_>, hits: &[Hit], found: &mut Diagnostics) {
    for hit in hits {
        let finding = RULE.at_span(reading.span_of(hit), say::other_trade(reading.words_of(hit)));
        found.push(finding.with_help(say::describe_what_the_clinic_does()));
    }
}
