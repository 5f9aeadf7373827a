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
            "journalfører",
            "journalføre",
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
            "grunnlaget for journal*",
            "grunnlaget for pasientjournal*",
            "grunnlag for journal*",
            "grunnlag for pasientjournal*",
            "basis for the record",
            "basis for your record",
            "basis for the patient record",
            "basis for your patient record",
            "basis of the patient record",
            "basis for keeping",
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
            "journalane",
            "journalføring*",
            "pasientjournal*",
            "patient record*",
            "medical record*",
        ],
        then: RESTS_ON_CONSENT,
        unless: OTHER_USES,
    },
    Saying {
        starts: &[
            "journalfører",
            "journalføres",
            "journalførast",
            "fører journal",
            "føre journal",
            "fører pasientjournal",
            "oppretter journal",
            "oppretter pasientjournal",
            "opprettar journal",
            "keep a record",
            "keep a patient record",
            "keep your patient record",
            "keep your medical record",
        ],
        then: WITH_CONSENT,
        unless: OTHER_USES,
    },
];

/// That the record rests on a consent.
const RESTS_ON_CONSENT: &[&str] = &[
    "basert på samtykke*",
    "basert på ditt samtykke",
    "basert på samtykket ditt",
    "bygger på samtykke*",
    "byggjer på samtykke*",
    "bygger på ditt samtykke",
    "på grunnlag av samtykke*",
    "på grunnlag av ditt samtykke",
    "på bakgrunn av samtykke*",
    "på bakgrunn av ditt samtykke",
    "med hjemmel i samtykke*",
    "med hjemmel i ditt samtykke",
    "med heimel i samtykke*",
    "hviler på samtykke*",
    "kviler på samtykke*",
    "grunnlaget er samtykke*",
    "grunnlaget er ditt samtykke",
    "grunnlag er samtykke*",
    "samtykke som grunnlag",
    "samtykke som rettslig grunnlag",
    "samtykke som behandlingsgrunnlag",
    "forutsetter samtykke*",
    "forutsetter ditt samtykke",
    "krever samtykke*",
    "krev samtykke*",
    "krever ditt samtykke",
    "based on consent",
    "based on your consent",
    "on the basis of consent",
    "on the basis of your consent",
    "rests on consent",
    "rests on your consent",
    "basis is consent",
    "basis is your consent",
    "requires consent",
    "requires your consent",
    "require your consent",
];

/// The same, and what says it only of the keeping itself.
const WITH_CONSENT: &[&str] = &[
    "basert på samtykke*",
    "basert på ditt samtykke",
    "på grunnlag av ditt samtykke",
    "på bakgrunn av ditt samtykke",
    "med ditt samtykke",
    "etter ditt samtykke",
    "etter samtykke fra",
    "med samtykke fra",
    "hvis du samtykker",
    "dersom du samtykker",
    "når du samtykker",
    "når du har samtykket",
    "fordi du har samtykket",
    "om du samtykkjer",
    "med samtykke frå",
    "based on your consent",
    "on the basis of your consent",
    "with your consent",
    "if you consent",
    "once you have consented",
    "because you have consented",
];

/// To pass the record on, or to use it for something else, may well need a consent.
const OTHER_USES: &[&str] = &[
    "ikke", "ikkje", "not", "uten", "utan", "without", "del", "dele*", "utlever*", "send*", "shar*",
    "disclos*", "kopi*", "copy", "copies", "innsyn*", "forsk*", "research", "bilde*", "bilete*", "photo*",
    "image*",
];

fn check(reading: &Reading<'_>, hits: &[Hit], found: &mut Diagnostics) {
    for hit in hits {
        let finding = RULE.at_span(reading.span_of(hit), say::consent_for_journal(reading.words_of(hit)));
        found.push(finding.with_help(say::name_the_duty_to_keep_records()));
    }
}
