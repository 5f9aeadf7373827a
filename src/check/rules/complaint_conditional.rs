//! # complaint-conditional
//!
//! ## What it finds
//! A complaint to the supervisory authority that may be made only after something else: a final refusal, a complaint to the
//! clinic.
//!
//! ## Why it matters
//! GDPR Article 77(1): everyone who finds that data about them are processed against the Regulation may complain, at any time and
//! without asking the controller first. Article 13(2)(d) asks the page to say so.
//!
//! ## Example
//! ```markdown
//! Får du endelig avslag, kan du klage til Datatilsynet.
//! ```
//!
//! ## How to fix it
//! Say that the patient can complain at any time. That the clinic would like to hear of it first may be said beside it.

use crate::check::prose::{Hit, PLACEHOLDER, Saying, says_any};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "complaint-conditional",
    severity: Severity::Warning,
    docs: include_str!("complaint_conditional.rs"),
    looks: Looks::Prose(SAYINGS, check),
};

const SAYINGS: &[Saying] = &[Saying {
    starts: &[
        "endelig avslag",
        "endeleg avslag",
        "endelig har avslått",
        "har avslått endelig",
        "må du først",
        "må først",
        "lyt du først",
        "klage til oss først",
        "klager til oss først",
        "først klage til oss",
        "først ha klaget",
        "først har klaget",
        "først når",
        "først etter",
        "etter at du har klaget",
        "etter å ha klaget",
        "etter at du har klaga",
        "har klaget til oss uten",
        "bare hvis vi",
        "bare dersom vi",
        "berre om vi",
        "final refusal",
        "final rejection",
        "finally refuse*",
        "finally reject*",
        "must first",
        "have to first",
        "first complain to us",
        "complain to us first",
        "only after",
        "only when we",
        "only if we",
        "after you have complained",
    ],
    then: &[],
    unless: &[
        "uten",
        "utan",
        "without",
        "trenger ikke",
        "treng ikkje",
        "må ikke",
        "må ikkje",
        "need not",
        "do not have to",
        "don't have to",
        "do not need to",
        "når som helst",
        "kva tid som helst",
        "at any time",
        "uansett",
        "setter pris på",
        "gjerne",
        "please",
        "would like",
        "statsforvalter*",
    ],
}];

/// Of a complaint speak these.
const COMPLAINT: &[&str] = &["klage*", "klagar", "complain*"];
/// Of the authority speak these, and the placeholder for its name.
const AUTHORITY: &[&str] =
    &["datatilsyn*", "tilsynsmyndighet*", "data protection authority", "supervisory authority"];

fn check(reading: &Reading<'_>, hits: &[Hit], found: &mut Diagnostics) {
    for hit in hits {
        let sentence = reading.sentence_of(hit);
        let named = reading.blocks[hit.block].placeholders.iter().any(|path| path.starts_with("authority."));
        let names_authority = says_any(sentence, AUTHORITY) || (named && sentence.contains(PLACEHOLDER));
        if says_any(sentence, COMPLAINT) && names_authority {
            let finding =
                RULE.at_span(reading.span_of(hit), say::complaint_conditional(reading.words_of(hit)));
            found.push(finding.with_help(say::complaint_at_any_time()));
        }
    }
}
