use schemars::JsonSchema;
use serde::Serialize;

use super::{ContactView, DateView};

/// The hours of one channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HoursView {
    /// The id in the content: `phone`, `ivf.phone`.
    pub id: String,
    /// The channel in words, with the department's name before it.
    pub title: String,
    /// The week, equal days together; a day that is not stated is left out.
    pub days: Vec<HoursDayView>,
    /// Days to come with other hours than those of the week, in the order of their dates.
    pub exceptions: Vec<ExceptionView>,
    /// A remark.
    pub note: Option<String>,
    /// The contact that the hours belong to.
    pub contact: Option<ContactView>,
    /// The row's language where it is not the page's: a fallback stands in.
    pub lang: Option<String>,
    /// The clinics that this row is for, where a page speaks for several and not all share it.
    pub clinics: Vec<String>,
}

/// Days with the same hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HoursDayView {
    /// `mandag–torsdag`
    pub days: String,
    /// `kl. 08.00–15.30`
    pub text: String,
    /// The weekdays for machines: 1 is Monday.
    pub weekdays: Vec<u8>,
    /// The intervals for machines: `08:00/15:30`; empty where it is closed or by appointment.
    pub intervals: Vec<String>,
}

/// Days on which other hours count than those of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExceptionView {
    /// The days.
    pub days: DaysView,
    /// `kl. 13.30–15.00`, `stengt`
    pub text: String,
    /// The intervals for machines: `13:30/15:00`; empty where it is closed or by appointment.
    pub intervals: Vec<String>,
    /// Why: the reason that is given, or the name of the holiday.
    pub why: Option<String>,
    /// Whether the front page shows it too: it is among the first of its channel.
    pub on_front_page: bool,
    /// The row's language where it is not the channel's: a fallback stands in.
    pub lang: Option<String>,
}

/// Days of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DaysView {
    /// In words: `tirsdag og torsdag i uke 28–30 (6.–26. juli 2026)`.
    pub text: String,
    /// The same words in pieces: dates, and what is between them.
    pub parts: Vec<DaysPart>,
    /// The days for machines: `2026-07-06/2026-07-26`, or `2026-07-07` for a day alone.
    pub runs: Vec<String>,
}

/// A piece of days in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DaysPart {
    /// The words.
    pub text: String,
    /// The date in ISO 8601, where the words are one.
    pub iso: Option<String>,
}

/// What a department, or the clinic itself, has dates for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DatesView {
    /// The department's name; nothing where it is the clinic as a whole.
    pub department: Option<String>,
    /// The language of that name where it is not the page's: a fallback stands in.
    pub department_lang: Option<String>,
    /// What is offered only on some days, or is not offered on them.
    pub services: Vec<ServiceView>,
    /// Last days, in the order of their dates.
    pub deadlines: Vec<DeadlineView>,
}

/// Something that is offered only on some days, or is not offered on them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ServiceView {
    /// The id in the content.
    pub id: String,
    /// What it is.
    pub name: String,
    /// The days.
    pub days: DaysView,
    /// Whether it is offered on these days.
    pub offered: bool,
    /// How it is offered then: `kl. 10.00–12.00`, `hele perioden`, `ikke i denne perioden`.
    pub text: String,
    /// The intervals for machines: `10:00/12:00`.
    pub intervals: Vec<String>,
    /// A remark.
    pub note: Option<String>,
    /// The row's language where it is not the page's: a fallback stands in.
    pub lang: Option<String>,
    /// The clinics that this row is for, where a page speaks for several and not all share it.
    pub clinics: Vec<String>,
}

/// A last day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DeadlineView {
    /// The id in the content.
    pub id: String,
    /// What must happen by then.
    pub label: String,
    /// The last day, with its weekday.
    pub date: DateView,
    /// Whom it applies to; nothing where it is for all.
    pub applies_to: Option<String>,
    /// How the day is counted.
    pub counted: Option<String>,
    /// Whether the patient must come to the clinic on that day.
    pub attend: bool,
    /// The row's language where it is not the page's: a fallback stands in.
    pub lang: Option<String>,
    /// The clinics that this row is for, where a page speaks for several and not all share it.
    pub clinics: Vec<String>,
}

/// An abbreviation and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TermView {
    /// The id in the content.
    pub id: String,
    /// The abbreviation.
    pub abbreviation: String,
    /// What it means.
    pub meaning: String,
    /// The row's language where it is not the page's: a fallback stands in.
    pub lang: Option<String>,
    /// The clinics that this row is for, where a page speaks for several and not all share it.
    pub clinics: Vec<String>,
}
