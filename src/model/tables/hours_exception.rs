use super::days::written_days;
use crate::model::layered::layered;
use crate::model::{
    CalendarDate, ChannelId, DayHours, Holiday, HolidaysWithin, Text, WeekNumbers, WeekdayName, Year,
};
use crate::span::Located;

layered! {
    /// Days on which the hours are not those of the week: `[exceptions.<id>]` in `hours.toml`.
    ///
    /// The days are one of `date`, `from` with `until`, `weeks` with `year`, and `holiday`.
    HoursException / HoursExceptionInput {
        /// The channels that it is for; all of the clinic's if nothing is written.
        channels: optional Vec<Located<ChannelId>>,
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
        /// A holiday or an eve, every year.
        holiday: optional Holiday,
        /// What counts then.
        hours: required DayHours,
        /// Whether a range opens the holidays within it.
        holidays: optional HolidaysWithin,
        /// Why, for the reader.
        reason: optional Text,
    }
}

written_days!(HoursException);
