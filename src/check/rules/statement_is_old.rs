//! A statement whose date is more than two years before the day of the build.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};
use crate::model::PartialDate;

pub(super) static RULE: Rule =
    Rule { name: "statement-is-old", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let written = &subject.clinic.about.policy_date;
    let last = match written.get() {
        PartialDate::Month(first) => first.last_of_month(),
        PartialDate::Day(day) => *day,
    };
    let two_years = jiff::Span::new().years(2);
    if subject.clinic.whole && subject.date > last.saturating_add(two_years) {
        let finding = RULE.at(written, say::statement_is_old(&written.get().iso()));
        found.push(finding.with_help(say::read_it_again()));
    }
}
