//! Dates, hours and periods in words.

mod days;
mod hours;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

pub(super) use self::days::{days, weekday_date};
pub(super) use self::hours::{hours, intervals, week};
use crate::merge::Clinic;
use crate::model::{Address, Country, PartialDate, Period, PeriodUnit};
use crate::theme::Strings;
use crate::theme::view::DateView;

/// `20. juni 2026`, or `oktober 2021` if the day is not known.
pub(super) fn date(date: PartialDate, strings: &Strings) -> DateView {
    let text = match date {
        PartialDate::Day(day) => day_in_words(day, strings),
        PartialDate::Month(day) => {
            strings.fill("month", &[("month", strings.month(day.month())), ("year", &day.year().to_string())])
        }
    };
    DateView { iso: date.iso(), text }
}

fn day_in_words(date: Date, strings: &Strings) -> String {
    let (day, year) = (date.day().to_string(), date.year().to_string());
    strings.fill("date", &[("day", &day), ("month", strings.month(date.month())), ("year", &year)])
}

/// `5 år`
pub(super) fn period(period: Period, strings: &Strings) -> String {
    let unit = match period.unit {
        PeriodUnit::Days => "days",
        PeriodUnit::Weeks => "weeks",
        // 42 months is what a law's "three years and six months" is to a program.
        PeriodUnit::Months if period.count >= 12 => {
            let (years, months) = (count(period.count / 12, "years", strings), period.count % 12);
            let rest = (months > 0).then(|| count(months, "months", strings));
            return [years].into_iter().chain(rest).collect::<Vec<_>>().join(strings.get("list_and"));
        }
        PeriodUnit::Months => "months",
        PeriodUnit::Years => "years",
    };
    count(period.count, unit, strings)
}

fn count(count: u16, unit: &str, strings: &Strings) -> String {
    let key = if count == 1 { format!("{unit}_one") } else { format!("{unit}_many") };
    strings.fill(&key, &[("count", &count.to_string())])
}

/// An address line by line, in the order of its country; the country if it is not the clinic's.
/// `home` is where an address is that names no country.
pub(super) fn address(
    address: &Address,
    clinic: &Clinic<'_>,
    home: Country,
    strings: &Strings,
) -> Vec<String> {
    let po_box = address.po_box.as_ref().map(|number| strings.fill("po_box", &[("number", number)]));
    let town = address.town_lines(home, clinic.countries);
    let country = address.country.unwrap_or(home);
    let abroad = (country != clinic.home()).then(|| strings.country(country).to_owned());
    po_box.into_iter().chain(address.lines.iter().cloned()).chain(town).chain(abroad).collect()
}
