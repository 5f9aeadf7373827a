//! # retention-as-long-as-necessary
//!
//! ## What it finds
//! A text or a criterion that says only that data are kept “as long as necessary”.
//!
//! ## Why it matters
//! GDPR Article 13(2)(a): the page names the period, or the criteria that decide it. Datatilsynet says that “as long as
//! necessary” is neither.
//!
//! ## Example
//! ```toml
//! [retention.messages]
//! what.nb = "Meldinger til oss"
//! criterion.nb = "så lenge som nødvendig"
//! ```
//!
//! ## How to fix it
//! Say what decides it: a period, an event, or what is looked at (for the record: how long the care needs it, pasientjournalloven
//! § 25). In a clause, show the table with `table = "retention"` or link to it.

use crate::check::prose::{Hit, PLACEHOLDER, Saying, says_any};
use crate::check::texts::TextKind;
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "retention-as-long-as-necessary",
    severity: Severity::Warning,
    docs: include_str!("retention_as_long_as_necessary.rs"),
    looks: Looks::Prose(SAYINGS, check),
};

const SAYINGS: &[Saying] = &[Saying {
    starts: &[
        "så lenge som nødvendig",
        "så lenge som det er nødvendig",
        "så lenge det er nødvendig",
        "så lenge det trengs",
        "så lenge vi trenger",
        "ikke lenger enn nødvendig",
        "ikke lenger enn det som er nødvendig",
        "ikke lenger enn det er nødvendig",
        "så lenge som naudsynt",
        "så lenge det er naudsynt",
        "ikkje lenger enn naudsynt",
        "ikkje lenger enn det som er naudsynt",
        "as long as necessary",
        "as long as it is necessary",
        "as long as is necessary",
        "as long as they are needed",
        "as long as needed",
        "as long as we need",
        "no longer than necessary",
        "no longer than is necessary",
        "no longer than needed",
    ],
    then: &[],
    unless: &[],
}];

/// Beside one of these, the words are not all that is said.
const RULES: &[&str] = &[
    "§", "år", "måned*", "månad*", "dager", "dagar", "dag", "uke*", "veke*", "year*", "month*", "day*",
    "week*", "tabell*", "table",
];
/// In a criterion, this many words more name what it depends on.
const MORE: usize = 3;

fn check(reading: &Reading<'_>, hits: &[Hit], found: &mut Diagnostics) {
    let words = |text: &str| text.split_whitespace().count();
    let says_more = match reading.kind {
        TextKind::Field { table: "retention", name: "criterion" } => hits
            .iter()
            .any(|hit| words(&reading.blocks[hit.block].text) > words(reading.words_of(hit)) + MORE),
        TextKind::Field { .. } => true,
        TextKind::Clause(clause) if clause.front.table.is_some() => true,
        TextKind::Clause(_) | TextKind::Notice => reading.blocks.iter().any(|block| {
            let names_a_rule = says_any(&block.folded, RULES) || block.text.contains(PLACEHOLDER);
            names_a_rule || block.links.iter().any(|link| link.target.starts_with("clause:"))
        }),
    };
    for hit in hits.iter().filter(|_| !says_more) {
        let finding =
            RULE.at_span(reading.span_of(hit), say::retention_as_long_as_necessary(reading.words_of(hit)));
        found.push(finding.with_help(say::name_period_or_criterion()));
    }
}
