//! A clinic none of whose pages say whether decisions are made by machines only.

use crate::check::missing::check_item;
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule = Rule {
    name: "automated-decisions-not-mentioned",
    severity: Severity::Error,
    looks: Looks::Clinic(check),
};

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    check_item(&RULE, Item::AutomatedDecisions, say::automated_decisions_not_mentioned(), subject, found);
}
