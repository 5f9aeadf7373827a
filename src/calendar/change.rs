use jiff::civil::{Date, date};

use crate::model::{Holiday, Id};

/// A page changes by itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The first day on which the page is another.
    pub date: Date,
    /// The clinic whose content it is.
    pub clinic: Id,
    /// Why.
    pub cause: Cause,
    /// The brand whose page it is.
    pub brand: Id,
}

/// Why a page changes by itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// A notice is shown from this day.
    NoticeBegins(Id),
    /// A notice is no longer shown.
    NoticeEnds(Id),
    /// An exception of the opening hours is over.
    ExceptionEnds(Id),
    /// A holiday or an eve is over.
    HolidayEnds(Holiday),
    /// A service is no longer offered.
    ServiceEnds(Id),
    /// A deadline has passed.
    DeadlineEnds(Id),
    /// The holidays of a year come onto the page.
    HolidaysOf(i16),
}

impl Cause {
    /// The kind of cause in one word, and what it is about.
    #[must_use]
    pub fn words(&self) -> (&'static str, String) {
        match self {
            Self::NoticeBegins(id) => ("notice-begins", id.to_string()),
            Self::NoticeEnds(id) => ("notice-ends", id.to_string()),
            Self::ExceptionEnds(id) => ("exception-ends", id.to_string()),
            Self::HolidayEnds(holiday) => ("holiday-ends", holiday.word().to_owned()),
            Self::ServiceEnds(id) => ("service-ends", id.to_string()),
            Self::DeadlineEnds(id) => ("deadline-ends", id.to_string()),
            Self::HolidaysOf(year) => ("holidays-of", year.to_string()),
        }
    }
}

/// The last day that a build on `today` looks ahead to: the end of next year.
///
/// A fixed end, since one that is always a year away would change files every day.
#[must_use]
pub fn horizon(today: Date) -> Date {
    date(today.year() + 1, 12, 31)
}
