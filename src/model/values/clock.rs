use std::fmt;

use crate::diagnostic::catalogue::values as say;
use crate::model::{Invalid, TextValue};

/// A time of day, in minutes since midnight; 24:00 is the end of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClockTime(u16);

impl ClockTime {
    /// Hour and minute.
    #[must_use]
    pub fn hour_and_minute(self) -> (u16, u16) {
        (self.0 / 60, self.0 % 60)
    }

    fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once([':', '.'])?;
        let digits =
            |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        let (hour, minute): (u16, u16) = (digits(hour) && minute.len() == 2 && digits(minute))
            .then(|| Some((hour.parse().ok()?, minute.parse().ok()?)))??;
        (minute < 60 && hour * 60 + minute <= 24 * 60).then_some(Self(hour * 60 + minute))
    }
}

/// From one time of day to a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClockInterval {
    /// The opening.
    pub from: ClockTime,
    /// The closing.
    pub to: ClockTime,
}

impl fmt::Display for ClockInterval {
    /// As the content writes it: `08:00-15:30`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ((from, past), (to, after)) = (self.from.hour_and_minute(), self.to.hour_and_minute());
        write!(f, "{from:02}:{past:02}-{to:02}:{after:02}")
    }
}

/// What is true of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayHours {
    /// Closed all day.
    Closed,
    /// Open by appointment.
    ByAppointment,
    /// Open in these intervals, in order and apart from one another; never empty.
    Open(Vec<ClockInterval>),
}

impl TextValue for DayHours {
    const IS_SHOWN: bool = false;

    /// `"08:00-15:30"`, several with commas between them, `"closed"` or `"by appointment"`;
    /// a point is as good as a colon.
    fn parse(text: &str) -> Result<Self, Invalid> {
        match text {
            "closed" => return Ok(Self::Closed),
            "by appointment" => return Ok(Self::ByAppointment),
            _ => {}
        }
        let mut intervals: Vec<ClockInterval> = Vec::new();
        for part in text.split(',').map(str::trim) {
            let ends = part.split_once(['-', '–']);
            let ends = ends
                .and_then(|(from, to)| Some((ClockTime::parse(from.trim())?, ClockTime::parse(to.trim())?)));
            let (from, to) = ends.ok_or_else(|| Invalid::new(say::not_hours(text), say::write_hours()))?;
            if to <= from {
                return Err(Invalid::new(say::closes_before_it_opens(part), say::write_opening_first()));
            }
            if intervals.last().is_some_and(|last| last.to > from) {
                return Err(Invalid::new(say::intervals_overlap(text), None));
            }
            intervals.push(ClockInterval { from, to });
        }
        Ok(Self::Open(intervals))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_intervals_in_order() {
        let count = |text: &str| match DayHours::parse(text) {
            Ok(DayHours::Open(intervals)) => Some(intervals.len()),
            Ok(_) => Some(0),
            Err(_) => None,
        };
        let check = |text: &str, expected: Option<usize>| assert_eq!(count(text), expected, "{text}");
        check("08:00-15:30", Some(1));
        check("08.00–11.30, 12.15–15.30", Some(2));
        check("closed", Some(0));
        check("by appointment", Some(0));
        check("00:00-24:00", Some(1));
        check("15:30-08:00", None);
        check("08:00-12:00, 11:00-15:00", None);
        check("8-15", None);
        check("08:60-15:00", None);
        check("stengt", None);
        check("", None);
    }
}
