//! # automated-decisions-not-mentioned
//!
//! ## What it finds
//! A clinic none of whose pages say whether a machine alone makes decisions.
//!
//! ## Why it matters
//! GDPR Article 13(2)(f): the page must tell of automated decisions and profiling; where there are none, one sentence says so.
//!
//! ## Example
//! A list of clauses in `policy.toml` without `automated-decisions`.
//!
//! ## How to fix it
//! Write a clause with `satisfies = ["13(2)(f)"]`, or `automated` for the purpose that has such decisions.

use crate::check::missing::check_item;
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule = Rule {
    name: "automated-decisions-not-mentioned",
    severity: Severity::Error,
    docs: include_str!("automated_decisions_not_mentioned.rs"),
    looks: Looks::Clinic(check),
};

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    check_item(&RULE, Item::AutomatedDecisions, say::automated_decisions_not_mentioned(), subject, found);
}
