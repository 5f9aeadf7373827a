//! A statement whose date is after the day of the build.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};
use crate::model::PartialDate;

pub(super) static RULE: Rule =
    Rule { name: "statement-dated-ahead", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let written = &subject.clinic.about.policy_date;
    let (PartialDate::Month(first) | PartialDate::Day(first)) = written.get();
    if subject.clinic.whole && *first > subject.date {
        let finding = RULE.at(written, say::statement_dated_ahead(&written.get().iso()));
        found.push(finding.with_help(say::write_the_day_of_the_change()));
    }
}
