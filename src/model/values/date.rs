use jiff::civil::Date;

use crate::diagnostic::catalogue::values as say;
use crate::model::{Invalid, TextValue};

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CalendarDate(pub Date);

impl TextValue for CalendarDate {
    const IS_SHOWN: bool = false;

    /// `2026-06-20`, with a year that is not a slip (1900 to 2199).
    fn parse(text: &str) -> Result<Self, Invalid> {
        day(text).map(Self).ok_or_else(|| {
            outside_years(text).unwrap_or_else(|| Invalid::new(say::not_a_date(text), date_help(text)))
        })
    }
}

/// A day, or a month if the day is not known: "oktober 2021".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartialDate {
    /// `2021-10`; holds the month's first day.
    Month(Date),
    /// `2021-10-31`
    Day(Date),
}

impl PartialDate {
    /// The date as ISO 8601, to its own precision; the value of `<time datetime>`.
    #[must_use]
    pub fn iso(self) -> String {
        match self {
            Self::Month(date) => format!("{:04}-{:02}", date.year(), date.month()),
            Self::Day(date) => date.to_string(),
        }
    }
}

impl TextValue for PartialDate {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let month = (text.len() == 7).then(|| day(&format!("{text}-01"))).flatten().map(Self::Month);
        let outside = || outside_years(text).or_else(|| outside_years(&format!("{text}-01")));
        month.or_else(|| day(text).map(Self::Day)).ok_or_else(|| {
            let help = || month_help(text).or_else(|| date_help(text));
            outside().unwrap_or_else(|| Invalid::new(say::not_a_date_or_month(text), help()))
        })
    }
}

/// The years in which a date is not a slip.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// What is said of a well-formed date in a year that is surely a slip.
fn outside_years(text: &str) -> Option<Invalid> {
    let date = written(text).filter(|date| !YEARS.contains(&date.year()))?;
    let (first, last) = (YEARS.start(), YEARS.end());
    let year = format!("{:04}", date.year());
    Some(Invalid::new(say::year_outside(&year, *first, *last), say::write_a_year_between(*first, *last)))
}

fn day(text: &str) -> Option<Date> {
    written(text).filter(|date| YEARS.contains(&date.year()))
}

/// A day as it must be written, in any year.
fn written(text: &str) -> Option<Date> {
    let shape = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(i, byte)| if i == 4 || i == 7 { byte == b'-' } else { byte.is_ascii_digit() });
    shape.then(|| text.parse().ok())?
}

const MONTHS: [(&str, &str); 12] = [
    ("januar", "january"),
    ("februar", "february"),
    ("mars", "march"),
    ("april", "april"),
    ("mai", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("august", "august"),
    ("september", "september"),
    ("oktober", "october"),
    ("november", "november"),
    ("desember", "december"),
];

/// What to write for a month in another spelling: `juni 2026`, `juni`.
fn month_help(text: &str) -> Option<crate::diagnostic::Message> {
    let lower = text.to_lowercase();
    let month = MONTHS.iter().position(|(nb, en)| lower.contains(nb) || lower.contains(en));
    let mut numbers = lower.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty());
    match (month, numbers.next(), numbers.next()) {
        (Some(month), Some(year), None) if year.len() == 4 => {
            Some(say::write_it_as(&format!("{year}-{:02}", month + 1)))
        }
        (_, None, _) => Some(say::write_a_date_or_month()),
        _ => None,
    }
}

/// What to write for a date in another spelling: `20. juni 2026`, `20.06.2026`, `June 20, 2026`.
fn date_help(text: &str) -> Option<crate::diagnostic::Message> {
    let lower = text.to_lowercase();
    let month_name = MONTHS.iter().position(|(nb, en)| lower.contains(nb) || lower.contains(en));
    let numbers: Vec<i16> =
        lower.split(|letter: char| !letter.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    let (day, month, year) = match (month_name, numbers.as_slice()) {
        (Some(month), [day, year]) => (*day, i16::try_from(month).ok()? + 1, *year),
        (None, [day, month, year]) if *year > 31 => (*day, *month, *year),
        (None, [year, month, day]) => (*day, *month, *year),
        (Some(_), [number]) if *number > 31 => return Some(say::date_needs_a_day()),
        (Some(_), [_]) => return Some(say::date_needs_a_year()),
        _ => return Some(say::write_a_date()),
    };
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    Some(date.map_or_else(say::no_such_day, |date| say::write_it_as(&date.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_day_or_a_month_and_keeps_its_precision() {
        let iso = |text: &str| PartialDate::parse(text).ok().map(PartialDate::iso);
        assert_eq!(iso("2021-10").as_deref(), Some("2021-10"));
        assert_eq!(iso("2026-06-20").as_deref(), Some("2026-06-20"));
        for bad in ["2026-13", "2026-02-30", "2026-6-2", "20. juni", "0026-06-20", "2026-06-20T10:00:00", ""]
        {
            assert_eq!(iso(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_date_in_a_year_that_nobody_means_says_which_years_there_are() {
        let fault = |text: &str| CalendarDate::parse(text).unwrap_err();
        for (text, year) in
            [("2999-01-01", "2999"), ("0206-06-20", "0206"), ("2200-01-01", "2200"), ("1899-12-31", "1899")]
        {
            assert_eq!(
                fault(text).headline.to_string(),
                format!("the year `{year}` is not between 1900 and 2199")
            );
        }
        assert_eq!(fault("2999-01-01").help.unwrap().to_string(), "write a year from 1900 to 2199");
        assert_eq!(fault("2999-02-30").headline.to_string(), "`2999-02-30` is not a date");
        let month = PartialDate::parse("2999-01").unwrap_err();
        assert_eq!(month.headline.to_string(), "the year `2999` is not between 1900 and 2199");
        assert!(CalendarDate::parse("2199-12-31").is_ok() && CalendarDate::parse("1900-01-01").is_ok());
    }

    #[test]
    fn a_date_in_another_spelling_comes_with_the_right_one() {
        let help = |text: &str| CalendarDate::parse(text).unwrap_err().help.unwrap().to_string();
        assert_eq!(help("20. juni 2026"), "write it as `2026-06-20`");
        assert_eq!(help("20.06.2026"), "write it as `2026-06-20`");
        assert_eq!(help("30. februar 2026"), "there is no such day");
        assert_eq!(help("20. juni"), "add the year");
        assert_eq!(help("juni 2026"), "add the day");
        let help = |text: &str| PartialDate::parse(text).unwrap_err().help.unwrap().to_string();
        assert_eq!(help("juni 2026"), "write it as `2026-06`");
        assert_eq!(help("juni"), "write year and month, `2026-06`, or the day too, `2026-06-20`");
        assert_eq!(help("20. juni"), "add the year");
    }
}
