//! A day or a week in the text of a notice in which no year stands.

use crate::check::prose::{PhraseHit, dates, names_a_year, weeks};
use crate::check::texts::TextKind;
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::times as say};

pub(super) static RULE: Rule =
    Rule { name: "date-without-year", severity: Severity::Error, looks: Looks::Prose(&[], check) };

fn check(reading: &Reading<'_>, _: &[PhraseHit], found: &mut Diagnostics) {
    let is_of_days = matches!(reading.kind, TextKind::Notice) || reading.is_of_times();
    if !is_of_days || names_a_year(&reading.blocks) {
        return;
    }
    for block in &reading.blocks {
        let dates = dates(block).into_iter().filter(|date| !date.is_every_year()).map(|date| date.range);
        for place in dates.chain(weeks(block)) {
            let headline = say::date_in_text_without_year(&block.text[place.clone()]);
            let finding = RULE.at_span(reading.span(block, &place), headline);
            found.push(finding.with_help(say::add_a_year_once(reading.date.year())));
        }
    }
}
