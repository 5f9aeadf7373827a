//! Clock times and weeks in words.

use super::days::weekdays;
use crate::model::{ClockInterval, ClockTime, DayHours, Hours, Resolved};
use crate::theme::Strings;
use crate::theme::view::HoursDayView;

/// The week, neighbouring days with the same hours together; days that are not stated are left out.
pub(in crate::render) fn week(of: &Hours<'_>, strings: &Strings) -> Vec<HoursDayView> {
    let week = of.week().map(|day| day.map(Resolved::get));
    let mut groups: Vec<(usize, usize, &DayHours)> = Vec::new();
    for (index, day) in week.iter().enumerate() {
        let Some(day) = day else { continue };
        match groups.last_mut() {
            Some((_, last, same)) if *last + 1 == index && same == day => *last = index,
            _ => groups.push((index, index, day)),
        }
    }
    // Days that are told together lead to the first of them.
    let placed = |first: usize, text: String| match of.weekday(first) {
        Some(day) => strings.pen.at(day.origin().span, text),
        None => text,
    };
    let view = |(first, last, day): (usize, usize, &DayHours)| HoursDayView {
        days: placed(first, weekdays(&(first..=last).collect::<Vec<_>>(), strings)),
        text: placed(first, hours(Some(day), strings)),
        weekdays: (first..=last).filter_map(|index| u8::try_from(index + 1).ok()).collect(),
        intervals: intervals(Some(day)),
    };
    groups.into_iter().map(view).collect()
}

/// `kl. 08.00–11.30 og 12.15–15.30`, `stengt`, `etter avtale`; or that it is not given.
pub(in crate::render) fn hours(hours: Option<&DayHours>, strings: &Strings) -> String {
    match hours {
        None => strings.get("not_given").to_owned(),
        Some(DayHours::Closed) => strings.get("closed").to_owned(),
        Some(DayHours::ByAppointment) => strings.get("by_appointment").to_owned(),
        Some(DayHours::Open(intervals)) => intervals_in_words(intervals, strings),
    }
}

/// The same for machines: `08:00/11:30`; empty if it is closed, by appointment or not given.
pub(in crate::render) fn intervals(hours: Option<&DayHours>) -> Vec<String> {
    match hours {
        Some(DayHours::Open(intervals)) => intervals.iter().copied().map(machine_interval).collect(),
        _ => Vec::new(),
    }
}

fn intervals_in_words(intervals: &[ClockInterval], strings: &Strings) -> String {
    let mut words: Vec<String> = Vec::new();
    for interval in intervals {
        let key = if words.is_empty() { "interval" } else { "interval_more" };
        let (from, to) = (clock(interval.from, strings), clock(interval.to, strings));
        words.push(strings.fill(key, &[("from", &from), ("to", &to)]));
    }
    strings.list(&words)
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
