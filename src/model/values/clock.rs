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

const END_OF_DAY: ClockTime = ClockTime(24 * 60);

/// From one time of day to a later one; to one that is not later, into the next day: `22:00-02:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClockInterval {
    /// The opening.
    pub from: ClockTime,
    /// The closing.
    pub to: ClockTime,
}

impl ClockInterval {
    /// Whether it goes on into the next day.
    #[must_use]
    pub fn passes_midnight(self) -> bool {
        self.to <= self.from
    }
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
        let invalid = || {
            let help = meant(text).map_or_else(say::write_hours, |hours| say::write_it_as(&hours));
            Invalid::new(say::not_hours(text), help)
        };
        let mut intervals: Vec<ClockInterval> = Vec::new();
        for part in text.split(',').map(str::trim) {
            let ends = part.split_once(['-', '–']);
            let ends = ends
                .and_then(|(from, to)| Some((ClockTime::parse(from.trim())?, ClockTime::parse(to.trim())?)));
            let (from, to) = ends.ok_or_else(invalid)?;
            if from == END_OF_DAY {
                return Err(invalid());
            }
            if to == from {
                return Err(Invalid::new(say::opens_when_it_closes(part), say::write_the_whole_day()));
            }
            // Nothing of the day comes after what goes on into the next.
            if intervals.last().is_some_and(|last| last.to > from || last.passes_midnight()) {
                return Err(Invalid::new(say::intervals_overlap(text), None));
            }
            intervals.push(ClockInterval { from, to });
        }
        Ok(Self::Open(intervals))
    }
}

/// What the writer of other words for hours most probably means, as the content writes it.
fn meant(text: &str) -> Option<String> {
    const CLOSED: [&str; 5] = ["closed", "stengt", "lukket", "stengd", "-"];
    const ALL_DAY: [&str; 5] = ["døgnåpent", "døgnope", "hele døgnet", "heile døgnet", "24/7"];
    const BY_APPOINTMENT: [&str; 6] =
        ["avtale", "appointment", "ring", "etter behov", "timebestilling", "call"];
    let small = text.trim_matches(['.', ' ']).to_lowercase();
    if CLOSED.contains(&small.as_str()) {
        return Some("closed".to_owned());
    }
    if ALL_DAY.contains(&small.as_str()) {
        return Some("00:00-24:00".to_owned());
    }
    if BY_APPOINTMENT.iter().any(|words| small.contains(words))
        && !small.contains(|sign: char| sign.is_ascii_digit())
    {
        return Some("by appointment".to_owned());
    }
    let plain = small.replace("kl.", "").replace("kl", "").replace(" til ", "-").replace(" to ", "-");
    let plain = plain.replace(" og ", ",").replace(" and ", ",");
    let intervals = plain.split(',').map(|part| {
        let (from, to) = part.split_once(['-', '–', '—', '\u{2212}'])?;
        Some(format!("{}-{}", meant_time(from)?, meant_time(to)?))
    });
    Some(intervals.collect::<Option<Vec<_>>>()?.join(", "))
}

/// `8`, `0800`, `8.30` and `08:30` as `08:30`.
fn meant_time(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let (hour, minute) = match digits.len() {
        1 | 2 => (digits.as_str(), "00"),
        3 | 4 => digits.split_at(digits.len() - 2),
        _ => return None,
    };
    let written = format!("{hour:0>2}:{minute}");
    ClockTime::parse(&written).map(|_| written)
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
        check("24:00-06:00", None);
        check("22:00-02:00", Some(1));
        check("08:00-15:00, 22:00-02:00", Some(2));
        check("22:00-02:00, 03:00-04:00", None);
        check("08:00-08:00", None);
        check("08:00-12:00, 11:00-15:00", None);
        check("8-15", None);
        check("08:60-15:00", None);
        check("stengt", None);
        check("", None);
    }

    #[test]
    fn other_words_for_hours_are_understood() {
        let check =
            |text: &str, expected: Option<&str>| assert_eq!(meant(text).as_deref(), expected, "{text}");
        check("Stengt", Some("closed"));
        check("etter avtale", Some("by appointment"));
        check("ring for time", Some("by appointment"));
        check("Døgnåpent", Some("00:00-24:00"));
        check("8-15", Some("08:00-15:00"));
        check("kl. 08-15.30", Some("08:00-15:30"));
        check("0800–1530 og 17.00 til 19.00", Some("08:00-15:30, 17:00-19:00"));
        check("kanskje", None);
        check("8-99", None);
    }
}
