//! A statement or the reading of a law whose date is after the day of the build.

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
    for law in &subject.clinic.laws.rows {
        let read = law.as_of.get().0;
        if read > subject.date {
            let finding = RULE.at(&law.as_of, say::law_read_ahead(law.id.as_str(), &read.to_string()));
            found.push(finding.with_help(say::write_the_day_of_reading()));
        }
    }
}
