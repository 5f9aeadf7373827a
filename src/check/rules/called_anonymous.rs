//! Data of a visitor, such as an IP address or what cookies collect, that are called anonymous.

use crate::check::prose::{PhraseHit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "called-anonymous", severity: Severity::Warning, looks: Looks::Prose(SAYINGS, check) };

const SAYINGS: &[Saying] = &[
    Saying { starts: "data", then: Some("anonymous"), unless: &["denied"] },
    Saying { starts: "anonymous", then: Some("device-data"), unless: &["denied", "without"] },
];

fn check(reading: &Reading<'_>, hits: &[PhraseHit], found: &mut Diagnostics) {
    for hit in hits {
        let finding = RULE.at_span(reading.span_of(hit), say::called_anonymous(reading.words_of(hit)));
        found.push(finding.with_help(say::say_what_is_collected()));
    }
}
