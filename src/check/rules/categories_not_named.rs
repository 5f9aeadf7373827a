//! # categories-not-named
//!
//! ## What it finds
//! A clinic none of whose pages say which data it has, though some come from others than the patient.
//!
//! ## Why it matters
//! GDPR Article 14(1)(d): the page must name the categories of data.
//!
//! ## Example
//! Purposes with `data`, and neither their table nor a clause about the data on any page.
//!
//! ## How to fix it
//! Let a clause show `table = "purposes"`, or write one with `satisfies = ["14(1)(d)"]`.

use crate::check::missing::{check_item, languages_without};
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule = Rule {
    name: "categories-not-named",
    severity: Severity::Error,
    docs: include_str!("categories_not_named.rs"),
    looks: Looks::Clinic(check),
};

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    // Where the purposes are on no page, that says it all.
    if languages_without(Item::Purposes, subject).next().is_none() {
        check_item(&RULE, Item::Categories, say::categories_not_named(), subject, found);
    }
}
