//! A complaint to the supervisory authority that may be made only after something else: a final refusal, a
//! complaint to the clinic, an answer that does not satisfy, talks that came to nothing.

use crate::check::prose::{PLACEHOLDER, PhraseHit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "complaint-conditional", severity: Severity::Warning, looks: Looks::Prose(SAYINGS, check) };

const SAYINGS: &[Saying] = &[
    Saying { starts: "orders", then: None, unless: &["freedom", "at-any-time"] },
    Saying { starts: "before-complaint", then: Some("you-must"), unless: &["freedom", "at-any-time"] },
    Saying { starts: "if", then: Some("settled-with-us"), unless: &["freedom", "at-any-time"] },
    Saying { starts: "pleased-with", then: Some("our-answer"), unless: &["freedom", "at-any-time"] },
];

fn check(reading: &Reading<'_>, hits: &[PhraseHit], found: &mut Diagnostics) {
    // One finding for a sentence is enough.
    let mut told = None;
    for hit in hits {
        let place = Some((hit.block, hit.sentence.clone()));
        let says = |list| reading.says(&RULE, list, hit.block, &hit.sentence);
        let block = &reading.blocks[hit.block];
        let named = block.placeholders.iter().any(|path| path.starts_with("authority."));
        let is_placeholder = || named && block.text[hit.sentence.clone()].contains(PLACEHOLDER);
        let is_of_authority = says("complaint") && (says("authority") || is_placeholder());
        if told != place && is_of_authority && is_condition(reading, hit) {
            told = place;
            let finding =
                RULE.at_span(reading.span_of(hit), say::complaint_conditional(reading.words_of(hit)));
            found.push(finding.with_help(say::complaint_at_any_time()));
        }
    }
}

/// Whether what was found is one clause of the sentence, and not the reason that the law names.
///
/// What only suggests an order is not one if the same paragraph says that one can complain at any time.
fn is_condition(reading: &Reading<'_>, hit: &PhraseHit) -> bool {
    let says = |list, range| reading.says(&RULE, list, hit.block, range);
    if hit.saying < FIRST_SUGGESTION || says("orders", &hit.range) {
        return true;
    }
    let block = &reading.blocks[hit.block].text;
    !block[hit.range.clone()].contains([',', PLACEHOLDER])
        && !says("besides", &hit.sentence)
        && !says("opinion", &hit.range)
        && !says("authority", &hit.range)
        && !says("at-any-time", &(0..block.len()))
}

/// The first of [`SAYINGS`] that tells of a condition only by its parts.
const FIRST_SUGGESTION: usize = 2;
