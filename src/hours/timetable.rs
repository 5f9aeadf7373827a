use jiff::civil::Date;

use super::days::Days;
use super::written_days::{DaysOf, exception_days};
use crate::merge::Clinic;
use crate::model::{
    Country, DayHours, Department, Holiday, HolidayCalendar, HolidayHours, Hours, HoursException, Resolved,
    Row,
};

/// The hours of one channel, with all that changes them.
#[derive(Debug, Clone)]
pub struct Timetable<'c, 'a> {
    /// The week.
    pub hours: &'c Hours<'a>,
    /// The department whose channel it is.
    pub department: Option<&'c Department<'a>>,
    /// The channel: `visit`, `phone`, `email` or `booking`.
    pub channel: &'a str,
    /// The country whose holidays count.
    pub country: Option<Country>,
    /// These holidays, if they are known.
    pub calendar: Option<&'a HolidayCalendar>,
    /// Exceptions for days of the calendar; the one that decides stands before those that it overrules.
    pub(super) dated: Vec<Dated<'c, 'a>>,
    /// Exceptions for named days; the one that decides first.
    pub(super) named: Vec<(Holiday, &'c HoursException<'a>)>,
}

/// An exception and its days.
#[derive(Debug, Clone)]
pub(super) struct Dated<'c, 'a> {
    pub days: Days,
    pub exception: &'c HoursException<'a>,
}

/// The timetables of a clinic, one for each channel, in the order of its hours.
#[must_use]
pub fn timetables<'c, 'a>(clinic: &'c Clinic<'a>) -> Vec<Timetable<'c, 'a>> {
    clinic.hours.rows.iter().map(|hours| timetable(hours, clinic)).collect()
}

fn timetable<'c, 'a>(hours: &'c Hours<'a>, clinic: &'c Clinic<'a>) -> Timetable<'c, 'a> {
    let (department, channel) = match hours.id.as_str().split_once('.') {
        Some((department, channel)) => (clinic.departments.get(department), channel),
        None => (None, hours.id.as_str()),
    };
    let (mut dated, mut named) = (Vec::new(), Vec::new());
    for exception in clinic.exceptions.rows.iter().filter(|exception| exception.is_for(hours)) {
        match exception_days(exception) {
            Ok(DaysOf::Dated(days)) => dated.push(Dated { days, exception }),
            Ok(DaysOf::Named(holiday)) => named.push((holiday, exception)),
            Err(_) => {}
        }
    }
    let rank = |exception: &HoursException<'a>| rank(exception, clinic);
    dated.sort_by_key(|dated| std::cmp::Reverse((dated.days.exactness, rank(dated.exception))));
    // If one day has two names, as 17 May 2027 has, the closed one counts.
    named.sort_by_key(|(_, exception)| {
        (std::cmp::Reverse(rank(exception)), *exception.hours.get() != DayHours::Closed)
    });
    let (country, calendar) = (clinic.country_of(department), calendar_of(clinic, department));
    Timetable { hours, department, channel, country, calendar, dated, named }
}

/// How narrow the layer is that had the last word on an exception.
#[must_use]
pub fn rank(exception: &HoursException<'_>, clinic: &Clinic<'_>) -> usize {
    let position = |layer| clinic.layers.iter().position(|known| *known == layer);
    exception.fields().iter().filter_map(|field| position(field.origin.layer)).max().unwrap_or(0)
}

/// The calendar of a department's country, or of the clinic's, if it is known.
#[must_use]
pub fn calendar_of<'a>(
    clinic: &Clinic<'a>,
    department: Option<&Department<'_>>,
) -> Option<&'a HolidayCalendar> {
    clinic.countries.holidays_of(clinic.country_of(department)?)
}

impl HoursException<'_> {
    /// Whether it is for a channel: it names that one, or none at all.
    #[must_use]
    pub fn is_for(&self, hours: &Hours<'_>) -> bool {
        self.channels
            .as_ref()
            .is_none_or(|channels| channels.get().iter().any(|id| id.value.id() == hours.id))
    }
}

impl<'a> Timetable<'_, 'a> {
    /// What counts on a weekday of an ordinary week; None if it is not stated.
    #[must_use]
    pub fn ordinary(&self, date: Date) -> Option<&Resolved<'a, DayHours>> {
        let day = usize::try_from(date.weekday().to_monday_zero_offset()).ok()?;
        self.hours.weekday(day)
    }

    /// Whether public holidays change the hours. They do not if the channel says `holidays = "open"`: then
    /// they are days like any other; nor if it states no week, since it says nothing of them either,
    /// unless it writes `holidays`.
    pub(super) fn knows_holidays(&self) -> bool {
        match self.hours.holidays.as_ref().map(Resolved::get) {
            Some(HolidayHours::AsWeekday) => false,
            Some(HolidayHours::Hours(_)) => true,
            None => self.hours.week().iter().any(Option::is_some),
        }
    }

    /// The holidays and eves of a date that change the hours: the public ones,
    /// and those with an entry of their own.
    pub(super) fn holidays_on(&self, date: Date) -> impl Iterator<Item = Holiday> {
        self.calendar.into_iter().flat_map(move |calendar| {
            calendar.on(date).filter(move |holiday| {
                calendar.is_public(*holiday) && self.knows_holidays() || self.has_entry(*holiday)
            })
        })
    }

    fn has_entry(&self, holiday: Holiday) -> bool {
        self.named.iter().any(|(named, _)| *named == holiday)
    }

    /// What the channel does on public holidays without an entry of their own.
    pub(super) fn on_holidays(&self) -> &'a DayHours {
        match self.hours.holidays.as_ref().map(Resolved::get) {
            Some(HolidayHours::Hours(hours)) => hours,
            Some(HolidayHours::AsWeekday) | None => &DayHours::Closed,
        }
    }
}
