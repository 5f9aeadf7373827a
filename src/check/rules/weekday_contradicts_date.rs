//! A date with a weekday that it is not: in `weekdays` beside a date,
//! and in the text of a clause or a notice.

use crate::check::days::dated_rows;
use crate::check::names;
use crate::check::prose::{PhraseHit, TextBlock, WrittenDate, dates, weekday_in};
use crate::check::{Looks, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::times as say};
use crate::hours::DaysFault;
use crate::model::{Language, WeekdayName};

pub(super) static RULE: Rule = Rule {
    name: "weekday-contradicts-date",
    severity: Severity::Error,
    looks: Looks::Both(check, check_text),
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

fn check_text(reading: &Reading<'_>, _: &[PhraseHit], found: &mut Diagnostics) {
    if !reading.is_prose() && !reading.is_of_times() {
        return;
    }
    for block in &reading.blocks {
        for written in dates(block) {
            check_date(reading, block, &written, found);
        }
    }
}

fn check_date(reading: &Reading<'_>, block: &TextBlock, written: &WrittenDate, found: &mut Diagnostics) {
    let (Some(date), Some((weekday, place))) = (written.date(), &written.weekday) else { return };
    if date.weekday() == *weekday {
        return;
    }
    let said = &block.text[place.clone()];
    let right = weekday_in(reading.language.map_or("", Language::as_str), said, date.weekday());
    let corrected = format!("{right}{}", &block.text[place.end..written.range.end]);
    let (date, is) = (date.to_string(), names::weekday(date.weekday()));
    let headline = say::text_says_another_weekday(said, &date, &is);
    let finding = RULE.at_span(reading.span(block, &written.range), headline);
    found.push(finding.with_help(say::write_it_or_correct_the_date(&corrected)));
}
