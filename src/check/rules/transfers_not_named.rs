//! A clinic with a recipient outside the EEA, and no page that says what protects the data there.

use crate::check::missing::{check_item, languages_without};
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule =
    Rule { name: "transfers-not-named", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    // If the recipients are on no page, another rule reports that, and it is enough.
    if languages_without(Item::Recipients, subject).next().is_none() {
        check_item(&RULE, Item::Transfers, say::transfers_not_named(), subject, found);
    }
}
