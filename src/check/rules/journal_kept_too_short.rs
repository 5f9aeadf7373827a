//! A patient record that is kept for a shorter time than the law of the clinic's country says.

use super::law_wrong_for_purpose;
use crate::check::{Looks, Rule, Subject, names};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};
use crate::model::{Period, PeriodUnit};

pub(super) static RULE: Rule =
    Rule { name: "journal-kept-too-short", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let clinic = subject.clinic;
    let (Some(home), Some(facts)) = (clinic.country, clinic.home_facts()) else { return };
    let Some(rule) = facts.journal else { return };
    for retention in &clinic.retention.rows {
        let Some(period) = &retention.period else { continue };
        let is_record = law_wrong_for_purpose::is_about_the_record(retention.what.get(), subject.config);
        if is_record && days(*period.get()) < days(rule.at_least) {
            let headline = say::journal_kept_too_short(retention.id.as_str(), &names::country(home));
            let written = format!("{} {}", rule.at_least.count, unit(rule.at_least.unit));
            found.push(RULE.at(period, headline).with_help(say::write_at_least(&written)));
        }
    }
}

/// About how many days a period has; exact enough to tell years apart.
fn days(period: Period) -> u32 {
    let each = match period.unit {
        PeriodUnit::Days => 1,
        PeriodUnit::Weeks => 7,
        PeriodUnit::Months => 30,
        PeriodUnit::Years => 365,
    };
    u32::from(period.count) * each
}

fn unit(unit: PeriodUnit) -> &'static str {
    match unit {
        PeriodUnit::Days => "days",
        PeriodUnit::Weeks => "weeks",
        PeriodUnit::Months => "months",
        PeriodUnit::Years => "years",
    }
}
