//! The days on which pages change by themselves, for people, programs and calendars.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::draw::harmless;
use super::ics::{IcsFile, ics_text};
use super::json::json_text;
use crate::calendar::{Cause, Change};
use crate::check::names::holiday as holiday_name;
use crate::diagnostic::{Message, MessageLanguage, catalogue::calendar as say};
use crate::model::Id;

/// One line for each thing that happens: the date, what happens, and the brands whose pages change.
#[must_use]
pub fn calendar_lines(changes: &[Change], language: MessageLanguage) -> String {
    let mut text = String::new();
    for (date, happening) in by_date(changes) {
        for (cause, brands) in happening {
            let cause = calendar_words(cause).in_language(language).to_owned();
            text.push_str(&harmless(&format!("{date}  {cause} · {}", brands.join(", "))));
            text.push('\n');
        }
    }
    text
}

#[derive(Serialize)]
struct Listed<'c> {
    date: String,
    brand: &'c str,
    clinic: &'c str,
    cause: &'static str,
    about: String,
    text: String,
}

/// The changes as a JSON list.
#[must_use]
pub fn calendar_json(changes: &[Change], language: MessageLanguage) -> String {
    let listed = |change: &'_ Change| {
        let (cause, about) = change.cause.words();
        let text = calendar_words(&change.cause).in_language(language).to_owned();
        (change.date.to_string(), cause, about, text)
    };
    let list: Vec<Listed<'_>> = changes
        .iter()
        .map(|change| {
            let (date, cause, about, text) = listed(change);
            Listed { date, brand: change.brand.as_str(), clinic: change.clinic.as_str(), cause, about, text }
        })
        .collect();
    json_text(&list)
}

/// An iCalendar file (RFC 5545): for each date one event of the whole day that blocks no time.
///
/// `domains` are those of the brands, which make the events' names their own; `today` stands for the time of
/// writing, so that the same content and date give the same bytes.
#[must_use]
pub fn calendar_ics(
    changes: &[Change],
    domains: &BTreeMap<Id, String>,
    today: Date,
    language: MessageLanguage,
) -> String {
    let mut file = IcsFile::new();
    let basic = |date: Date| date.strftime("%Y%m%d").to_string();
    for (date, happening) in by_date(changes) {
        let first = changes.iter().find(|change| change.date == date).map(|change| &change.brand);
        let domain = first.and_then(|brand| domains.get(brand)).map_or("felles.invalid", String::as_str);
        let line = |(cause, brands): &(&Cause, Vec<&str>)| {
            format!("{} · {}", calendar_words(cause).in_language(language), brands.join(", "))
        };
        let lines: Vec<String> = happening.iter().map(line).collect();
        let summary = match lines.as_slice() {
            [line] => line.clone(),
            lines => say::calendar_summary(lines.len()).in_language(language).to_owned(),
        };
        file.line("BEGIN", "VEVENT");
        file.line("UID", &format!("{date}@{domain}"));
        file.line("DTSTAMP", &format!("{}T000000Z", basic(today)));
        file.line("DTSTART;VALUE=DATE", &basic(date));
        file.line("SUMMARY", &ics_text(&summary));
        file.line("DESCRIPTION", &ics_text(&lines.join("\n")));
        file.line("TRANSP", "TRANSPARENT");
        file.line("END", "VEVENT");
    }
    file.finish()
}

/// What happens on each date, each thing once, with the brands that it concerns.
fn by_date(changes: &[Change]) -> BTreeMap<Date, Vec<(&Cause, Vec<&str>)>> {
    let mut days: BTreeMap<Date, Vec<(&Cause, Vec<&str>)>> = BTreeMap::new();
    for change in changes {
        let happening = days.entry(change.date).or_default();
        let brand = change.brand.as_str();
        match happening.iter_mut().find(|(cause, _)| **cause == change.cause) {
            Some((_, brands)) if brands.contains(&brand) => {}
            Some((_, brands)) => brands.push(brand),
            None => happening.push((&change.cause, vec![brand])),
        }
    }
    days
}

/// What happens to the page, in words.
#[must_use]
pub fn calendar_words(cause: &Cause) -> Message {
    match cause {
        Cause::NoticeBegins(id) => say::notice_begins(id.as_str()),
        Cause::NoticeEnds(id) => say::notice_ends(id.as_str()),
        Cause::ExceptionEnds(id) => say::exception_ends(id.as_str()),
        Cause::HolidayEnds(holiday) => say::holiday_ends(&holiday_name(*holiday)),
        Cause::ServiceEnds(id) => say::service_ends(id.as_str()),
        Cause::DeadlineEnds(id) => say::deadline_ends(id.as_str()),
        Cause::HolidaysOf(year) => say::holidays_of(*year),
        Cause::SecurityTxtExpiresSoon(last) => say::security_txt_expires(&last.to_string()),
        Cause::SecurityTxtExpired => say::security_txt_has_expired(),
    }
}
