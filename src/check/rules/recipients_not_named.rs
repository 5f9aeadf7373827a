//! # recipients-not-named
//!
//! ## What it finds
//! A clinic none of whose pages say who gets data.
//!
//! ## Why it matters
//! GDPR Article 13(1)(e): the page must name the recipients, or their categories.
//!
//! ## Example
//! Rows in `processors.toml`, and no clause with `table = "processors"` on any page.
//!
//! ## How to fix it
//! Let a clause show `table = "processors"`, or write one with `satisfies = ["13(1)(e)"]`.

use crate::check::missing::check_item;
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule = Rule {
    name: "recipients-not-named",
    severity: Severity::Error,
    docs: include_str!("recipients_not_named.rs"),
    looks: Looks::Clinic(check),
};

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    check_item(&RULE, Item::Recipients, say::recipients_not_named(), subject, found);
}
