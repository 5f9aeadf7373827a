use crate::model::layered::layered;
use crate::model::{CalendarDate, Id, Text};

layered! {
    /// A last day: `[deadlines.<id>]` in `hours.toml`.
    Deadline / DeadlineInput {
        /// What must happen by then.
        label: required Text,
        /// The last day.
        date: required CalendarDate,
        /// Whom it applies to.
        applies_to: optional Text,
        /// How the day is counted.
        counted: optional Text,
        /// Whether the patient must come to the clinic on that day; if nothing is written, they must.
        attend: optional bool,
        /// The department whose deadline it is.
        department: optional Id,
        /// The closure that it precedes, out of `[exceptions.<id>]` or `[services.<id>]`.
        before: optional Id,
        /// The deadline of what follows from it: the retrieval after the hormones,
        /// the transfer after the retrieval.
        followed_by: optional Id,
    }
}

impl Deadline<'_> {
    /// Whether the patient must come to the clinic on that day.
    #[must_use]
    pub fn asks_to_attend(&self) -> bool {
        self.attend.as_ref().is_none_or(|attend| *attend.get())
    }
}
