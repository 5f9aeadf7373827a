//! Settings of the browser named as the way to consent to cookies, or to refuse them.

use crate::check::prose::{PhraseHit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "browser-settings-as-consent",
    severity: Severity::Warning,
    looks: Looks::Prose(SAYINGS, check),
};

const SAYINGS: &[Saying] = &[
    Saying { starts: "settings", then: Some("consents"), unless: &["denied"] },
    Saying { starts: "accepts", then: Some("browser"), unless: &["is-not"] },
    Saying { starts: "refuses", then: Some("browser"), unless: &["besides"] },
    Saying { starts: "browser", then: Some("refuses"), unless: &["besides"] },
];

fn check(reading: &Reading<'_>, hits: &[PhraseHit], found: &mut Diagnostics) {
    for hit in hits {
        let finding =
            RULE.at_span(reading.span_of(hit), say::browser_settings_as_consent(reading.words_of(hit)));
        found.push(finding.with_help(say::ask_before_cookies_are_set()));
    }
}
