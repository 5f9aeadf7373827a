//! # transfers-not-named
//!
//! ## What it finds
//! A clinic with a recipient outside the EEA, and no page that says what protects the data there.
//!
//! ## Why it matters
//! GDPR Article 13(1)(f): the page must tell of transfers to third countries, and of the safeguards.
//!
//! ## Example
//! A recipient with `country = "US"`, and no clause with `table = "processors"` on any page.
//!
//! ## How to fix it
//! Let a clause show `table = "processors"`, or write one with `satisfies = ["13(1)(f)"]`.

use crate::check::missing::{check_item, languages_without};
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule = Rule {
    name: "transfers-not-named",
    severity: Severity::Error,
    docs: include_str!("transfers_not_named.rs"),
    looks: Looks::Clinic(check),
};

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    // Where the recipients are on no page, that says it all.
    if languages_without(Item::Recipients, subject).next().is_none() {
        check_item(&RULE, Item::Transfers, say::transfers_not_named(), subject, found);
    }
}
