//! What a channel does on one day, and which line decided it.

use jiff::civil::Date;
use serde::Serialize;

use super::trace::excerpt;
use crate::check::names::holiday as holiday_name;
use crate::diagnostic::{Message, MessageLanguage, catalogue::calendar as say};
use crate::hours::{Decision, Timetable, Why};
use crate::model::DayHours;
use crate::source::SourceTree;

/// The answer for one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DayAnswer {
    /// The channel: `phone`, `ivf.phone`.
    pub channel: String,
    /// The day.
    pub date: String,
    /// The intervals, `13:30-15:00`; empty if it is closed, by appointment or not stated.
    pub intervals: Vec<String>,
    /// The hours in words.
    pub hours: String,
    /// What decided, in words.
    pub why: String,
    /// The file that decided; None if only what felles takes for granted did.
    pub path: Option<String>,
    /// Its line, counted from one.
    pub line: Option<usize>,
    /// What is written there.
    pub text: Option<String>,
    /// The next day on which it is open.
    pub next_date: Option<String>,
    /// The hours of that day in words.
    pub next_hours: Option<String>,
}

/// Answers for one channel and day.
#[must_use]
pub fn day_answer(
    timetable: &Timetable<'_, '_>,
    date: Date,
    tree: &SourceTree,
    language: MessageLanguage,
) -> DayAnswer {
    let decision = timetable.on(date);
    let place = decision.origin.map(|origin| (tree.file(origin.span.file), origin.span));
    let next = timetable.next_open(date);
    let words = |message: Message| message.in_language(language).to_owned();
    DayAnswer {
        channel: timetable.hours.id.to_string(),
        date: date.to_string(),
        intervals: intervals(&decision),
        hours: hours(&decision, language),
        why: words(why(&decision)),
        path: place.map(|(file, _)| file.path.to_string()),
        line: place.map(|(file, span)| file.line_and_column(span.start).0),
        text: place.map(|(_, span)| excerpt(span, tree)),
        next_date: next.map(|(date, _)| date.to_string()),
        next_hours: next.map(|(_, decision)| hours(&decision, language)),
    }
}

impl DayAnswer {
    /// The answer for people.
    #[must_use]
    pub fn lines(&self, clinic: &str, language: MessageLanguage) -> String {
        let words = |message: Message| message.in_language(language).to_owned();
        let mut text = format!("{clinic} · {} · {}: {}\n", self.channel, self.date, self.hours);
        match (&self.path, &self.line, &self.text) {
            (Some(path), Some(line), Some(written)) => {
                text.push_str(&format!("→ {}  {path}:{line}\n    {written}\n", self.why));
            }
            _ => text.push_str(&format!("→ {}\n", self.why)),
        }
        let next = match (&self.next_date, &self.next_hours) {
            (Some(date), Some(hours)) => say::next_open(date, hours),
            _ => say::no_next_open(),
        };
        text + "  " + &words(next) + "\n"
    }
}

fn intervals(decision: &Decision<'_, '_>) -> Vec<String> {
    decision.intervals().iter().map(ToString::to_string).collect()
}

fn hours(decision: &Decision<'_, '_>, language: MessageLanguage) -> String {
    let message = match decision.hours {
        Some(DayHours::Open(_)) => return intervals(decision).join(", "),
        Some(DayHours::Closed) => say::closed(),
        Some(DayHours::ByAppointment) => say::by_appointment(),
        None => say::not_stated(),
    };
    message.in_language(language).to_owned()
}

fn why(decision: &Decision<'_, '_>) -> Message {
    match decision.why {
        Why::Exception(exception) => say::why_exception(exception.id.as_str()),
        Why::Holiday(holiday, Some(entry)) => {
            say::why_holiday_entry(entry.id.as_str(), &holiday_name(holiday))
        }
        Why::Holiday(holiday, None) if decision.origin.is_none() => {
            say::why_holiday_by_default(&holiday_name(holiday))
        }
        Why::Holiday(holiday, None) => say::why_holiday(&holiday_name(holiday)),
        Why::Weekday if decision.hours.is_none() => say::why_nothing(),
        Why::Weekday => say::why_weekday(),
    }
}
