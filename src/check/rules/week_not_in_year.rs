//! Week 53 of a year that has 52 weeks.

use crate::check::days::dated_rows;
use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::times as say};
use crate::hours::DaysFault;

pub(super) static RULE: Rule =
    Rule { name: "week-not-in-year", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for row in dated_rows(subject.clinic) {
        if let Err(DaysFault::NoSuchWeek { week, year, span }) = row.days {
            // Week 53 is the only one that some years lack.
            let finding = RULE.at_span(span, say::no_such_week(year, week));
            found.push(finding.with_help(say::year_ends_with_week(year, week - 1)));
        }
    }
}
