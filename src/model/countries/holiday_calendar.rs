use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

use super::unreadable;
use crate::model::{Holiday, Invalid, Node, NodeKind, Reader, TableReader, TextValue, Value, WeekdayName};

/// The days with a name in a country's calendar: `[holidays]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HolidayCalendar {
    /// Holidays by law.
    public: Vec<(Holiday, Falls)>,
    /// The other named days, on which many close early or not at all.
    eves: Vec<(Holiday, Falls)>,
}

/// When a named day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Falls {
    /// On a day of a month: `05-17`.
    On(i8, i8),
    /// So many days after Easter Sunday: `easter+39`.
    AfterEaster(i16),
    /// On the first such weekday from a day of a month on: `saturday from 06-20`.
    FirstFrom(Weekday, i8, i8),
}

impl TextValue for Falls {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let day = |text: &str| {
            let (month, day) = text.split_once('-')?;
            let (month, day) = (month.parse().ok()?, day.parse().ok()?);
            Date::new(2000, month, day).ok().map(|_| (month, day))
        };
        let falls = if let Some(days) = text.strip_prefix("easter") {
            let days = if days.is_empty() { Some(0) } else { days.parse().ok() };
            days.filter(|days: &i16| (-100..=100).contains(days)).map(Self::AfterEaster)
        } else if let Some((weekday, from)) = text.split_once(" from ") {
            let weekday = WeekdayName::parse(weekday).ok().map(WeekdayName::weekday);
            weekday.zip(day(from)).map(|(weekday, (month, day))| Self::FirstFrom(weekday, month, day))
        } else {
            day(text).map(|(month, day)| Self::On(month, day))
        };
        falls.ok_or_else(|| unreadable(text, "05-17"))
    }
}

impl Falls {
    fn in_year(self, year: i16) -> Date {
        match self {
            Self::On(month, day) => date(year, month, day),
            Self::AfterEaster(days) => easter_sunday(year) + i32::from(days).days(),
            Self::FirstFrom(weekday, month, day) => {
                let start = date(year, month, day);
                start + i32::from(start.weekday().until(weekday)).days()
            }
        }
    }

    /// Whether it is on a day, which is so many days after the Easter Sunday of its year.
    fn is_on(self, day: Date, after_easter: i32) -> bool {
        match self {
            Self::On(month, of_month) => (day.month(), day.day()) == (month, of_month),
            Self::AfterEaster(days) => i32::from(days) == after_easter,
            Self::FirstFrom(..) => self.in_year(day.year()) == day,
        }
    }
}

impl Value for HolidayCalendar {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = TableReader::open(node, reader)?;
        let (public, eves) = (table.node("public"), table.node("eves"));
        table.finish(&[]);
        let mut list = |node: Option<&Node>| node.map(|node| days(node, reader)).unwrap_or_default();
        Some(Self { public: list(public), eves: list(eves) })
    }
}

fn days(node: &Node, reader: &mut Reader<'_>) -> Vec<(Holiday, Falls)> {
    let NodeKind::Table(entries) = &node.kind else {
        reader.wrong_kind(node, crate::diagnostic::catalogue::content::write_a_table());
        return Vec::new();
    };
    let mut days = Vec::new();
    for entry in entries {
        match Holiday::parse(&entry.key.value) {
            Ok(holiday) => days.extend(Falls::read(&entry.value, reader).map(|falls| (holiday, falls))),
            Err(invalid) => reader.invalid(entry.key.span, invalid),
        }
    }
    days
}

impl HolidayCalendar {
    /// The date of a named day in `year`; None if this country has no such day.
    #[must_use]
    pub fn in_year(&self, holiday: Holiday, year: i16) -> Option<Date> {
        let falls = self.all().find(|(known, _)| *known == holiday).map(|(_, falls)| falls)?;
        Some(falls.in_year(year))
    }

    /// The named days that fall on a date, the public holidays first.
    pub fn on(&self, day: Date) -> impl Iterator<Item = Holiday> {
        let after_easter = (day - easter_sunday(day.year())).get_days();
        self.all().filter(move |(_, falls)| falls.is_on(day, after_easter)).map(|(holiday, _)| holiday)
    }

    /// Whether it is a public holiday.
    #[must_use]
    pub fn is_public(&self, holiday: Holiday) -> bool {
        self.public().any(|known| known == holiday)
    }

    /// The public holidays.
    pub fn public(&self) -> impl Iterator<Item = Holiday> {
        self.public.iter().map(|(holiday, _)| *holiday)
    }

    /// All named days, the public holidays first.
    pub fn known(&self) -> impl Iterator<Item = Holiday> {
        self.all().map(|(holiday, _)| holiday)
    }

    fn all(&self) -> impl Iterator<Item = (Holiday, Falls)> {
        self.public.iter().chain(&self.eves).copied()
    }
}

/// Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher.
fn easter_sunday(year: i16) -> Date {
    let year = i32::from(year);
    // Floored division: the date is right, and above all a date, before the year 0 too.
    let (golden, century, rest) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let moon_correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - moon_correction + 15).rem_euclid(30);
    let to_sunday = (32 + 2 * century.rem_euclid(4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let since_march = epact + to_sunday - 7 * late + 114;
    let part = |number: i32| i8::try_from(number).expect("a month and a day are small");
    let year = i16::try_from(year).expect("the year came as an i16");
    date(year, part(since_march / 31), part(since_march % 31 + 1))
}
