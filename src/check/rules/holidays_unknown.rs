//! Hours of a clinic in a country whose public holidays no file of countries says.

use crate::check::{Looks, Rule, Subject, names};
use crate::diagnostic::{Diagnostics, Severity, catalogue::times as say};
use crate::model::HolidayHours;

pub(super) static RULE: Rule =
    Rule { name: "holidays-unknown", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for table in subject.timetables {
        let Some(country) = table.country.filter(|_| table.calendar.is_none()) else {
            continue;
        };
        let hours = table.hours;
        let is_open = hours.holidays.as_ref().is_some_and(|said| *said.get() == HolidayHours::AsWeekday);
        let has_a_week = hours.holidays.is_some() || hours.week().iter().any(Option::is_some);
        if has_a_week && !is_open && !subject.clinic.hours.is_uncertain(hours.id.as_str()) {
            let headline = say::holidays_unknown(hours.id.as_str(), &names::country(country));
            found.push(RULE.at_span(hours.span, headline).with_help(say::write_holidays_as_exceptions()));
        }
    }
}
