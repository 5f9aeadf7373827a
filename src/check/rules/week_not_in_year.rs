//! # week-not-in-year
//!
//! ## What it finds
//! Week 53 of a year that has 52 weeks.
//!
//! ## Why it matters
//! No day of the calendar is in that week, so nothing would be shown.
//!
//! ## Example
//! ```toml
//! [exceptions.christmas]
//! weeks = "52-53"
//! year = 2027
//! hours = "closed"
//! ```
//!
//! ## How to fix it
//! Write the last week of the year, or `weeks = "52-1"` for a run into the next year.

use crate::check::days::dated_rows;
use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::times as say};
use crate::hours::DaysFault;

pub(super) static RULE: Rule = Rule {
    name: "week-not-in-year",
    severity: Severity::Error,
    docs: include_str!("week_not_in_year.rs"),
    looks: Looks::Clinic(check),
};

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for row in dated_rows(subject.clinic) {
        if let Err(DaysFault::NoSuchWeek { week, year, span }) = row.days {
            // Week 53 is the only one that some years lack.
            let finding = RULE.at_span(span, say::no_such_week(year, week));
            found.push(finding.with_help(say::year_ends_with_week(year, week - 1)));
        }
    }
}
