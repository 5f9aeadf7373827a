//! # purposes-not-named
//!
//! ## What it finds
//! A clinic none of whose pages say what data are used for, and by what right.
//!
//! ## Why it matters
//! GDPR Articles 13(1)(c), 13(1)(d) and 9(2): the page must give each purpose with its legal basis, the interest that is pursued, and
//! the condition for health data.
//!
//! ## Example
//! Rows in `purposes.toml`, and no clause with `table = "purposes"` on any page.
//!
//! ## How to fix it
//! Let a clause show `table = "purposes"`.

use crate::check::missing::{check_item, languages_without};
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule = Rule {
    name: "purposes-not-named",
    severity: Severity::Error,
    docs: include_str!("purposes_not_named.rs"),
    looks: Looks::Clinic(check),
};

/// One finding for all that the table of purposes would show.
fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let items = [Item::Purposes, Item::LegalBases, Item::Interests, Item::HealthCondition];
    let missing = items.into_iter().find(|item| languages_without(*item, subject).next().is_some());
    if let Some(item) = missing {
        check_item(&RULE, item, say::purposes_not_named(), subject, found);
    }
}
