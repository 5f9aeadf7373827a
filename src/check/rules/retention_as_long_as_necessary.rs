//! A text or a criterion that says only that data are kept “as long as necessary”.

use crate::check::prose::{PLACEHOLDER, PhraseHit, Saying, TextBlock};
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
            let says_more = |block: &TextBlock| {
                block.text.contains(PLACEHOLDER)
                    || block.links.iter().any(|link| link.target.starts_with("clause:"))
            };
            // Beside a period, the words are not all that is said.
            reading.places(&RULE, "periods").next().is_some() || reading.blocks.iter().any(says_more)
        }
    };
    for hit in hits.iter().filter(|_| !says_more) {
        let finding =
            RULE.at_span(reading.span_of(hit), say::retention_as_long_as_necessary(reading.words_of(hit)));
        found.push(finding.with_help(say::name_period_or_criterion()));
    }
}
