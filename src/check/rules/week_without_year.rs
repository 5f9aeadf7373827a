//! # week-without-year
//!
//! ## What it finds
//! Weeks of an exception or a service without their year.
//!
//! ## Why it matters
//! “Weeks 28–30” begin on another date each year, and such a line stays on the page for years after its summer.
//!
//! ## Example
//! ```toml
//! [exceptions.summer]
//! channels = ["phone"]
//! weeks = "28-30"
//! hours = "13:30-15:00"
//! ```
//!
//! ## How to fix it
//! Add `year = 2026`, or whichever year is meant.

use crate::check::days::dated_rows;
use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::times as say};
use crate::hours::DaysFault;

pub(super) static RULE: Rule = Rule {
    name: "week-without-year",
    severity: Severity::Error,
    docs: include_str!("week_without_year.rs"),
    looks: Looks::Clinic(check),
};

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for row in dated_rows(subject.clinic) {
        if let Err(DaysFault::YearMissing(span)) = row.days {
            let finding = RULE.at_span(span, say::weeks_without_year(&row.name()));
            found.push(finding.with_help(say::add_the_year(subject.date.year())));
        }
    }
}
