//! A day or a week in the text of a notice in which no year stands.

use std::ops::Range;

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
    // One year is enough for all of them, so they are one finding.
    let mut places = reading.blocks.iter().flat_map(|block| {
        let dates = dates(block).into_iter().filter(|date| !date.is_every_year()).map(|date| date.range);
        let mut places: Vec<Range<usize>> = dates.chain(weeks(block)).collect();
        places.sort_by_key(|place| place.start);
        places.into_iter().map(move |place| (block, place))
    });
    let Some((block, first)) = places.next() else { return };
    let headline = say::date_in_text_without_year(&block.text[first.clone()]);
    let finding = RULE.at_span(reading.span(block, &first), headline);
    let finding = places.fold(finding, |finding, (block, place)| {
        finding.with_related(reading.span(block, &place), say::without_year_too())
    });
    found.push(finding.with_help(say::add_a_year_once(reading.date.year())));
}
