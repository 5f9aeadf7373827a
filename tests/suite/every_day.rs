//! Time never fails a build: what is right today is published on every day of three years.

use felles::diagnostic::{Diagnostic, Severity};
use felles::pipeline::{BuildOptions, Memo, NoSink, build_again};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use rayon::prelude::*;

use crate::fixture::{lines, shipped};

#[test]
fn the_shipped_content_has_no_error_on_any_day_of_three_years() {
    let tree = shipped();
    let days: Vec<Date> =
        date(2026, 1, 1).series(1.day()).take_while(|day| *day < date(2029, 1, 1)).collect();
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
    assert_eq!(days.len(), 1096);
}
