//! The data protection officer named as the one who takes requests about rights.

use crate::check::prose::{PhraseHit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "request-to-officer", severity: Severity::Warning, looks: Looks::Prose(SAYINGS, check) };

const SAYINGS: &[Saying] = &[
    Saying { starts: "requests", then: Some("to-officer"), unless: &["beside"] },
    Saying { starts: "to-officer", then: Some("requests"), unless: &["beside"] },
];

fn check(reading: &Reading<'_>, hits: &[PhraseHit], found: &mut Diagnostics) {
    for hit in hits {
        let finding = RULE.at_span(reading.span_of(hit), say::request_to_officer(reading.words_of(hit)));
        found.push(finding.with_help(say::let_the_clinic_take_it()));
    }
}
