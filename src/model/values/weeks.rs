use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::diagnostic::catalogue::values as say;
use crate::model::choices::choices;
use crate::model::{Invalid, Node, NodeKind, Reader, TextValue, Value};

choices! {
    /// A day of the week, as the content writes it.
    WeekdayName {
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
        /// Sunday.
        Sunday = "sunday",
    }
}

impl WeekdayName {
    /// The weekday.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        match self {
            Self::Monday => Weekday::Monday,
            Self::Tuesday => Weekday::Tuesday,
            Self::Wednesday => Weekday::Wednesday,
            Self::Thursday => Weekday::Thursday,
            Self::Friday => Weekday::Friday,
            Self::Saturday => Weekday::Saturday,
            Self::Sunday => Weekday::Sunday,
        }
    }
}

/// A year: a number, `2026`, from 1900 to 2199.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Year(i16);

impl Year {
    /// The number.
    #[must_use]
    pub fn number(self) -> i16 {
        self.0
    }
}

impl Value for Year {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        // Quotes do no harm to a year.
        let (NodeKind::Number(text) | NodeKind::Text(text)) = &node.kind else {
            reader.wrong_kind(node, say::write_a_year());
            return None;
        };
        let year = text.trim().parse().ok().filter(|year| (1900..=2199).contains(year)).map(Self);
        if year.is_none() {
            reader.invalid(node.span, Invalid::new(say::not_a_year(text), say::write_a_year()));
        }
        year
    }
}

/// Weeks of the ISO 8601 calendar without their year: `28-30`, `27-29, 31`, `52-1` into the next year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekNumbers(Vec<(i8, i8)>);

impl WeekNumbers {
    /// The first and last days of each run of weeks, as the weeks of `year`,
    /// in order and apart from one another.
    ///
    /// A run whose last number is the smaller ends in the next year. Runs that meet or overlap are one.
    ///
    /// # Errors
    /// A week number that its year does not have, with that year.
    pub fn in_year(&self, year: Year) -> Result<Vec<(Date, Date)>, (i8, i16)> {
        let monday = |week: i8, year: i16| {
            let week_date = ISOWeekDate::new(year, week, Weekday::Monday);
            week_date.map(ISOWeekDate::date).map_err(|_| (week, year))
        };
        let run = |(first, last): &(i8, i8)| {
            let year_of_last = if last < first { year.0 + 1 } else { year.0 };
            Ok((monday(*first, year.0)?, monday(*last, year_of_last)? + 6.days()))
        };
        let mut runs: Vec<(Date, Date)> = self.0.iter().map(run).collect::<Result<_, _>>()?;
        runs.sort_unstable();
        runs.dedup_by(|next, run| {
            let meet = next.0 <= run.1 + 1.day();
            if meet {
                run.1 = run.1.max(next.1);
            }
            meet
        });
        Ok(runs)
    }
}

/// No more weeks than this lie between the first and the last of a holiday.
const LAST_OF_A_HOLIDAY: i8 = 26;

impl WeekNumbers {
    /// Whether a run ends before it begins: a holiday goes from the end of one year into the next,
    /// not from July to July.
    #[must_use]
    pub fn run_backwards(&self) -> bool {
        self.0.iter().any(|(first, last)| last < first && *last + 53 - first > LAST_OF_A_HOLIDAY)
    }
}

impl TextValue for WeekNumbers {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let number = |text: &str| text.trim().parse().ok().filter(|week| (1..=53).contains(week));
        let run = |part: &str| match part.split_once(['-', '–']) {
            Some((first, last)) => Some((number(first)?, number(last)?)),
            None => number(part).map(|week| (week, week)),
        };
        let runs: Option<Vec<(i8, i8)>> = text.split(',').map(run).collect();
        let runs = runs.ok_or_else(|| Invalid::new(say::not_weeks(text), say::write_weeks()))?;
        // `52, 1` of one year is its January and its December, which nobody means.
        if runs.windows(2).any(|pair| pair[0].0 - pair[1].0 > LAST_OF_A_HOLIDAY) {
            return Err(Invalid::new(say::weeks_out_of_order(text), say::write_weeks_in_order()));
        }
        Ok(Self(runs))
    }
}

/// What a channel does on public holidays that have no entry of their own: `holidays` of its hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HolidayHours {
    /// `"open"`: the weekday's hours count.
    AsWeekday,
    /// These hours, or closed.
    Hours(super::DayHours),
}

impl TextValue for HolidayHours {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        if text == "open" {
            return Ok(Self::AsWeekday);
        }
        super::DayHours::parse(text)
            .map(Self::Hours)
            .map_err(|invalid| Invalid { help: Some(say::write_holiday_hours()), ..invalid })
    }
}

choices! {
    /// Whether a range of days opens the holidays within it too: `holidays` of an exception or a service.
    HolidaysWithin {
        /// It does not.
        Closed = "closed",
        /// It does.
        Open = "open",
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn weeks_are_runs_that_may_end_in_the_next_year() {
        let days = |text: &str, year: i16| WeekNumbers::parse(text).unwrap().in_year(Year(year));
        assert_eq!(days("28-30", 2026), Ok(vec![(date(2026, 7, 6), date(2026, 7, 26))]));
        assert_eq!(days("28–30", 2027), Ok(vec![(date(2027, 7, 12), date(2027, 8, 1))]));
        assert_eq!(
            days("27-29, 31", 2026),
            Ok(vec![(date(2026, 6, 29), date(2026, 7, 19)), (date(2026, 7, 27), date(2026, 8, 2))])
        );
        assert_eq!(days("52-1", 2026), Ok(vec![(date(2026, 12, 21), date(2027, 1, 10))]));
        assert_eq!(days("53", 2026), Ok(vec![(date(2026, 12, 28), date(2027, 1, 3))]));
        assert_eq!(days("27-30, 28", 2026), Ok(vec![(date(2026, 6, 29), date(2026, 7, 26))]));
        assert_eq!(days("29, 28", 2026), Ok(vec![(date(2026, 7, 6), date(2026, 7, 19))]));
        assert_eq!(days("53", 2027), Err((53, 2027)));
        for bad in ["", "0", "54", "28-", "juli", "28-30-31", "28;30"] {
            assert!(WeekNumbers::parse(bad).is_err(), "{bad}");
        }
    }
}
