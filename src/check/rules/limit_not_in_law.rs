//! A price for access, or a time for an answer, that the law does not allow.

use crate::check::prose::{PhraseHit, Saying, is_number_word};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "limit-not-in-law", severity: Severity::Warning, looks: Looks::Prose(SAYINGS, check) };

const SAYINGS: &[Saying] = &[
    Saying { starts: "access", then: Some("price"), unless: &["free"] },
    Saying { starts: "price", then: Some("access"), unless: &["free"] },
    Saying { starts: "answers", then: None, unless: &["longer"] },
];

/// Which of the sayings is about an answer.
const ANSWER: usize = 2;
/// The longest month has as many days (Article 12(3)).
const MONTH: u32 = 31;
/// Units of time, by how they begin, and their days.
const UNITS: [(&str, u32); 8] = [
    ("uke", 7),
    ("veke", 7),
    ("week", 7),
    ("måned", 30),
    ("månad", 30),
    ("month", 30),
    ("dag", 1),
    ("day", 1),
];
/// The numbers that are written as words, up to twelve.
const NUMBERS: [[&str; 3]; 12] = [
    ["en", "ein", "one"],
    ["to", "to", "two"],
    ["tre", "tre", "three"],
    ["fire", "fire", "four"],
    ["fem", "fem", "five"],
    ["seks", "seks", "six"],
    ["sju", "syv", "seven"],
    ["åtte", "åtte", "eight"],
    ["ni", "ni", "nine"],
    ["ti", "ti", "ten"],
    ["elleve", "elleve", "eleven"],
    ["tolv", "tolv", "twelve"],
];

fn check(reading: &Reading<'_>, hits: &[PhraseHit], found: &mut Diagnostics) {
    for hit in hits {
        if hit.saying != ANSWER {
            let finding = RULE.at_span(reading.span_of(hit), say::price_for_access(reading.words_of(hit)));
            found.push(finding.with_help(say::access_is_free()));
        } else if reading.says(&RULE, "requests", hit.block, &hit.sentence)
            && let Some(words) = too_long(reading, hit)
        {
            let span = reading.span(&reading.blocks[hit.block], &words);
            let headline = say::answer_too_late(&reading.blocks[hit.block].text[words]);
            found.push(RULE.at_span(span, headline).with_help(say::answer_within_a_month()));
        }
    }
}

/// A time in the sentence that is longer than a month: `seks uker`.
fn too_long(reading: &Reading<'_>, hit: &PhraseHit) -> Option<std::ops::Range<usize>> {
    let block = &reading.blocks[hit.block];
    let word = |at: usize| block.tokens.get(at).map(|token| &block.folded[token.range.clone()]);
    let inside = |at: usize| hit.sentence.contains(&block.tokens[at].range.start);
    (0..block.tokens.len()).filter(|at| inside(*at)).find_map(|at| {
        let number = word(at)?;
        let of_word = || NUMBERS.iter().position(|words| words.contains(&number)).map(|index| index + 1);
        let count: usize = number.parse().ok().or_else(|| is_number_word(number).then(of_word).flatten())?;
        let unit = word(at + 1)?;
        let days = UNITS.iter().find(|(begin, _)| unit.starts_with(begin)).map(|(_, days)| *days)?;
        let is_longer = u32::try_from(count).ok()?.checked_mul(days)? > MONTH;
        is_longer.then(|| block.tokens[at].range.start..block.tokens[at + 1].range.end)
    })
}
