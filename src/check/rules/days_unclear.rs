//! An exception or a service of which it cannot be told on which days it counts: no days, days said in two
//! ways, half a range, a range that ends before it begins or lasts for more than a year.

use crate::check::days::{DatedRow, dated_rows};
use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::catalogue::{content::begins_here, times as say};
use crate::diagnostic::{Diagnostics, Severity};
use crate::hours::DaysFault;

pub(super) static RULE: Rule =
    Rule { name: "days-unclear", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for row in dated_rows(subject.clinic) {
        if let Err(fault) = &row.days {
            check_fault(&row, fault, found);
        }
    }
}

fn check_fault(row: &DatedRow<'_, '_>, fault: &DaysFault, found: &mut Diagnostics) {
    let name = row.name();
    let finding = match fault {
        DaysFault::NotWritten => {
            let help = if row.table == "exceptions" { say::add_days_or_a_holiday() } else { say::add_days() };
            RULE.at_span(row.written.span, say::no_days(&name)).with_help(help)
        }
        DaysFault::TooMuch(span) => {
            RULE.at_span(*span, say::days_said_twice(&name)).with_help(say::keep_one_way())
        }
        DaysFault::HalfARange(missing, span) => {
            RULE.at_span(*span, say::half_a_range(&name, missing)).with_help(say::add_the_other_end(missing))
        }
        DaysFault::EndsBeforeItBegins { from, until } => RULE
            .at_span(*until, say::days_end_before_they_begin(&name))
            .with_related(*from, begins_here())
            .with_help(say::correct_the_later_date()),
        DaysFault::LongerThanAYear(span) => {
            RULE.at_span(*span, say::longer_than_a_year(&name)).with_help(say::end_it_earlier())
        }
        DaysFault::WeeksBackwards(span) => {
            RULE.at_span(*span, say::weeks_backwards(&name)).with_help(say::write_the_earlier_week_first())
        }
        // Each of these has a rule of its own.
        DaysFault::YearMissing(_)
        | DaysFault::NoSuchWeek { .. }
        | DaysFault::WeekdayContradictsDate { .. } => {
            return;
        }
    };
    found.push(finding);
}
