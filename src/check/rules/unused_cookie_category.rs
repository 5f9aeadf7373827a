//! A category of cookies that none of a clinic's cookies is in, where the clinic lists its cookies.

use std::collections::BTreeSet;

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};
use crate::model::Id;

pub(super) static RULE: Rule =
    Rule { name: "unused-cookie-category", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let clinic = subject.clinic;
    // A clinic that lists no cookie tells of its categories alone.
    if clinic.cookies.is_empty() || !clinic.cookies.is_whole() {
        return;
    }
    let named: BTreeSet<&Id> = clinic.cookies.rows.iter().map(|cookie| cookie.category.get()).collect();
    for row in clinic.cookie_categories.rows.iter().filter(|row| !named.contains(row.id)) {
        let finding = RULE.at_span(row.span, say::unused_cookie_category(row.id.as_str()));
        found.push(finding.with_help(say::list_a_cookie_or_remove_it(row.id.as_str())));
    }
}
