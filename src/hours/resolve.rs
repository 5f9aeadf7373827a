use jiff::ToSpan;
use jiff::civil::Date;

use super::Timetable;
use crate::model::{ClockInterval, DayHours, Holiday, HolidaysWithin, HoursException, Origin, Resolved};

/// How exactly something says when it counts. **This is the precedence: the later one decides.**
///
/// * Within one of these, the clinic decides over its profiles, and they over the group. What is then left in
///   the same layer is a fault of the content (`overlapping-exceptions`),
///   and the one that is written first decides.
/// * A range or weeks with opening hours open no holiday within them, and no eve that has an entry, unless
///   they say `holidays = "open"`; they close all of them. A date, or the holiday's own entry,
///   opens it without more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exactness {
    /// The ordinary week.
    Weekday,
    /// A public holiday, or an eve with an entry.
    Holiday,
    /// ISO weeks.
    Weeks,
    /// A range of dates.
    Range,
    /// One date.
    Date,
}

/// What decides a day's hours.
#[derive(Debug, Clone, Copy)]
pub enum Why<'c, 'a> {
    /// An exception for dates, a range or weeks.
    Exception(&'c HoursException<'a>),
    /// A holiday or an eve, with its own entry if it has one.
    Holiday(Holiday, Option<&'c HoursException<'a>>),
    /// The ordinary week.
    Weekday,
}

impl PartialEq for Why<'_, '_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Exception(one), Self::Exception(two)) => one.id == two.id,
            (Self::Holiday(one, _), Self::Holiday(two, _)) => one == two,
            (one, two) => matches!((one, two), (Self::Weekday, Self::Weekday)),
        }
    }
}

impl Eq for Why<'_, '_> {}

/// The answer for one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision<'c, 'a> {
    /// What counts; None if it is not stated.
    pub hours: Option<&'a DayHours>,
    /// What decides it.
    pub why: Why<'c, 'a>,
    /// Where that is written; None if it is only what felles takes for granted:
    /// closed on public holidays.
    pub origin: Option<Origin<'a>>,
}

impl<'a> Decision<'_, 'a> {
    /// The intervals; none if it is closed, by appointment or not stated.
    #[must_use]
    pub fn intervals(&self) -> &'a [ClockInterval] {
        match self.hours {
            Some(DayHours::Open(intervals)) => intervals,
            _ => &[],
        }
    }
}

impl<'c, 'a> Timetable<'c, 'a> {
    /// What counts on `date`, and why.
    #[must_use]
    pub fn on(&self, date: Date) -> Decision<'c, 'a> {
        let holidays: Vec<Holiday> = self.holidays_on(date).collect();
        let decides = |exception: &HoursException<'a>, exactness: Exactness| {
            let opens_holidays =
                exception.holidays.as_ref().is_some_and(|said| *said.get() == HolidaysWithin::Open);
            holidays.is_empty()
                || exactness == Exactness::Date
                || opens_holidays
                || *exception.hours.get() == DayHours::Closed
        };
        let mut dated = self.dated.iter().filter(|dated| dated.days.contains(date));
        if let Some(dated) = dated.find(|dated| decides(dated.exception, dated.days.exactness)) {
            return decision(Some(&dated.exception.hours), Why::Exception(dated.exception));
        }
        let entry = self.named.iter().find(|(holiday, _)| holidays.contains(holiday));
        if let Some((holiday, exception)) = entry {
            return decision(Some(&exception.hours), Why::Holiday(*holiday, Some(exception)));
        }
        match holidays.first() {
            Some(holiday) => Decision {
                hours: Some(self.on_holidays()),
                why: Why::Holiday(*holiday, None),
                origin: self.hours.holidays.as_ref().map(Resolved::origin),
            },
            None => decision(self.ordinary(date), Why::Weekday),
        }
    }

    /// The next day after `date` on which it is open, within a year.
    #[must_use]
    pub fn next_open(&self, date: Date) -> Option<(Date, Decision<'c, 'a>)> {
        let days = date.series(1.day()).skip(1).take(366);
        days.map(|day| (day, self.on(day))).find(|(_, decision)| !decision.intervals().is_empty())
    }
}

fn decision<'c, 'a>(hours: Option<&Resolved<'a, DayHours>>, why: Why<'c, 'a>) -> Decision<'c, 'a> {
    Decision { hours: hours.map(Resolved::get), why, origin: hours.map(Resolved::origin) }
}
