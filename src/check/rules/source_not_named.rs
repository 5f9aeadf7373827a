//! # source-not-named
//!
//! ## What it finds
//! A clinic none of whose pages say where data come from, though some come from others than the patient.
//!
//! ## Why it matters
//! GDPR Article 14(2)(f): the page must name the sources.
//!
//! ## Example
//! Purposes with a `source`, and neither their table nor a clause about sources on any page.
//!
//! ## How to fix it
//! Let a clause show `table = "purposes"`, or write one with `satisfies = ["14(2)(f)"]`.

use crate::check::missing::{check_item, languages_without};
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule = Rule {
    name: "source-not-named",
    severity: Severity::Error,
    docs: include_str!("source_not_named.rs"),
    looks: Looks::Clinic(check),
};

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    // Where the purposes are on no page, that says it all.
    if languages_without(Item::Purposes, subject).next().is_none() {
        check_item(&RULE, Item::Sources, say::source_not_named(), subject, found);
    }
}
