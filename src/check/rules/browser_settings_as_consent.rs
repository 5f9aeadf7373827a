//! # browser-settings-as-consent
//!
//! ## What it finds
//! Settings of the browser named as the way to consent to cookies, or to refuse them.
//!
//! ## Why it matters
//! Ekomloven § 3-15: consent meets the terms of the GDPR, so it is given by an act, for each purpose, before anything is stored;
//! to refuse is as easy as to agree. What a browser was set to says nothing of that.
//!
//! ## Example
//! ```markdown
//! Du godtar informasjonskapsler når nettleseren din er stilt inn til det.
//! ```
//!
//! ## How to fix it
//! Use no cookies that need consent, or ask before they are set; `table = "cookies"` then says which. How a
//! browser deletes cookies may be told as well.

use crate::check::prose::{Hit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "browser-settings-as-consent",
    severity: Severity::Warning,
    docs: include_str!("browser_settings_as_consent.rs"),
    looks: Looks::Prose(SAYINGS, check),
};

const SAYINGS: &[Saying] = &[
    Saying {
        starts: &[
            "nettleserinnstilling*",
            "innstillingene i nettleser*",
            "innstillinger i nettleser*",
            "nettleseren er",
            "nettleseren din er",
            "nettlesaren er",
            "nettlesaren din er",
            "innstillingane i nettlesar*",
            "browser setting*",
            "settings of your browser",
            "settings in your browser",
            "your browser is",
        ],
        then: &[
            "samtykke*",
            "samtykkje*",
            "godtar",
            "godta",
            "godtek",
            "aksepter*",
            "godkjenn*",
            "consent*",
            "agree*",
            "accept*",
        ],
        unless: &[
            "er ikke",
            "er ikkje",
            "gir ikke",
            "gjev ikkje",
            "uten",
            "utan",
            "is not",
            "are not",
            "no consent",
            "without",
        ],
    },
    Saying {
        starts: &[
            "godtar informasjonskapsler",
            "godtar cookies",
            "samtykker til informasjonskapsler",
            "samtykker til cookies",
            "godtek informasjonskapslar",
            "accept cookies",
            "agree to cookies",
            "consent to cookies",
        ],
        then: &["nettleser*", "nettlesar*", "browser*"],
        unless: &["er ikke", "is not"],
    },
    Saying {
        starts: &[
            "ikke ønsker informasjonskapsler",
            "ikke ønsker cookies",
            "ikke vil ha informasjonskapsler",
            "ikke vil ha cookies",
            "ikkje vil ha informasjonskapslar",
            "ikke tillate",
            "ikke godtar",
            "ikke aksepterer",
            "reservere deg",
            "do not want cookies",
            "do not wish",
            "don't want cookies",
            "opt out",
            "reject cookies",
            "refuse cookies",
            "avvise informasjonskapsler",
        ],
        then: &["nettleser*", "nettlesar*", "browser*"],
        unless: &[],
    },
];

fn check(reading: &Reading<'_>, hits: &[Hit], found: &mut Diagnostics) {
    for hit in hits {
        let finding =
            RULE.at_span(reading.span_of(hit), say::browser_settings_as_consent(reading.words_of(hit)));
        found.push(finding.with_help(say::ask_before_cookies_are_set()));
    }
}
