//! Consent that is said to be given by using the site, by coming to the clinic or by sending a message.

use crate::check::prose::{PhraseHit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "consent-by-use", severity: Severity::Warning, looks: Looks::Prose(SAYINGS, check) };

const SAYINGS: &[Saying] = &[
    Saying { starts: "use", then: Some("is-consent"), unless: &["denied"] },
    Saying { starts: "other-acts", then: Some("you-consent"), unless: &["denied"] },
    Saying { starts: "coming", then: Some("plain-consent"), unless: &["denied"] },
    Saying { starts: "you-agree", then: Some("by-using"), unless: &["denied"] },
    Saying { starts: "by-doing", then: Some("you-then-agree"), unless: &["denied", "saying-yes"] },
    Saying { starts: "you-agree", then: Some("by-doing"), unless: &["denied", "saying-yes"] },
    Saying { starts: "act", then: Some("taken-for-consent"), unless: &["denied"] },
    Saying { starts: "consent-unasked", then: None, unless: &["denied"] },
];

fn check(reading: &Reading<'_>, hits: &[PhraseHit], found: &mut Diagnostics) {
    for hit in hits.iter().filter(|hit| !is_asked_for(reading, hit)) {
        let finding = RULE.at_span(reading.span_of(hit), say::consent_by_use(reading.words_of(hit)));
        found.push(finding.with_help(say::say_what_is_done_or_ask()));
    }
}

/// Whether the consent at the end of what was found is a condition of its own: “hvis du samtykker”.
fn is_asked_for(reading: &Reading<'_>, hit: &PhraseHit) -> bool {
    let words = &reading.blocks[hit.block].text[hit.range.clone()];
    let before = hit.range.start + words.rfind(' ').unwrap_or_default();
    reading.places_in(&RULE, "asked-for", hit.block).any(|place| place.end == before)
}
