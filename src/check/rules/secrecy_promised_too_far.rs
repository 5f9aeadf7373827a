//! A promise that data are never disclosed without consent.

use crate::check::prose::{PhraseHit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "secrecy-promised-too-far",
    severity: Severity::Warning,
    looks: Looks::Prose(SAYINGS, check),
};

const SAYINGS: &[Saying] =
    &[Saying { starts: "promises", then: Some("without-consent"), unless: &["exceptions"] }];

fn check(reading: &Reading<'_>, hits: &[PhraseHit], found: &mut Diagnostics) {
    for hit in hits {
        let finding =
            RULE.at_span(reading.span_of(hit), say::secrecy_promised_too_far(reading.words_of(hit)));
        found.push(finding.with_help(say::say_what_the_law_asks()));
    }
}
