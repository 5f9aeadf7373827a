//! A category of cookies for statistics or marketing that does not ask first.

use crate::check::texts::lists_said_everywhere;
use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};
use crate::model::CookieCategory;

pub(super) static RULE: Rule =
    Rule { name: "cookies-without-consent", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let categories = &subject.clinic.cookie_categories;
    for category in categories.rows.iter().filter(|row| !*row.consent.get() && measures_or_markets(row)) {
        let finding = RULE.at(&category.consent, say::cookies_without_consent(category.id.as_str()));
        found.push(finding.with_help(say::ask_first()));
    }
}

/// Told only from the name: what cookies do is told in sentences that may deny it.
fn measures_or_markets(category: &CookieCategory<'_>) -> bool {
    let names: Vec<&str> = category.title.get().all().chain([category.id.as_str()]).collect();
    !lists_said_everywhere(&names, &RULE, "measures").is_empty()
}
