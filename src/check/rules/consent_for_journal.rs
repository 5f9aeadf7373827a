//! Consent named as the basis for keeping the patient record.

use crate::check::prose::{PhraseHit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "consent-for-journal", severity: Severity::Warning, looks: Looks::Prose(SAYINGS, check) };

const SAYINGS: &[Saying] = &[
    Saying { starts: "consent", then: Some("keeping"), unless: &["denied"] },
    Saying { starts: "record", then: Some("rests-on-consent"), unless: &["other-uses"] },
    Saying { starts: "keeps-record", then: Some("with-consent"), unless: &["other-uses"] },
];

fn check(reading: &Reading<'_>, hits: &[PhraseHit], found: &mut Diagnostics) {
    for hit in hits {
        let finding = RULE.at_span(reading.span_of(hit), say::consent_for_journal(reading.words_of(hit)));
        found.push(finding.with_help(say::name_the_duty_to_keep_records()));
    }
}
