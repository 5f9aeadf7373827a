//! # eea-promise-broken
//!
//! ## What it finds
//! A text which says that data stay in the EEA, while a recipient outside of it is listed.
//!
//! ## Why it matters
//! GDPR Article 13(1)(f): the page tells of every transfer to a third country. A promise that the table breaks is also wrong
//! information, Article 5(1)(a).
//!
//! ## Example
//! ```markdown
//! Opplysningene forlater aldri EØS.
//! ```
//!
//! ## How to fix it
//! Say which recipients are outside, and what protects the data there; or take the row away, if it is not used.

use crate::check::names;
use crate::check::prose::{Hit, Saying};
use crate::check::{Looks, Mention, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "eea-promise-broken",
    severity: Severity::Warning,
    docs: include_str!("eea_promise_broken.rs"),
    looks: Looks::Mentions { sayings: SAYINGS, note, check },
};

const SAYINGS: &[Saying] = &[Saying {
    starts: &[
        "lagres kun",
        "lagres bare",
        "lagres alltid",
        "lagrer kun",
        "lagrer bare",
        "lagrer alt",
        "behandles kun",
        "behandles bare",
        "behandler kun",
        "behandler bare",
        "overfører ikke",
        "overføres ikke",
        "overfører aldri",
        "overføres aldri",
        "forlater ikke",
        "forlater aldri",
        "sendes ikke",
        "sendes aldri",
        "sender ikke",
        "sender aldri",
        "blir i",
        "blir værende",
        "holder oss",
        "aldri ut av",
        "lagrar berre",
        "blir lagra berre",
        "overfører ikkje",
        "forlèt aldri",
        "forlét aldri",
        "forlet aldri",
        "sender ikkje",
        "blir verande",
        "stored only",
        "only stored",
        "processed only",
        "only processed",
        "never leave*",
        "do not leave",
        "does not leave",
        "not transferred",
        "do not transfer",
        "never transfer*",
        "stay in",
        "stay within",
        "stays in",
        "stays within",
        "remain in",
        "remain within",
        "kept within",
        "kept in",
    ],
    then: &["eøs", "eu/eøs", "eøs-området", "eea", "eu/eea", "european economic area"],
    unless: &[
        "uten at",
        "utan at",
        "without",
        "unntak*",
        "unless",
        "except*",
        "hovedregel*",
        "hovudregel*",
        "as a rule",
        "hvis",
        "dersom",
        "med mindre",
    ],
}];

fn note(reading: &Reading<'_>, hits: &[Hit]) -> Vec<Mention> {
    let mention = |hit: &Hit| Mention { span: reading.span_of(hit), what: reading.words_of(hit).to_owned() };
    hits.iter().map(mention).collect()
}

fn check(subject: Subject<'_, '_>, mentions: &[&Mention], found: &mut Diagnostics) {
    for processor in &subject.clinic.processors.rows {
        let Some(country) = processor.country.as_ref().filter(|country| !country.in_eea()) else { continue };
        for mention in mentions {
            let headline = say::eea_promise_broken(processor.id.as_str(), &names::country(*country.get()));
            let finding = RULE
                .at_span(mention.span, headline)
                .with_related(country.origin().span, say::is_outside_the_eea());
            found.push(finding.with_help(say::say_who_is_outside()));
        }
    }
}
