//! # weekday-contradicts-date
//!
//! ## What it finds
//! A date with a weekday that it is not: in `weekdays` beside a date, and in the text of a clause or a notice.
//!
//! ## Why it matters
//! One of the two is wrong, and the reader who goes by that one stands before a closed door.
//!
//! ## Example
//! ```markdown
//! Telefonen er stengt fredag 13. juni 2026.
//! ```
//!
//! ## How to fix it
//! Write the right weekday, or the right date.

use crate::check::days::dated_rows;
use crate::check::names;
use crate::check::prose::{WrittenDate, dates, weekday_in};
use crate::check::texts::Prose;
use crate::check::{Looks, Rule, Subject, Texts};
use crate::diagnostic::{Diagnostics, Severity, catalogue::times as say};
use crate::hours::DaysFault;
use crate::model::WeekdayName;

pub(super) static RULE: Rule = Rule {
    name: "weekday-contradicts-date",
    severity: Severity::Error,
    docs: include_str!("weekday_contradicts_date.rs"),
    looks: Looks::Both(check, check_texts),
};

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for row in dated_rows(subject.clinic) {
        let Err(DaysFault::WeekdayContradictsDate { weekday, date, span }) = row.days else { continue };
        let (headline, help) = if row.written.date.is_some() {
            let name = names::weekday(weekday);
            let word =
                WeekdayName::ALL.iter().find(|name| name.weekday() == weekday).map_or("", |name| name.word());
            (say::date_is_another_weekday(&date.to_string(), &name), say::correct_date_or_weekday(word))
        } else {
            (say::no_such_weekday_in_range(&row.name()), say::correct_range_or_weekday())
        };
        found.push(RULE.at_span(span, headline).with_help(help));
    }
}

fn check_texts(texts: Texts<'_>, found: &mut Diagnostics) {
    for prose in texts.of_clauses().chain(texts.of_notices()).chain(texts.of_times()) {
        for written in dates(prose.text) {
            check_date(&prose, &written, found);
        }
    }
}

fn check_date(prose: &Prose<'_>, written: &WrittenDate, found: &mut Diagnostics) {
    let (Some(date), Some((weekday, place))) = (written.date(), &written.weekday) else { return };
    if date.weekday() == *weekday {
        return;
    }
    let said = &prose.text[place.clone()];
    let right = weekday_in(prose.language.as_str(), said, date.weekday());
    let rest = &prose.text[place.end..written.range.end];
    let (date, is) = (date.to_string(), names::weekday(date.weekday()));
    let finding = RULE.at_span(prose.span(&written.range), say::text_says_another_weekday(said, &date, &is));
    let corrected = format!("{right}{rest}").replace('\n', " ").replace(['*', '_'], "");
    found.push(finding.with_help(say::write_it_or_correct_the_date(&corrected)));
}
