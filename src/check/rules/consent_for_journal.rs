//! # consent-for-journal
//!
//! ## What it finds
//! Consent named as the basis for keeping the patient record.
//!
//! ## Why it matters
//! The record is kept because the law says so, whether the patient agrees or not: pasientjournalloven § 8 and helsepersonelloven
//! § 39. A patient who is told otherwise believes that the consent can be withdrawn.
//!
//! ## Example
//! ```markdown
//! Ved første time samtykker du til journalføring.
//! ```
//!
//! ## How to fix it
//! Name the duty: GDPR Article 6(1)(c) and Article 9(2)(h), with helsepersonelloven § 39. Consent stays the word for what the
//! patient may refuse.

use crate::check::prose::{Hit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "consent-for-journal",
    severity: Severity::Warning,
    docs: include_str!("consent_for_journal.rs"),
    looks: Looks::Prose(SAYINGS, check),
};

const SAYINGS: &[Saying] = &[
    Saying {
        starts: &["samtykke*", "samtykkje*", "consent*"],
        then: &[
            "journalføring*",
            "fører journal",
            "føre journal",
            "fører pasientjournal",
            "føre pasientjournal",
            "oppretter journal",
            "opprette journal",
            "opprettar journal",
            "lagrer journal*",
            "lagre journal*",
            "lagrar journal*",
            "journalen lagres",
            "journalen føres",
            "journal lagres",
            "journal føres",
            "keep a record",
            "keeping a record",
            "keep a patient record",
            "keep your record",
            "keep your patient record",
            "keep your medical record",
            "keep medical records",
            "keep patient records",
            "keeping medical records",
            "keeping patient records",
        ],
        unless: &["ikke", "ikkje", "not", "uten", "utan", "without", "uansett", "aldri", "never"],
    },
    Saying {
        starts: &[
            "journal",
            "journalen",
            "journalene",
            "journalføring*",
            "pasientjournal*",
            "patient record*",
            "medical record*",
        ],
        then: &[
            "basert på samtykke*",
            "basert på ditt samtykke",
            "bygger på samtykke*",
            "byggjer på samtykke*",
            "bygger på ditt samtykke",
            "på grunnlag av samtykke*",
            "hviler på samtykke*",
            "krever samtykke*",
            "krev samtykke*",
            "krever ditt samtykke",
            "based on consent",
            "based on your consent",
            "rests on consent",
            "rests on your consent",
            "requires consent",
            "requires your consent",
            "require your consent",
        ],
        unless: &[
            "ikke", "ikkje", "not", "uten", "utan", "without", "dele*", "utlever*", "send*", "shar*",
            "disclos*", "kopi*", "innsyn*",
        ],
    },
];

fn check(reading: &Reading<'_>, hits: &[Hit], found: &mut Diagnostics) {
    for hit in hits {
        let finding = RULE.at_span(reading.span_of(hit), say::consent_for_journal(reading.words_of(hit)));
        found.push(finding.with_help(say::name_the_duty_to_keep_records()));
    }
}
