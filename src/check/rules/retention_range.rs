//! A storage period that is two: `5–10 år`.

use std::ops::Range;

use crate::check::prose::{PhraseHit, TextBlock};
use crate::check::texts::TextKind;
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "retention-range", severity: Severity::Warning, looks: Looks::Prose(&[], check) };

/// Units of time, by how they begin.
const UNITS: [&str; 9] = ["år", "måned", "månad", "uke", "veke", "dag", "year", "month", "week"];
const JOINING: [&str; 4] = ["til", "to", "eller", "or"];

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
    if !block.has_figures {
        return Vec::new();
    }
    let word = |at: usize| block.tokens.get(at).map(|token| &block.folded[token.range.clone()]);
    let number = |at: usize| block.tokens.get(at).filter(|token| token.is_number && token.range.len() <= 2);
    let mut places = Vec::new();
    for (at, first) in block.tokens.iter().enumerate().filter(|(at, _)| number(*at).is_some()) {
        let gap = |to: usize| {
            block.tokens.get(to).map_or("", |next| &block.text[first.range.end..next.range.start])
        };
        let second = if ["-", "–", " - ", " – "].contains(&gap(at + 1)) {
            at + 1
        } else if word(at + 1).is_some_and(|joining| JOINING.contains(&joining)) {
            at + 2
        } else {
            continue;
        };
        let is_unit = word(second + 1).is_some_and(|unit| UNITS.iter().any(|known| unit.starts_with(known)));
        if number(second).is_some() && is_unit {
            places.push(first.range.start..block.tokens[second + 1].range.end);
        }
    }
    places
}
