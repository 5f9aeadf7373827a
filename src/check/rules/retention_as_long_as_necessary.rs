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

/// Whether a number stands before a unit of time: `10 år`, `ti år`.
fn is_counted(block: &TextBlock, unit: &Range<usize>) -> bool {
    let before = block.tokens.iter().rev().find(|token| token.range.end <= unit.start);
    before.is_some_and(|token| token.is_number || is_number_word(&block.folded[token.range.clone()]))
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
