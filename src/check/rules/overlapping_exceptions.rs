//! Two exceptions of one layer that give a channel different hours for the same day, equally exactly;
//! and two for the same holiday.

use crate::check::{Looks, Rule, Subject, names};
use crate::diagnostic::{Diagnostics, Severity, catalogue::times as say};
use crate::hours::{DaysOf, Timetable, exception_days, rank};
use crate::model::HoursException;

pub(super) static RULE: Rule =
    Rule { name: "overlapping-exceptions", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let exceptions = &subject.clinic.exceptions;
    let certain = |row: &&HoursException<'_>| !exceptions.is_uncertain(row.id.as_str());
    let rows: Vec<&HoursException<'_>> = exceptions.rows.iter().filter(certain).collect();
    for (index, second) in rows.iter().enumerate() {
        for first in &rows[..index] {
            let is_for_both =
                |table: &&Timetable<'_, '_>| first.is_for(table.hours) && second.is_for(table.hours);
            let Some(table) = subject.timetables.iter().find(is_for_both) else { continue };
            let is_one_layer = rank(first, subject.clinic) == rank(second, subject.clinic);
            if is_one_layer && first.hours.get() != second.hours.get() {
                check_pair(first, second, table.hours.id.as_str(), found);
            }
        }
    }
}

fn check_pair(
    first: &HoursException<'_>,
    second: &HoursException<'_>,
    channel: &str,
    found: &mut Diagnostics,
) {
    let names = [first, second].map(|row| format!("exceptions.{}", row.id));
    let (headline, help) = match (exception_days(first), exception_days(second)) {
        (Ok(DaysOf::Dated(one)), Ok(DaysOf::Dated(two))) if one.exactness == two.exactness => {
            let Some(day) = one.iter().find(|day| two.contains(*day)) else { return };
            let headline = say::overlapping_exceptions(&names[0], &names[1], channel, &day.to_string());
            (headline, say::keep_one_or_be_more_exact())
        }
        (Ok(DaysOf::Named(one)), Ok(DaysOf::Named(two))) if one == two => {
            let holiday = names::holiday(one);
            (say::two_entries_for_a_holiday(&names[0], &names[1], channel, &holiday), say::keep_one_entry())
        }
        _ => return,
    };
    let finding = RULE.at(&second.hours, headline);
    let finding = finding.with_related(first.hours.origin().span, say::other_hours_here());
    found.push(finding.with_help(help));
}
