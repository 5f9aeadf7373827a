//! # duty-to-give-missing
//!
//! ## What it finds
//! A clinic none of whose pages say whether the patient must give data, and what happens otherwise.
//!
//! ## Why it matters
//! GDPR Article 13(2)(e): whether a law or a contract asks for the data, and what follows where they are not given.
//!
//! ## Example
//! Purposes without `must_give`, and no clause that says it for all.
//!
//! ## How to fix it
//! Write `must_give` for the purposes, or a clause with `satisfies = ["13(2)(e)"]`.

use crate::check::missing::check_item;
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule = Rule {
    name: "duty-to-give-missing",
    severity: Severity::Error,
    docs: include_str!("duty_to_give_missing.rs"),
    looks: Looks::Clinic(check),
};

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    check_item(&RULE, Item::DutyToGive, say::duty_to_give_missing(), subject, found);
}
