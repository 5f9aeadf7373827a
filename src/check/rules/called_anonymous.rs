//! # called-anonymous
//!
//! ## What it finds
//! Data of a visitor, such as an IP address or what cookies collect, that are called anonymous.
//!
//! ## Why it matters
//! GDPR Article 4(1) and recital 30: an address or an id that singles out a device is personal data. A reader who believes that
//! it is anonymous does not look for her rights.
//!
//! ## Example
//! ```markdown
//! IP-adressen din er anonym.
//! ```
//!
//! ## How to fix it
//! Say what is collected, how long it is kept, and whether it can be tied to anybody. “Anonymous” is for figures that no longer
//! can.

use crate::check::prose::{Hit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "called-anonymous",
    severity: Severity::Warning,
    docs: include_str!("called_anonymous.rs"),
    looks: Looks::Prose(SAYINGS, check),
};

const SAYINGS: &[Saying] = &[
    Saying {
        starts: &[
            "ip-adresse*",
            "informasjonskapsl*",
            "cookie*",
            "nettleserdata",
            "besøksdata",
            "ip address*",
        ],
        then: &["anonym*"],
        unless: &["ikke", "ikkje", "not", "aldri", "never"],
    },
    Saying {
        starts: &["anonym*"],
        then: &["ip-adresse*", "informasjonskapsl*", "cookie*", "ip address*"],
        unless: &["ikke", "ikkje", "not", "aldri", "never", "uten", "without"],
    },
];

fn check(reading: &Reading<'_>, hits: &[Hit], found: &mut Diagnostics) {
    for hit in hits {
        let finding = RULE.at_span(reading.span_of(hit), say::called_anonymous(reading.words_of(hit)));
        found.push(finding.with_help(say::say_what_is_collected()));
    }
}
