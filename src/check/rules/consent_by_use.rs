//! # consent-by-use
//!
//! ## What it finds
//! Consent that is said to be given by using the site, by coming to the clinic or by sending a message.
//!
//! ## Why it matters
//! GDPR Articles 4(11) and 7: consent is a clear, affirmative act, freely given for one purpose. Ekomloven § 3-15 asks for just
//! that before anything is stored on a visitor’s device; supervision is with Nkom and Datatilsynet.
//!
//! ## Example
//! ```markdown
//! Ved å bruke nettstedet samtykker du til informasjonskapsler.
//! ```
//!
//! ## How to fix it
//! Say what really is done without consent, and on which basis. Where consent is needed, ask for it before, and say how it is
//! withdrawn.

use crate::check::prose::{Hit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "consent-by-use",
    severity: Severity::Warning,
    docs: include_str!("consent_by_use.rs"),
    looks: Looks::Prose(SAYINGS, check),
};

const SAYINGS: &[Saying] = &[
    Saying {
        starts: &[
            "ved å bruke",
            "ved å fortsette",
            "ved å besøke",
            "ved å velge",
            "ved å bestille",
            "ved å sende",
            "ved bruk av",
            "når du bruker",
            "når du besøker",
            "fortsetter du",
            "hvis du fortsetter",
            "fortsatt bruk",
            "bruk av nettside*",
            "bruk av nettsted*",
            "sender du",
            "hvis du sender",
            "dersom du sender",
            "når du sender",
            "ved å nytte",
            "når du nyttar",
            "ved å halde fram",
            "ved å sende",
            "når du vel",
            "by using",
            "by continuing",
            "by visiting",
            "by choosing",
            "by booking",
            "by sending",
            "continued use",
            "if you continue",
            "when you use",
            "use of this site",
            "use of the site",
            "your use of",
            "if you send",
        ],
        then: &[
            "samtykker du",
            "gir du samtykke",
            "gir du oss samtykke",
            "gir du ditt samtykke",
            "gir du oss ditt samtykke",
            "har du samtykket",
            "anses du",
            "anser vi",
            "regner vi",
            "godtar du",
            "aksepterer du",
            "godkjenner du",
            "du samtykker",
            "du godtar",
            "du aksepterer",
            "du godkjenner",
            "du har samtykket",
            "regnes som samtykke",
            "er et samtykke",
            "samtykkjer du",
            "gjev du samtykke",
            "godtek du",
            "du samtykkjer",
            "du godtek",
            "you agree",
            "you consent",
            "you accept",
            "you are agreeing",
            "you have consented",
            "we assume",
            "constitutes consent",
            "as consent",
            "is consent",
        ],
        unless: &["ikke", "ikkje", "not", "aldri", "never", "ingen", "no", "uten", "utan", "without"],
    },
    Saying {
        starts: &[
            "du samtykker",
            "du godtar",
            "du aksepterer",
            "du samtykkjer",
            "du godtek",
            "you agree",
            "you consent",
            "you accept",
        ],
        then: &[
            "ved å bruke",
            "ved å fortsette",
            "ved å besøke",
            "ved bruk av",
            "ved å nytte",
            "by using",
            "by continuing",
            "by visiting",
        ],
        unless: &["ikke", "ikkje", "not", "aldri", "never", "ingen", "no", "uten", "utan", "without"],
    },
];

fn check(reading: &Reading<'_>, hits: &[Hit], found: &mut Diagnostics) {
    for hit in hits {
        let finding = RULE.at_span(reading.span_of(hit), say::consent_by_use(reading.words_of(hit)));
        found.push(finding.with_help(say::say_what_is_done_or_ask()));
    }
}
