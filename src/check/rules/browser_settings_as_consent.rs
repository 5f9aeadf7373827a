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
    Saying { starts: "turned-off", then: Some("browser"), unless: &["harmless"] },
    Saying { starts: "browser", then: Some("turned-off"), unless: &["harmless"] },
];

/// From this of the sayings on, a sentence must name cookies: a browser can turn off much else.
const OF_ANYTHING: usize = 4;

fn check(reading: &Reading<'_>, hits: &[PhraseHit], found: &mut Diagnostics) {
    let is_about_cookies = |hit: &&PhraseHit| {
        hit.saying < OF_ANYTHING || reading.says(&RULE, "cookies", hit.block, &hit.sentence)
    };
    for hit in hits.iter().filter(is_about_cookies) {
        let finding =
            RULE.at_span(reading.span_of(hit), say::browser_settings_as_consent(reading.words_of(hit)));
        found.push(finding.with_help(say::ask_before_cookies_are_set()));
    }
}
