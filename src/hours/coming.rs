use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::days::{Days, days_of};
use super::timetable::country_of;
use super::{Timetable, Why};
use crate::merge::Clinic;
use crate::model::{DayHours, Deadline, Holiday, HolidaysWithin, OfferedService, Resolved};

/// Days on which other hours count than those of the week, all for the same reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming<'c, 'a> {
    /// The days, in order; never empty.
    pub days: Vec<Date>,
    /// What counts then; nothing where a holiday is as its weekday and that one is not stated.
    pub hours: Option<&'a DayHours>,
    /// Why.
    pub why: Why<'c, 'a>,
}

/// How many of a channel's coming days the front page shows; the page of the opening hours shows all.
pub const FRONT_PAGE_ROWS: usize = 3;

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

impl<'c, 'a> Timetable<'c, 'a> {
    /// What differs from the week and is not over on `today`, in the order of first days.
    ///
    /// Exceptions stand with all their days until the last has passed, so that a page does not change from day to day. Holidays come to
    /// the end of next year: the page says something of every day of a year ahead, and gains a year only on 1 January.
    #[must_use]
    pub fn coming(&self, today: Date) -> Vec<Coming<'c, 'a>> {
        let mut all: Vec<Coming<'c, 'a>> = Vec::new();
        for dated in self.dated.iter().filter(|dated| dated.days.is_shown_on(today)) {
            let why = Why::Exception(dated.exception);
            let days: Vec<Date> = dated.days.iter().filter(|day| self.on(*day).why == why).collect();
            all.push(Coming { days, hours: Some(dated.exception.hours.get()), why });
        }
        for holiday in self.named_days(today) {
            let decision = self.on(holiday);
            if matches!(decision.why, Why::Holiday(..))
                && differs(decision.hours, self.ordinary(holiday).map(Resolved::get))
            {
                all.push(Coming { days: vec![holiday], hours: decision.hours, why: decision.why });
            }
        }
        all.retain(|coming| coming.is_shown_on(today));
        all.sort_by(|one, two| one.days.cmp(&two.days));
        all
    }

    /// The dates of this year's and next year's holidays and eves that may change the hours, each once.
    fn named_days(&self, today: Date) -> Vec<Date> {
        let Some(country) = self.country else { return Vec::new() };
        let years = [today.year(), today.year() + 1];
        let mut days: Vec<Date> = years
            .into_iter()
            .flat_map(|year| Holiday::known_in(country).map(move |holiday| holiday.in_year(year, country)))
            .collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// The days on which what [`coming`](Self::coming) gives changes by itself, after `today` and up to `until`.
    #[must_use]
    pub fn changes(&self, today: Date, until: Date) -> Vec<Date> {
        let years = today.year()..=until.year();
        let mut days: Vec<Date> = years.clone().map(|year| date(year, 1, 1)).collect();
        for year in years {
            let start = date(year, 1, 1).max(today);
            days.extend(self.coming(start).iter().filter_map(LastDays::last_day).map(|last| last + 1.day()));
        }
        days.retain(|day| today < *day && *day <= until);
        days.sort_unstable();
        days.dedup();
        days
    }
}

/// Closed and not stated are the same to somebody who stands at the door.
fn differs(hours: Option<&DayHours>, ordinary: Option<&DayHours>) -> bool {
    let open = |hours: Option<&DayHours>| hours.filter(|hours| **hours != DayHours::Closed).cloned();
    open(hours) != open(ordinary)
}

/// The days on which a service is offered: those that are written, without the public holidays unless it says so.
///
/// Of a service that is not offered then (`hours = "closed"`) they are the days without it, the holidays among them.
#[must_use]
pub fn service_days(service: &OfferedService<'_>, clinic: &Clinic<'_>) -> Option<Days> {
    let mut days = days_of(service.written_days()).ok()?;
    let is_closed = service.hours.as_ref().is_some_and(|hours| *hours.get() == DayHours::Closed);
    if is_closed || service.holidays.as_ref().is_some_and(|said| *said.get() == HolidaysWithin::Open) {
        return Some(days);
    }
    let department = service.department.as_ref().and_then(|id| clinic.departments.get(id.get().as_str()));
    let Some(country) = country_of(clinic, department) else { return Some(days) };
    let is_holiday = |day: &Date| {
        Holiday::public_in(country).iter().any(|holiday| holiday.in_year(day.year(), country) == *day)
    };
    if !days.iter().any(|day| is_holiday(&day)) {
        return Some(days);
    }
    let open: Vec<Date> = days.iter().filter(|day| !is_holiday(day)).collect();
    days.runs = open.iter().map(|day| (*day, *day)).collect();
    (!open.is_empty()).then_some(days)
}
