//! # complaint-conditional
//!
//! ## What it finds
//! A complaint to the supervisory authority that may be made only after something else: a final refusal, a complaint to the
//! clinic, an answer that does not satisfy, talks that came to nothing.
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

use crate::check::prose::{Block, Hit, PLACEHOLDER, Saying, says_any};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "complaint-conditional",
    severity: Severity::Warning,
    docs: include_str!("complaint_conditional.rs"),
    looks: Looks::Prose(SAYINGS, check),
};

const SAYINGS: &[Saying] = &[
    Saying { starts: ORDERS, then: &[], unless: FREEDOM },
    Saying {
        starts: &[
            "før du klager",
            "før du kan klage",
            "før du klagar",
            "før du går til",
            "before you complain",
            "before complaining",
        ],
        then: &[
            "må du",
            "skal du",
            "må saken",
            "må saka",
            "you must",
            "you have to",
            "you need to",
            "you should",
        ],
        unless: FREEDOM,
    },
    Saying { starts: IF, then: SETTLED_WITH_US, unless: FREEDOM },
    Saying { starts: PLEASED_WITH, then: OUR_ANSWER, unless: FREEDOM },
];

/// One thing before the other, in so many words.
const ORDERS: &[&str] = &[
    "endelig avslag",
    "endeleg avslag",
    "endelig har avslått",
    "har avslått endelig",
    "må du først",
    "må først",
    "lyt du først",
    "lyt først",
    "klage til oss først",
    "klager til oss først",
    "først klage til",
    "først klages",
    "først ha klaget",
    "først har klaget",
    "først ha kontaktet",
    "først når",
    "først etter",
    "først dersom",
    "først hvis",
    "kun når",
    "kun etter",
    "kun hvis vi",
    "kun dersom vi",
    "bare når",
    "bare etter",
    "bare hvis vi",
    "bare dersom vi",
    "berre når",
    "berre etter",
    "berre om vi",
    "berre dersom vi",
    "etter at du har klaget",
    "etter å ha klaget",
    "etter at du har klaga",
    "har klaget til oss uten",
    "forutsetter at",
    "forutsetter en",
    "forutset at",
    "forutsatt at",
    "føreset at",
    "en forutsetning",
    "forutsetning av",
    "et vilkår",
    "eit vilkår",
    "krever at du",
    "krev at du",
    "siste utvei",
    "siste utveg",
    "final refusal",
    "final rejection",
    "finally refuse*",
    "finally reject*",
    "must first",
    "have to first",
    "need to first",
    "first complain to us",
    "complain to us first",
    "only after",
    "only once",
    "only when we",
    "only when you",
    "only if we",
    "only if you have",
    "after you have complained",
    "provided that",
    "provided you have",
    "on condition that",
    "requires that you",
    "requires you to",
    "presupposes",
    "last resort",
];

/// What opens a condition.
const IF: &[&str] = &[
    "hvis",
    "dersom",
    "om",
    "viss",
    "når",
    "etter at",
    "etter å ha",
    "så fremt",
    "såfremt",
    "har vi",
    "har du",
    "er vi",
    "blir vi",
    "blir ikke vi",
    "vert vi",
    "kommer vi",
    "kjem vi",
    "klarer vi",
    "greier vi",
    "finner vi",
    "skulle vi",
    "if",
    "when",
    "once",
    "after",
    "unless",
    "should we",
    "where we",
];

/// What is settled between the patient and the clinic. A refusal is not among it: the law has the page say where it can be taken.
const SETTLED_WITH_US: &[&str] = &[
    "enig",
    "enige",
    "enighet",
    "einig",
    "einige",
    "semje",
    "samde",
    "behandlet klagen",
    "behandlet saken",
    "behandla klagen",
    "behandla saka",
    "handsama klagen",
    "svart på klagen",
    "klagebehandling*",
    "klaget til oss",
    "klaget til klinikk*",
    "klaga til oss",
    "kontaktet oss",
    "kontaktet klinikk*",
    "kontakta oss",
    "kontakt med oss",
    "tatt kontakt med",
    "tatt saken opp",
    "tatt det opp",
    "tatt dette opp",
    "tatt opp saken",
    "teke saka opp",
    "teke det opp",
    "løser saken",
    "løst saken",
    "løyser saka",
    "løyst saka",
    "en løsning",
    "ei løysing",
    "agree",
    "agreed",
    "agreement",
    "resolve*",
    "settle",
    "settled",
    "a solution",
    "contacted us",
    "contacted the clinic",
    "complained to us",
    "complained to the clinic",
    "raised it with",
    "raised the matter",
    "raised the issue",
    "taken it up with",
    "taken the matter up",
    "dealt with your complaint",
    "handled your complaint",
    "answered your complaint",
    "considered your complaint",
];

