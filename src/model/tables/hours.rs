use crate::model::layered::layered;
use crate::model::{DayHours, HolidayHours, Id, Resolved, Text};

layered! {
    /// The weekly hours of a channel: `[visit]`, `[phone]`, `[ivf.phone]` in `hours.toml`.
    ///
    /// A weekday that no layer writes is not stated.
    Hours / HoursInput {
        /// Monday.
        monday: optional DayHours,
        /// Tuesday.
        tuesday: optional DayHours,
        /// Wednesday.
        wednesday: optional DayHours,
        /// Thursday.
        thursday: optional DayHours,
        /// Friday.
        friday: optional DayHours,
        /// Saturday.
        saturday: optional DayHours,
        /// Sunday.
        sunday: optional DayHours,
        /// What counts on public holidays that have no entry of their own; closed if nothing is written.
        holidays: optional HolidayHours,
        /// A remark.
        note: optional Text,
        /// The contact role that the hours belong to.
        contact: optional Id,
    }
}

/// The names of the weekdays in the content, Monday first.
pub const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl<'a> Hours<'a> {
    /// The week, Monday first.
    #[must_use]
    pub fn week(&self) -> [Option<&Resolved<'a, DayHours>>; 7] {
        let Self { monday, tuesday, wednesday, thursday, friday, saturday, sunday, .. } = self;
        [monday, tuesday, wednesday, thursday, friday, saturday, sunday].map(Option::as_ref)
    }

    /// The hours of one weekday, 0 for Monday.
    #[must_use]
    pub fn weekday(&self, index: usize) -> Option<&Resolved<'a, DayHours>> {
        let Self { monday, tuesday, wednesday, thursday, friday, saturday, sunday, .. } = self;
        [monday, tuesday, wednesday, thursday, friday, saturday, sunday].get(index)?.as_ref()
    }
}
