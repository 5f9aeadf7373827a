//! Hours that go past midnight and into those of the next day: `22:00-08:00` before `07:00-15:00`.

use crate::check::{Looks, Rule, Subject, names};
use crate::diagnostic::{Diagnostics, Severity, catalogue::times as say};
use crate::model::{DayHours, WeekdayName};

pub(super) static RULE: Rule =
    Rule { name: "overlapping-hours", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for timetable in subject.timetables {
        let week = timetable.hours.week();
        for (index, day) in WeekdayName::ALL.iter().enumerate() {
            let next = (index + 1) % week.len();
            let (Some(one), Some(two)) = (week[index], week[next]) else { continue };
            let (DayHours::Open(before), DayHours::Open(after)) = (one.get(), two.get()) else { continue };
            let (Some(last), Some(first)) = (before.last(), after.first()) else { continue };
            if last.passes_midnight() && first.from < last.to {
                let days = [*day, WeekdayName::ALL[next]].map(|day| names::weekday(day.weekday()));
                let headline = say::hours_run_into_the_next_day(&days[0], &days[1]);
                let finding =
                    RULE.at(two, headline).with_related(one.origin().span, say::still_open_from_here());
                found.push(finding.with_help(say::end_or_begin_where_they_meet()));
            }
        }
    }
}
