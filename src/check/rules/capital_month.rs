//! The name of a month with a capital letter in Norwegian text, where no sentence begins.

use crate::check::prose::{PhraseHit, capital_months};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "capital-month", severity: Severity::Warning, looks: Looks::Prose(&[], check) };

fn check(reading: &Reading<'_>, _: &[PhraseHit], found: &mut Diagnostics) {
    if !["nb", "nn", "sv", "da"].into_iter().any(|language| reading.is_in(language)) {
        return;
    }
    for block in &reading.blocks {
        for place in capital_months(block) {
            let written = &block.text[place.clone()];
            let finding = RULE.at_span(reading.span(block, &place), say::capital_month(written));
            found.push(finding.with_help(say::write_it_small(&written.to_lowercase())));
        }
    }
}
