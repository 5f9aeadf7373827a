use jiff::civil::Date;

use super::{Coming, Days};
use crate::model::Deadline;

/// Something that leaves the page when its last day has passed.
pub trait LastDays {
    /// The last day on which a page shows it.
    fn last_day(&self) -> Option<Date>;

    /// Whether a page shows it on `today`.
    fn is_shown_on(&self, today: Date) -> bool {
        self.last_day().is_some_and(|last| today <= last)
    }
}

impl LastDays for Coming<'_, '_> {
    fn last_day(&self) -> Option<Date> {
        self.days.last().copied()
    }
}

impl LastDays for Deadline<'_> {
    fn last_day(&self) -> Option<Date> {
        Some(self.date.get().0)
    }
}

impl LastDays for Days {
    fn last_day(&self) -> Option<Date> {
        self.last()
    }
}
