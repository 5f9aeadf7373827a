//! A range of days, or weeks, without `weekdays`, which opens a channel on a Saturday or a Sunday too,
//! though it has no ordinary hours then.

use jiff::civil::{Date, Weekday};

use crate::check::{Looks, Rule, Subject, names};
use crate::diagnostic::{Diagnostics, Severity, catalogue::times as say};
use crate::hours::{DaysOf, Exactness, LastDays, Why, exception_days};
use crate::model::{DayHours, HoursException};

pub(super) static RULE: Rule =
    Rule { name: "opens-on-day-off", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for exception in &subject.clinic.exceptions.rows {
        let is_open = matches!(exception.hours.get(), DayHours::Open(_)) && exception.weekdays.is_none();
        if is_open && !subject.clinic.exceptions.is_uncertain(exception.id.as_str()) {
            check_exception(exception, subject, found);
        }
    }
}

fn check_exception(exception: &HoursException<'_>, subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let Ok(DaysOf::Dated(days)) = exception_days(exception) else { return };
    if days.exactness == Exactness::Date || !days.is_shown_on(subject.date) {
        return;
    }
    for table in subject.timetables.iter().filter(|table| exception.is_for(table.hours)) {
        let is_opened = |day: &Date| {
            [Weekday::Saturday, Weekday::Sunday].contains(&day.weekday())
                && table.ordinary(*day).is_none_or(|hours| *hours.get() == DayHours::Closed)
                && table.on(*day).why == Why::Exception(exception)
        };
        if subject.clinic.hours.is_uncertain(table.hours.id.as_str()) {
            continue;
        }
        if let Some(day) = days.iter().find(is_opened) {
            let (row, channel) = (format!("exceptions.{}", exception.id), table.hours.id.as_str());
            let weekday = names::weekday(day.weekday());
            let headline = say::opens_on_day_off(&row, channel, &day.to_string(), &weekday);
            found.push(RULE.at(&exception.hours, headline).with_help(say::name_the_weekdays()));
            return;
        }
    }
}
