//! An exception whose days are all holidays that it does not open, or are in no calendar of the country; and
//! a service that is offered on no day.

use crate::check::days::dated_rows;
use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::catalogue::times as say;
use crate::diagnostic::{Diagnostics, Severity};
use crate::hours::{DaysOf, Timetable, Why, service_days};

pub(super) static RULE: Rule =
    Rule { name: "exception-without-effect", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let clinic = subject.clinic;
    for row in dated_rows(clinic) {
        let Ok(days) = &row.days else { continue };
        let has_effect = match clinic.exceptions.get(row.id.as_str()).filter(|_| row.table == "exceptions") {
            Some(exception) => {
                let mut channels = subject.timetables.iter().filter(|table| exception.is_for(table.hours));
                subject.timetables.is_empty() || channels.any(|table| decides(table, days))
            }
            None => clinic
                .services
                .get(row.id.as_str())
                .is_none_or(|service| service_days(service, clinic).is_some()),
        };
        if !has_effect {
            let finding = RULE.at_span(row.place(), say::never_counts(&row.name()));
            found.push(finding.with_help(say::open_holidays_or_correct_the_days()));
        }
    }
}

/// Whether it decides a day, or leaves one to another exception:
/// which of the two counts is not this rule's to say.
fn decides(table: &Timetable<'_, '_>, days: &DaysOf) -> bool {
    match (days, table.calendar) {
        (DaysOf::Dated(days), _) => {
            days.iter().any(|day| matches!(table.on(day).why, Why::Exception(_) | Why::Weekday))
        }
        (DaysOf::Named(holiday), Some(calendar)) => calendar.known().any(|known| known == *holiday),
        (DaysOf::Named(_), None) => table.country.is_none(),
    }
}
