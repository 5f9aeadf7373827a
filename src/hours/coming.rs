use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::{LastDays, Timetable, Why};
use crate::model::{DayHours, Holiday, Resolved};

/// Days on which other hours count than those of the week, all for the same reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming<'c, 'a> {
    /// The days, in order; never empty.
    pub days: Vec<Date>,
    /// What counts then; None if a holiday is as its weekday and that one is not stated.
    pub hours: Option<&'a DayHours>,
    /// Why.
    pub why: Why<'c, 'a>,
}

/// How many of a channel's coming days the front page shows; the page of the opening hours shows all.
pub const FRONT_PAGE_ROWS: usize = 3;

impl<'c, 'a> Timetable<'c, 'a> {
    /// What differs from the week and is not over on `today`, in the order of first days.
    ///
    /// Exceptions stand with all their days until the last has passed, so that a page does not change from
    /// day to day. Holidays are listed to the end of next year:
    /// the page says something of every day of a year ahead, and gains a year only on 1 January.
    #[must_use]
    pub fn coming(&self, today: Date) -> Vec<Coming<'c, 'a>> {
        let mut coming = self.in_years_from(today.year());
        coming.retain(|coming| coming.is_shown_on(today));
        coming
    }

    /// The holiday on which an exception for one date gives hours of its own.
    #[must_use]
    pub fn holiday_of(&self, coming: &Coming<'_, '_>) -> Option<Holiday> {
        match (coming.why, coming.days.as_slice()) {
            (Why::Exception(exception), [day]) if exception.date.is_some() => self.holidays_on(*day).next(),
            _ => None,
        }
    }

    /// What differs from the week, with the holidays of this year and the next.
    fn in_years_from(&self, year: i16) -> Vec<Coming<'c, 'a>> {
        let mut all: Vec<Coming<'c, 'a>> = Vec::new();
        for dated in &self.dated {
            let why = Why::Exception(dated.exception);
            let days: Vec<Date> = dated.days.iter().filter(|day| self.on(*day).why == why).collect();
            all.push(Coming { days, hours: Some(dated.exception.hours.get()), why });
        }
        for holiday in self.named_days(year) {
            let decision = self.on(holiday);
            if matches!(decision.why, Why::Holiday(..))
                && differs(decision.hours, self.ordinary(holiday).map(Resolved::get))
            {
                all.push(Coming { days: vec![holiday], hours: decision.hours, why: decision.why });
            }
        }
        all.sort_by(|one, two| one.days.cmp(&two.days));
        all
    }

    /// The dates of a year's and the next one's holidays and eves that may change the hours, each once.
    fn named_days(&self, year: i16) -> Vec<Date> {
        let Some(calendar) = self.calendar else { return Vec::new() };
        let mut days: Vec<Date> = (year..=year + 1)
            .filter(|year| *year <= Date::MAX.year())
            .flat_map(|year| calendar.known().filter_map(move |holiday| calendar.in_year(holiday, year)))
            .collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// What [`coming`](Self::coming) gives on each day from `today` to `until`.
    #[must_use]
    pub fn outlook(&self, today: Date, until: Date) -> Outlook<'c, 'a> {
        let years = today.year()..=until.year();
        Outlook { today, until, years: years.map(|year| (year, self.in_years_from(year))).collect() }
    }
}

/// What differs from the week of a channel, on each day of a range.
#[derive(Debug, Clone)]
pub struct Outlook<'c, 'a> {
    today: Date,
    until: Date,
    years: BTreeMap<i16, Vec<Coming<'c, 'a>>>,
}

impl<'c, 'a> Outlook<'c, 'a> {
    /// What [`Timetable::coming`] gives on a day of the range.
    #[must_use]
    pub fn coming(&self, day: Date) -> Vec<&Coming<'c, 'a>> {
        let of_year = self.years.get(&day.year()).into_iter().flatten();
        of_year.filter(|coming| coming.is_shown_on(day)).collect()
    }

    /// The days on which that changes by itself, after the first of the range.
    #[must_use]
    pub fn changes(&self) -> Vec<Date> {
        let mut days: Vec<Date> = self.years.keys().map(|year| date(*year, 1, 1)).collect();
        let last_days = self.years.values().flatten().filter_map(LastDays::last_day);
        days.extend(last_days.filter_map(|last| last.tomorrow().ok()));
        days.retain(|day| self.today < *day && *day <= self.until);
        days.sort_unstable();
        days.dedup();
        // New Year adds nothing for a channel that knows no holidays.
        days.retain(|day| self.coming(*day - 1.day()) != self.coming(*day));
        days
    }
}

/// Closed and not stated are the same to a patient at the door.
fn differs(hours: Option<&DayHours>, ordinary: Option<&DayHours>) -> bool {
    let open = |hours: Option<&DayHours>| hours.filter(|hours| **hours != DayHours::Closed).cloned();
    open(hours) != open(ordinary)
}
