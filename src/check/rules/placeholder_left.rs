//! # placeholder-left
//!
//! ## What it finds
//! A gap that somebody meant to fill: `[…]`, `[NAVN]`, TODO, FYLL INN, XXX, dd.mm.åååå.
//!
//! ## Why it matters
//! What should stand there is missing for the reader, and often it is what GDPR Article 13 asks for: a name, an address, a
//! period.
//!
//! ## Example
//! ```markdown
//! Personvernombudet heter [NAVN].
//! ```
//!
//! ## How to fix it
//! Write what is meant. What the data know has a placeholder of its own, such as `{{ contacts.privacy.email }}` or `{{
//! clinic.name }}`.

use std::ops::Range;

use crate::check::prose::{Hit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "placeholder-left",
    severity: Severity::Warning,
    docs: include_str!("placeholder_left.rs"),
    looks: Looks::Prose(SAYINGS, check),
};

const SAYINGS: &[Saying] = &[Saying {
    starts: &[
        "todo",
        "tbd",
        "fixme",
        "fyll inn",
        "fyll ut",
        "sett inn",
        "fill in",
        "insert",
        "xxx",
        "xxxx",
        "xx xx",
        "____*",
        "dd.mm.åååå",
        "dd.mm.yyyy",
        "dd/mm/åååå",
        "dd/mm/yyyy",
    ],
    then: &[],
    unless: &[],
}];

/// A date that was to be written, in whatever letters.
const BLANKS: &[&str] = &["dd.mm.åååå", "dd.mm.yyyy", "dd/mm/åååå", "dd/mm/yyyy"];

/// Longer than this, brackets hold an aside.
const LONGEST_GAP: usize = 60;

fn check(reading: &Reading<'_>, hits: &[Hit], found: &mut Diagnostics) {
    let gaps: Vec<Vec<Range<usize>>> = reading.blocks.iter().map(|block| gaps(&block.text)).collect();
    let loud = hits.iter().filter(|hit| {
        // “Fyll inn skjemaet” is an instruction to the patient; `FYLL INN` is one to the writer.
        let words = reading.words_of(hit);
        let is_capital = !words.chars().any(char::is_lowercase);
        let is_loud = is_capital || words.starts_with("xx") || is_note(reading, hit);
        let is_loud = is_loud && !begins_compound(reading, hit);
        is_loud && !gaps[hit.block].iter().any(|gap| gap.contains(&hit.range.start))
    });
    let loud = loud.map(|hit| (hit.block, hit.range.clone()));
    let gaps =
        gaps.iter().enumerate().flat_map(|(block, gaps)| gaps.iter().map(move |gap| (block, gap.clone())));
    for (block, range) in loud.chain(gaps) {
        let block = &reading.blocks[block];
        let finding =
            RULE.at_span(reading.span(block, &range), say::placeholder_left(&block.text[range.clone()]));
        found.push(finding.with_help(say::write_what_is_meant()));
    }
}

/// Whether a word in small letters is a note to oneself all the same: `Todo: svartid`, a paragraph that begins with it.
fn is_note(reading: &Reading<'_>, hit: &Hit) -> bool {
    let block = &reading.blocks[hit.block];
    let begins = block.text[..hit.range.start].trim().is_empty();
    match &block.folded[hit.range.clone()] {
        "todo" | "tbd" | "fixme" => begins || block.text[hit.range.end..].trim_start().starts_with(':'),
        blank => BLANKS.contains(&blank),
    }
}

/// Whether a longer word begins there: `TODO-listen`.
fn begins_compound(reading: &Reading<'_>, hit: &Hit) -> bool {
    let mut after = reading.blocks[hit.block].text[hit.range.end..].chars();
    after.next().is_some_and(|sign| "-\u{2010}\u{2011}".contains(sign))
        && after.next().is_some_and(char::is_alphabetic)
}

/// What an address uses instead of its sign, which `disguised-address` finds.
const SIGNS: &[&str] = &["at", "æt", "a", "dot", "punktum", "prikk", "snabel-a", "krøllalfa", "alfakrøll"];

/// What stands in brackets that Markdown took for no link.
fn gaps(text: &str) -> Vec<Range<usize>> {
    let opens = text.match_indices('[').filter_map(|(open, _)| {
        let near = &text[open..text.floor_char_boundary(open + LONGEST_GAP + 2)];
        let close = open + near.find(']')? + 1;
        let (inside, after) = (&text[open + 1..close - 1], text[close..].trim_start());
        let is_note = inside.chars().all(|letter| letter.is_ascii_digit()) && !inside.is_empty();
        let is_sign = SIGNS.contains(&inside.trim().to_lowercase().as_str());
        (!is_note && !is_sign && !after.starts_with('(')).then_some(open..close)
    });
    opens.collect()
}
