//! Time never fails a build: what is right today is published on every day of three years.

use felles::diagnostic::{Diagnostic, Severity};
use felles::model::OutputPath;
use felles::pipeline::{BuildOptions, Sink, build};
use felles::source::disk;
use jiff::civil::Date;
use rayon::prelude::*;

use super::answer::days;
use crate::fixture::lines;
use crate::paths::repository;

/// Takes pages and keeps none: only the findings matter here.
struct Nowhere;

impl Sink for Nowhere {
    fn accept(&self, _: &OutputPath, _: &[u8]) {}
}

#[test]
fn the_shipped_content_has_no_error_on_any_day_of_three_years() {
    let tree = disk::read_site(repository()).unwrap();
    let errors = |date: Date| -> Vec<Diagnostic> {
        let findings = build(&tree, BuildOptions { date }, &Nowhere).findings;
        findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect()
    };
    let days: Vec<Date> = days(2026, 2028).collect();
    let bad: Vec<(Date, Vec<Diagnostic>)> =
        days.par_iter().map(|day| (*day, errors(*day))).filter(|(_, errors)| !errors.is_empty()).collect();
    let first = bad.first().map(|(day, errors)| format!("{day}:\n{}", lines(errors, &tree)));
    assert!(bad.is_empty(), "{} days with errors; {}", bad.len(), first.unwrap_or_default());
    assert_eq!(days.len(), 1096);
}
