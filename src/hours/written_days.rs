use jiff::civil::{Date, Weekday};

use super::Exactness;
use super::days::Days;
use crate::model::{CalendarDate, Holiday, HoursException, Resolved, WeekdayName, WrittenDays};
use crate::span::Span;

/// What an exception is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DaysOf {
    /// Days of the calendar.
    Dated(Days),
    /// A named day of every year.
    Named(Holiday),
}

/// Why it cannot be told which days are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DaysFault {
    /// None of the keys is there.
    NotWritten,
    /// More than one of them is, or a key that the others have no use for, at this place.
    TooMuch(Span),
    /// `from` without `until`, or the other way round: the key that is missing, and the place of the other.
    HalfARange(&'static str, Span),
    /// The last day is before the first: the places of both.
    EndsBeforeItBegins {
        /// Where the first day is written.
        from: Span,
        /// Where the last day is written.
        until: Span,
    },
    /// More than a year: the place of the last day.
    LongerThanAYear(Span),
    /// Weeks that go from a later one to an earlier, and not from one year into the next: `30-28`.
    WeeksBackwards(Span),
    /// `weeks` without `year`.
    YearMissing(Span),
    /// A week that its year does not have.
    NoSuchWeek {
        /// The number of the week.
        week: i8,
        /// The year.
        year: i16,
        /// Where the weeks are written.
        span: Span,
    },
    /// A weekday that is not within the days.
    WeekdayContradictsDate {
        /// The weekday of the first day.
        weekday: Weekday,
        /// The first day.
        date: Date,
        /// Where the weekdays are written.
        span: Span,
    },
}

/// The days that an exception is for.
///
/// # Errors
/// Says why they cannot be told.
pub fn exception_days(exception: &HoursException<'_>) -> Result<DaysOf, DaysFault> {
    let written = exception.written_days();
    let Some(holiday) = &exception.holiday else { return days_of(written).map(DaysOf::Dated) };
    match written.first_key() {
        Some(other) => Err(DaysFault::TooMuch(other)),
        None => Ok(DaysOf::Named(*holiday.get())),
    }
}

/// The days that the keys of an exception or a service say.
///
/// # Errors
/// Says why they cannot be told.
pub fn days_of(written: WrittenDays<'_, '_>) -> Result<Days, DaysFault> {
    let days = match (written.date, written.from, written.until, written.weeks) {
        (None, None, None, None) => return Err(DaysFault::NotWritten),
        (Some(date), None, None, None) => days(Exactness::Date, vec![(date.get().0, date.get().0)]),
        (None, Some(from), Some(until), None) => days(Exactness::Range, vec![range(from, until)?]),
        (None, Some(from), None, None) => return Err(DaysFault::HalfARange("until", from.origin().span)),
        (None, None, Some(until), None) => return Err(DaysFault::HalfARange("from", until.origin().span)),
        (None, None, None, Some(weeks)) => {
            let span = weeks.origin().span;
            let year = written.year.ok_or(DaysFault::YearMissing(span))?;
            let runs = weeks.get().in_year(*year.get());
            let runs = runs.map_err(|(week, year)| DaysFault::NoSuchWeek { week, year, span })?;
            if weeks.get().run_backwards() {
                return Err(DaysFault::WeeksBackwards(span));
            }
            days(Exactness::Weeks, runs)
        }
        (_, from, until, weeks) => {
            let second =
                weeks.map(|weeks| weeks.origin().span).or(until.or(from).map(|day| day.origin().span));
            return Err(DaysFault::TooMuch(second.unwrap_or(written.span)));
        }
    };
    if let (Some(year), None) = (written.year, written.weeks) {
        return Err(DaysFault::TooMuch(year.origin().span));
    }
    let Some(weekdays) = written.weekdays else { return Ok(days) };
    let (first, mut days) = (days.runs[0].0, days);
    days.weekdays = WeekdayName::ALL
        .iter()
        .filter(|name| weekdays.get().iter().any(|written| written.value == **name))
        .map(|name| name.weekday())
        .collect();
    // One that is not among the days is a slip of the pen, and would be printed.
    let is_within = |weekday: &Weekday| days.iter().any(|day| day.weekday() == *weekday);
    if !days.weekdays.iter().all(is_within) {
        let (weekday, span) = (first.weekday(), weekdays.origin().span);
        return Err(DaysFault::WeekdayContradictsDate { weekday, date: first, span });
    }
    Ok(days)
}

fn days(exactness: Exactness, runs: Vec<(Date, Date)>) -> Days {
    Days { exactness, runs, weekdays: Vec::new() }
}

fn range(
    from: &Resolved<'_, CalendarDate>,
    until: &Resolved<'_, CalendarDate>,
) -> Result<(Date, Date), DaysFault> {
    let (first, last) = (from.get().0, until.get().0);
    if last < first {
        return Err(DaysFault::EndsBeforeItBegins { from: from.origin().span, until: until.origin().span });
    }
    if (last - first).get_days() > 366 {
        return Err(DaysFault::LongerThanAYear(until.origin().span));
    }
    Ok((first, last))
}
