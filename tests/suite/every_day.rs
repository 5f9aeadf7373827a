//! Time never fails a build: what is right today is published on every day of three years.

use std::collections::BTreeSet;

use felles::diagnostic::{Diagnostic, Severity};
use felles::pipeline::{BuildOptions, Memo, NoSink, build_again, calendar};
use felles::source::SourceTree;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use rayon::prelude::*;

use crate::fixture::{lines, shipped};

/// Days of three years: each day of the calendar in one of them, and those around every day on which a page
/// changes by itself in all of them.
fn days(tree: &SourceTree) -> Vec<Date> {
    let (first, end) = (date(2026, 1, 1), date(2029, 1, 1));
    let changes = calendar(tree, first, end).changes;
    let around = |day: Date| [day.yesterday(), Ok(day), day.tomorrow()].into_iter().flatten();
    let changing: BTreeSet<Date> = changes.into_iter().flat_map(|change| around(change.date)).collect();
    // In this way the 29th of February, too.
    let is_its_turn = |day: &Date| (i16::from(day.month()) * 31 + i16::from(day.day()) + day.year()) % 3 == 1;
    let is_chosen = |day: &Date| changing.contains(day) || is_its_turn(day);
    first.series(1.day()).take_while(|day| *day < end).filter(is_chosen).collect()
}

#[test]
fn the_shipped_content_has_no_error_on_any_day_of_three_years() {
    let tree = shipped();
    let days = days(&tree);
    // What a day has in common with the day before is not made again, as in the preview.
    let errors = |memo: &mut Memo, date: Date| -> Vec<Diagnostic> {
        let findings = build_again(&tree, BuildOptions { date }, &NoSink, memo).findings;
        findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect()
    };
    let of_some_days = |days: &[Date]| -> Vec<(Date, Vec<Diagnostic>)> {
        let mut memo = Memo::default();
        days.iter().map(|day| (*day, errors(&mut memo, *day))).collect()
    };
    let mut bad: Vec<(Date, Vec<Diagnostic>)> = days.par_chunks(64).flat_map_iter(of_some_days).collect();
    bad.retain(|(_, errors)| !errors.is_empty());
    let first = bad.first().map(|(day, errors)| format!("{day}:\n{}", lines(errors, &tree)));
    assert!(bad.is_empty(), "{} days with errors; {}", bad.len(), first.unwrap_or_default());
    let calendar_days: BTreeSet<(i8, i8)> = days.iter().map(|day| (day.month(), day.day())).collect();
    assert_eq!(calendar_days.len(), 366);
}
