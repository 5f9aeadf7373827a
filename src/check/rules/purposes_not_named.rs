//! A clinic none of whose pages say what data are used for, and by what right.

use crate::check::missing::{check_item, languages_without};
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule =
    Rule { name: "purposes-not-named", severity: Severity::Error, looks: Looks::Clinic(check) };

/// One finding for all that the table of purposes would show.
fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let items = [Item::Purposes, Item::LegalBases, Item::Interests, Item::HealthCondition];
    let missing = items.into_iter().find(|item| languages_without(*item, subject).next().is_some());
    if let Some(item) = missing {
        check_item(&RULE, item, say::purposes_not_named(), subject, found);
    }
}
