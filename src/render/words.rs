//! Dates, hours and periods in words.

use jiff::civil::Date;

use super::strings::Strings;
use super::view::{DateView, HoursDayView};
use crate::model::{
    Address, ClockInterval, ClockTime, Country, DayHours, Hours, PartialDate, Period, PeriodUnit,
};

/// `20. juni 2026`, or `oktober 2021` where the day is not known.
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

/// An address line by line; the country where it is not Norway.
pub(super) fn address(address: &Address, strings: &Strings) -> Vec<String> {
    let po_box = address.po_box.as_ref().map(|number| strings.fill("po_box", &[("number", number)]));
    let town = format!("{} {}", address.postcode, address.town);
    let abroad =
        (address.country != Country::NORWAY).then(|| address.country.name(&strings.language).to_owned());
    po_box.into_iter().chain(address.lines.iter().cloned()).chain([town]).chain(abroad).collect()
}

/// The week, neighbouring days with the same hours together; days that are not stated are left out.
pub(super) fn week(hours: &Hours<'_>, strings: &Strings) -> Vec<HoursDayView> {
    let week = hours.week().map(|day| day.map(crate::model::Resolved::get));
    let mut groups: Vec<(usize, usize, &DayHours)> = Vec::new();
    for (index, day) in week.iter().enumerate() {
        let Some(day) = day else { continue };
        match groups.last_mut() {
            Some((_, last, same)) if *last + 1 == index && same == day => *last = index,
            _ => groups.push((index, index, day)),
        }
    }
    groups.into_iter().map(|(first, last, day)| days(first, last, day, strings)).collect()
}

fn days(first: usize, last: usize, day: &DayHours, strings: &Strings) -> HoursDayView {
    let names = match last - first {
        0 => strings.weekday(first).to_owned(),
        _ => {
            strings.fill("weekday_range", &[("from", strings.weekday(first)), ("to", strings.weekday(last))])
        }
    };
    let (text, intervals) = match day {
        DayHours::Closed => (strings.get("closed").to_owned(), Vec::new()),
        DayHours::ByAppointment => (strings.get("by_appointment").to_owned(), Vec::new()),
        DayHours::Open(intervals) => (
            intervals_in_words(intervals, strings),
            intervals.iter().copied().map(machine_interval).collect(),
        ),
    };
    let weekdays = (first..=last).filter_map(|index| u8::try_from(index + 1).ok()).collect();
    HoursDayView { days: names, text, weekdays, intervals }
}

fn intervals_in_words(intervals: &[ClockInterval], strings: &Strings) -> String {
    let mut words: Vec<String> = Vec::new();
    for interval in intervals {
        let key = if words.is_empty() { "interval" } else { "interval_more" };
        words.push(
            strings
                .fill(key, &[("from", &clock(interval.from, strings)), ("to", &clock(interval.to, strings))]),
        );
    }
    words.join(strings.get("list_and"))
}

fn clock(time: ClockTime, strings: &Strings) -> String {
    let (hour, minute) = time.hour_and_minute();
    strings.fill("clock", &[("hour", &format!("{hour:02}")), ("minute", &format!("{minute:02}"))])
}

fn machine_interval(interval: ClockInterval) -> String {
    let time = |time: ClockTime| {
        let (hour, minute) = time.hour_and_minute();
        format!("{hour:02}:{minute:02}")
    };
    format!("{}/{}", time(interval.from), time(interval.to))
}
