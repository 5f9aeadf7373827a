//! Weeks of an exception or a service without their year.

use crate::check::days::dated_rows;
use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::times as say};
use crate::hours::DaysFault;

pub(super) static RULE: Rule =
    Rule { name: "week-without-year", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for row in dated_rows(subject.clinic) {
        if let Err(DaysFault::YearMissing(span)) = row.days {
            let finding = RULE.at_span(span, say::weeks_without_year(&row.name()));
            found.push(finding.with_help(say::add_the_year(subject.date.year())));
        }
    }
}
