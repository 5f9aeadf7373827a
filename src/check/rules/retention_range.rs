//! A storage period that is two: `5–10 år`.

use std::ops::Range;

use crate::check::prose::{PhraseHit, TextBlock, Token, is_number_word};
use crate::check::texts::TextKind;
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "retention-range", severity: Severity::Warning, looks: Looks::Prose(&[], check) };

/// Units of time, by how they begin.
const UNITS: [&str; 15] = [
    "år", "måned", "månad", "mnd", "uke", "veke", "dag", "døgn", "timer", "timar", "year", "month", "week",
    "day", "hour",
];
const JOINING: [&str; 4] = ["til", "to", "eller", "or"];
/// What joins two numbers if one of `BETWEEN` stands before them, or one of `AT_MOST` before the second.
const AND: [&str; 2] = ["og", "and"];
const BETWEEN: [&str; 4] = ["mellom", "between", "minst", "minimum"];
const AT_MOST: [&str; 5] = ["høyst", "maksimalt", "maks", "opptil", "inntil"];

fn check(reading: &Reading<'_>, _: &[PhraseHit], found: &mut Diagnostics) {
    let is_of_retention =
        matches!(reading.kind, TextKind::Field { table: "retention", name: "criterion" | "event" });
    for (index, block) in reading.blocks.iter().enumerate() {
        for place in ranges(block) {
            // What is kept is said first: `Barn 0–18 år har egen journal, som lagres` is about something
            // else.
            let before = block.sentence(place.start).start..place.start;
            if is_of_retention || reading.says(&RULE, "keeping", index, &before) {
                let headline = say::retention_range(&block.text[place.clone()]);
                let finding = RULE.at_span(reading.span(block, &place), headline);
                found.push(finding.with_help(say::say_which_data_which_period()));
            }
        }
    }
}

/// Two numbers, joined, before a unit of time.
fn ranges(block: &TextBlock) -> Vec<Range<usize>> {
    let word = |at: usize| block.tokens.get(at).map(|token| &block.folded[token.range.clone()]);
    let is_number = |at: usize| {
        let digits = |token: &Token| token.is_number && token.range.len() <= 2;
        let one = |text: &str| text != "a" && is_number_word(text);
        block.tokens.get(at).is_some_and(digits) || word(at).is_some_and(one)
    };
    let is_any = |at: usize, of: &[&str]| word(at).is_some_and(|word| of.contains(&word));
    let mut places = Vec::new();
    for (at, first) in block.tokens.iter().enumerate().filter(|(at, _)| is_number(*at)) {
        let gap = |to: usize| {
            block.tokens.get(to).map_or("", |next| &block.text[first.range.end..next.range.start])
        };
        let second = if ["-", "–", " - ", " – "].contains(&gap(at + 1)) {
            at + 1
        } else if is_any(at + 1, &JOINING) {
            at + 2
        } else if is_any(at + 1, &AND) && is_any(at + 2, &AT_MOST) {
            at + 3
        } else if is_any(at + 1, &AND) && at > 0 && is_any(at - 1, &BETWEEN) {
            at + 2
        } else {
            continue;
        };
        let is_unit = word(second + 1).is_some_and(|unit| UNITS.iter().any(|known| unit.starts_with(known)));
        if is_number(second) && is_unit {
            places.push(first.range.start..block.tokens[second + 1].range.end);
        }
    }
    places
}
