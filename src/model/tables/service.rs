use super::days::written_days;
use crate::model::layered::layered;
use crate::model::{CalendarDate, DayHours, HolidaysWithin, Id, Text, WeekNumbers, WeekdayName, Year};
use crate::span::Located;

layered! {
    /// Something offered only on some days: `[services.<id>]` in `hours.toml`.
    OfferedService / OfferedServiceInput {
        /// What is offered.
        name: required Text,
        /// The department that offers it.
        department: optional Id,
        /// One day.
        date: optional CalendarDate,
        /// The first day of a range.
        from: optional CalendarDate,
        /// The last day of a range.
        until: optional CalendarDate,
        /// ISO weeks.
        weeks: optional WeekNumbers,
        /// The year of the weeks.
        year: optional Year,
        /// Only on these days of the week.
        weekdays: optional Vec<Located<WeekdayName>>,
        /// At what times.
        hours: optional DayHours,
        /// Whether it is offered on holidays within the days too.
        holidays: optional HolidaysWithin,
        /// A remark.
        note: optional Text,
    }
}

written_days!(OfferedService);
