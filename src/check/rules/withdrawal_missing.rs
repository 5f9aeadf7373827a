//! # withdrawal-missing
//!
//! ## What it finds
//! A clinic where a purpose rests on consent and no page says that a consent can be withdrawn.
//!
//! ## Why it matters
//! GDPR Articles 7(3) and 13(2)(c): a consent can be withdrawn at any time, and the page must say so.
//!
//! ## Example
//! ```toml
//! [purposes.newsletter]
//! bases = [{ article = "6(1)(a)" }]
//! ```
//!
//! ## How to fix it
//! Name the clause in `policy.toml`, or write one with `satisfies = ["13(2)(c)"]`.

use crate::check::missing::check_item;
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule = Rule {
    name: "withdrawal-missing",
    severity: Severity::Error,
    docs: include_str!("withdrawal_missing.rs"),
    looks: Looks::Clinic(check),
};

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    check_item(&RULE, Item::Withdrawal, say::withdrawal_missing(), subject, found);
}
