use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::model::{Brand, Holiday, Id};

/// So many days before `security.txt` expires, builds begin to say so.
pub const WARNED_BEFORE: i64 = 30;

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
    /// `security.txt` expires within thirty days, on this one.
    SecurityTxtExpiresSoon(Date),
    /// `security.txt` has expired.
    SecurityTxtExpired,
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
            Self::SecurityTxtExpiresSoon(last) => ("security-txt-expires-soon", last.to_string()),
            Self::SecurityTxtExpired => ("security-txt-expired", "security.txt".to_owned()),
        }
    }
}

/// The days after `today` and up to `until` on which a build warns of a `security.txt` that expires: no page
/// changes then, but somebody must set a later date.
pub fn expiry_changes<'b>(
    expires: Date,
    brands: impl IntoIterator<Item = &'b Brand>,
    today: Date,
    until: Date,
) -> Vec<Change> {
    // A site that names no day has one that never comes.
    if expires == Date::MAX {
        return Vec::new();
    }
    let soon = expires.saturating_sub(WARNED_BEFORE.days()).saturating_add(1.day());
    let days = [
        (soon, Cause::SecurityTxtExpiresSoon(expires)),
        (expires.saturating_add(1.day()), Cause::SecurityTxtExpired),
    ];
    let of_brand = |brand: &'b Brand| {
        let clinic = brand.clinics.first().map(|clinic| clinic.value.clone());
        let change = |(date, cause): &(Date, Cause)| {
            let clinic = clinic.clone()?;
            let is_ahead = today < *date && *date <= until;
            is_ahead.then(|| Change { date: *date, clinic, cause: cause.clone(), brand: brand.id.clone() })
        };
        days.iter().filter_map(change).collect::<Vec<_>>()
    };
    brands.into_iter().flat_map(of_brand).collect()
}

/// The last day that a build on `today` looks ahead to: the end of next year.
///
/// A fixed end, since one that is always a year away would change files every day.
#[must_use]
pub fn horizon(today: Date) -> Date {
    date(today.year() + 1, 12, 31)
}