/// Whether somebody is pleased with something.
const PLEASED_WITH: &[&str] = &[
    "fornøyd med",
    "misfornøyd med",
    "nøgd med",
    "misnøgd med",
    "tilfreds med",
    "uenig i",
    "ueinig i",
    "usamd i",
    "satisfied with",
    "dissatisfied with",
    "happy with",
    "unhappy with",
    "disagree with",
];

/// What the clinic answered.
const OUR_ANSWER: &[&str] = &[
    "svar",
    "svaret",
    "svara",
    "avgjørelse*",
    "avgjerd*",
    "tilbakemelding*",
    "utfall*",
    "klagebehandling*",
    "answer",
    "reply",
    "response",
    "decision",
    "outcome",
];

/// With any of these in the sentence, nothing is a condition.
const FREEDOM: &[&str] = &[
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
    "ikke et vilkår",
    "ikkje eit vilkår",
    "ikke en forutsetning",
    "not a condition",
    "selv om",
    "sjølv om",
    "even if",
    "setter pris på",
    "gjerne",
    "please",
    "would like",
    "statsforvalter*",
];

/// Of a complaint speak these.
const COMPLAINT: &[&str] = &["klage*", "klagar", "complain*"];
/// Of the authority speak these, and the placeholder for its name.
const AUTHORITY: &[&str] = &[
    "datatilsyn*",
    "tilsynsmyndighet*",
    "tilsynsmyndigheit*",
    "data protection authority",
    "supervisory authority",
];
/// What somebody finds wrong is the reason for a complaint, which the law itself names.
const OPINION: &[&str] =
    &["mener", "meiner", "synes", "synest", "opplever", "opplev", "believe", "think", "consider", "feel"];
/// What comes on top of something else is not behind it.
const BESIDES: &[&str] = &["også", "òg", "also", "direkte", "directly"];
/// That one can complain whenever one likes.
const AT_ANY_TIME: &[&str] = &["når som helst", "kva tid som helst", "at any time", "any time"];

fn check(reading: &Reading<'_>, hits: &[Hit], found: &mut Diagnostics) {
    // One finding for a sentence is enough.
    let mut told = None;
    for hit in hits {
        let place = Some((hit.block, hit.sentence.clone()));
        let sentence = reading.sentence_of(hit);
        let block = &reading.blocks[hit.block];
        let named = block.placeholders.iter().any(|path| path.starts_with("authority."));
        let names_authority = says_any(sentence, AUTHORITY) || (named && sentence.contains(PLACEHOLDER));
        if told != place && says_any(sentence, COMPLAINT) && names_authority && is_condition(block, hit) {
            told = place;
            let finding =
                RULE.at_span(reading.span_of(hit), say::complaint_conditional(reading.words_of(hit)));
            found.push(finding.with_help(say::complaint_at_any_time()));
        }
    }
}

/// Whether what was found is one clause of the sentence, and not the reason that the law names.
///
/// What only suggests an order is none where the same paragraph says that one can complain at any time.
fn is_condition(block: &Block, hit: &Hit) -> bool {
    let words = &block.folded[hit.range.clone()];
    if hit.saying < FIRST_SUGGESTION || says_any(words, ORDERS) {
        return true;
    }
    !words.contains([',', PLACEHOLDER])
        && !says_any(&block.folded[hit.sentence.clone()], BESIDES)
        && !says_any(words, OPINION)
        && !says_any(words, AUTHORITY)
        && !says_any(&block.folded, AT_ANY_TIME)
}

/// The first of [`SAYINGS`] that tells of a condition only by its parts.
const FIRST_SUGGESTION: usize = 2;
