//! A text or a criterion that says only that data are kept “as long as necessary”.

use std::ops::Range;

use crate::check::prose::{PhraseHit, Saying, TextBlock, is_number_word};
use crate::check::texts::TextKind;
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "retention-as-long-as-necessary",
    severity: Severity::Warning,
    looks: Looks::Prose(SAYINGS, check),
};

const SAYINGS: &[Saying] = &[Saying { starts: "as-long-as", then: None, unless: &[] }];

/// In a criterion, this many words more name what it depends on.
const MORE: usize = 3;

/// Whether a number stands before a unit of time, and says how long and not how old: `10 år`, `i ti år`, and
/// not `under 16 år`.
fn is_counted(block: &TextBlock, unit: &Range<usize>) -> bool {
    const OF_AGE: [&str; 10] =
        ["under", "over", "fra", "frå", "til", "fylt", "fyller", "mellom", "mellem", "aged"];
    const THAN: [&str; 5] = ["eldre enn", "yngre enn", "older than", "younger than", "the age of"];
    const OLD: [&str; 5] = ["gammel", "gamle", "gamal", "old", "of age"];
    let word = |at: usize| block.tokens.get(at).map_or("", |token| &block.folded[token.range.clone()]);
    let Some(number) = block.tokens.iter().rposition(|token| token.range.end <= unit.start) else {
        return false;
    };
    let before = number.checked_sub(1).map_or("", word);
    let after = block.folded[unit.end..].trim_start();
    let above = block.folded[..block.tokens[number].range.start].trim_end();
    let is_of_years = ["år", "year"].iter().any(|year| block.folded[unit.clone()].starts_with(year));
    let is_an_age = OF_AGE.contains(&before)
        || THAN.iter().any(|than| above.ends_with(than))
        || OLD.iter().any(|old| after.starts_with(old));
    (block.tokens[number].is_number || is_number_word(word(number))) && !(is_of_years && is_an_age)
}

fn check(reading: &Reading<'_>, hits: &[PhraseHit], found: &mut Diagnostics) {
    if hits.is_empty() {
        return;
    }
    let words = |text: &str| text.split_whitespace().count();
    let says_more = match reading.kind {
        TextKind::Field { table: "retention", name: "criterion" } => hits
            .iter()
            .any(|hit| words(&reading.blocks[hit.block].text) > words(reading.words_of(hit)) + MORE),
        TextKind::Field { .. } => true,
        TextKind::Clause(clause) if clause.front.table.is_some() => true,
        TextKind::Clause(_) | TextKind::Notice => {
            // Beside a period, the words are not all that is said; nor where a link or a placeholder leads
            // to one.
            let leads_on = |block: &TextBlock| {
                let is_of_retention = |target: &str| target.contains("long") || target.contains("retention");
                block.placeholders.iter().any(|path| path.starts_with("retention."))
                    || block.links.iter().any(|link| is_of_retention(&link.target))
            };
            reading.places(&RULE, "table").next().is_some()
                || reading
                    .places(&RULE, "periods")
                    .any(|(block, unit)| is_counted(&reading.blocks[block], unit))
                || reading.blocks.iter().any(leads_on)
        }
    };
    for hit in hits.iter().filter(|_| !says_more) {
        let finding =
            RULE.at_span(reading.span_of(hit), say::retention_as_long_as_necessary(reading.words_of(hit)));
        found.push(finding.with_help(say::name_period_or_criterion()));
    }
}
