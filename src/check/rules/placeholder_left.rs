//! A gap that somebody meant to fill: `[…]`, `[NAVN]`, TODO, FYLL INN, XXX, dd.mm.åååå.

use std::ops::Range;

use super::disguised_address::{SIGNS, STOPS};
use crate::check::prose::{PhraseHit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "placeholder-left", severity: Severity::Warning, looks: Looks::Prose(SAYINGS, check) };

const SAYINGS: &[Saying] = &[
    Saying { starts: "notes", then: None, unless: &[] },
    Saying { starts: "loud", then: None, unless: &[] },
    Saying { starts: "blanks", then: None, unless: &[] },
];

/// Longer than this, brackets hold an aside.
const LONGEST_GAP: usize = 60;

fn check(reading: &Reading<'_>, hits: &[PhraseHit], found: &mut Diagnostics) {
    let gaps: Vec<Vec<Range<usize>>> = reading.blocks.iter().map(|block| gaps(&block.text)).collect();
    let left = hits.iter().filter(|hit| {
        let is_in_gap = gaps[hit.block].iter().any(|gap| gap.contains(&hit.range.start));
        is_left(reading, hit) && !begins_compound(reading, hit) && !is_in_gap
    });
    let left = left.map(|hit| (hit.block, &hit.range));
    let gaps = gaps.iter().enumerate().flat_map(|(block, gaps)| gaps.iter().map(move |gap| (block, gap)));
    // A long line to write on is one gap, wherever it is looked for.
    let mut all: Vec<(usize, Range<usize>)> =
        left.chain(gaps).map(|(block, range)| (block, range.clone())).collect();
    all.sort_by_key(|(block, range)| (*block, range.start));
    all.dedup_by(|next, last| {
        let is_same = next.0 == last.0 && next.1.start <= last.1.end;
        if is_same {
            last.1.end = last.1.end.max(next.1.end);
        }
        is_same
    });
    for (block, range) in &all {
        let block = &reading.blocks[*block];
        let headline = say::placeholder_left(&block.text[range.clone()]);
        found.push(RULE.at_span(reading.span(block, range), headline).with_help(say::write_what_is_meant()));
    }
}

/// Whether the words are the writer's: “Fyll inn skjemaet” is an instruction to the patient;
/// `FYLL INN` and `Todo: svartid` are notes.
fn is_left(reading: &Reading<'_>, hit: &PhraseHit) -> bool {
    let block = &reading.blocks[hit.block];
    let is_capital = !reading.words_of(hit).chars().any(char::is_lowercase);
    match hit.list {
        "blanks" => true,
        "notes" => {
            let begins = block.text[..hit.range.start].trim().is_empty();
            is_capital || begins || block.text[hit.range.end..].trim_start().starts_with(':')
        }
        _ => is_capital,
    }
}

/// Whether a longer word begins there: `TODO-listen`.
fn begins_compound(reading: &Reading<'_>, hit: &PhraseHit) -> bool {
    let mut after = reading.blocks[hit.block].text[hit.range.end..].chars();
    after.next().is_some_and(|sign| "-\u{2010}\u{2011}".contains(sign))
        && after.next().is_some_and(char::is_alphabetic)
}

/// What stands in brackets that Markdown took for no link.
fn gaps(text: &str) -> Vec<Range<usize>> {
    let opens = text.match_indices('[').filter_map(|(open, _)| {
        let near = &text[open..text.floor_char_boundary(open + LONGEST_GAP + 2)];
        let close = open + near.find(']')? + 1;
        let (inside, after) = (&text[open + 1..close - 1], text[close..].trim_start());
        let is_number = inside.chars().all(|letter| letter.is_ascii_digit()) && !inside.is_empty();
        // What an address has instead of its signs is found by another rule.
        let inside = inside.trim().to_lowercase();
        let is_sign = SIGNS.iter().chain(&STOPS[1..]).any(|sign| *sign == inside);
        (!is_number && !is_sign && !after.starts_with('(')).then_some(open..close)
    });
    opens.chain(lines_to_fill(text)).chain(times_to_fill(text)).collect()
}

/// A short line to write on: `kl. __ til __`. Longer ones are among the phrases.
fn lines_to_fill(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_apart = |(start, end): (usize, usize)| {
        !text[..start].ends_with(char::is_alphanumeric) && !text[end..].starts_with(char::is_alphanumeric)
    };
    let rows = text.match_indices("__").filter(|(at, _)| !text[..*at].ends_with('_')).map(|(at, _)| {
        let row = text[at..].len() - text[at..].trim_start_matches('_').len();
        (at, at + row)
    });
    rows.filter(move |row| is_apart(*row)).map(|(start, end)| start..end)
}

/// A time or a number with letters in the place of its figures: `xx.xx`, `xx xx xx xx`.
fn times_to_fill(text: &str) -> impl Iterator<Item = Range<usize>> {
    ["xx.xx", "xx:xx", "XX.XX", "XX:XX"].into_iter().flat_map(|time| {
        text.match_indices(time).map(|(at, time)| at..at + time.len()).filter(|range| {
            !text[..range.start].ends_with(char::is_alphanumeric)
                && !text[range.end..].starts_with(char::is_alphanumeric)
        })
    })
}
