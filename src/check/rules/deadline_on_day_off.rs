//! A deadline on which the patient must come, on a Saturday, a Sunday or a public holiday.

use jiff::civil::Weekday;

use crate::check::days::{certain_deadlines, public_holiday, visit};
use crate::check::{Looks, Rule, Subject, names};
use crate::diagnostic::{Diagnostics, Severity, catalogue::times as say};
use crate::hours::LastDays;
use crate::model::{DayHours, Deadline};

pub(super) static RULE: Rule =
    Rule { name: "deadline-on-day-off", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for deadline in certain_deadlines(subject.clinic) {
        let date = deadline.date.get().0;
        let holiday = public_holiday(subject.clinic, deadline).map(names::holiday);
        let weekend = [Weekday::Saturday, Weekday::Sunday].contains(&date.weekday());
        let weekend = weekend.then(|| say::a_weekday(&names::weekday(date.weekday())));
        let Some(day) = holiday.or(weekend).filter(|_| !is_open(subject, deadline)) else { continue };
        if deadline.asks_to_attend() && deadline.is_shown_on(subject.date) {
            let headline = say::deadline_on_day_off(deadline.id.as_str(), &date.to_string(), &day);
            found.push(RULE.at(&deadline.date, headline).with_help(say::move_it_or_write_attend()));
        }
    }
}

/// Whether the hours say that the clinic is open all the same.
fn is_open(subject: Subject<'_, '_>, deadline: &Deadline<'_>) -> bool {
    let decision = visit(subject, deadline).map(|visit| visit.on(deadline.date.get().0));
    decision.and_then(|decision| decision.hours).is_some_and(|hours| *hours != DayHours::Closed)
}
