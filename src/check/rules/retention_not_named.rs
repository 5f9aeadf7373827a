//! # retention-not-named
//!
//! ## What it finds
//! A clinic none of whose pages say how long data are kept.
//!
//! ## Why it matters
//! GDPR Article 13(2)(a): the page must say how long data are stored, or what decides it.
//!
//! ## Example
//! Rows in `retention.toml`, and no clause with `table = "retention"` on any page.
//!
//! ## How to fix it
//! Let a clause show `table = "retention"`, or write one with `satisfies = ["13(2)(a)"]`.

use crate::check::missing::check_item;
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule = Rule {
    name: "retention-not-named",
    severity: Severity::Error,
    docs: include_str!("retention_not_named.rs"),
    looks: Looks::Clinic(check),
};

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    check_item(&RULE, Item::Retention, say::retention_not_named(), subject, found);
}
