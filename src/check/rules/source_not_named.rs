//! A clinic none of whose pages say where data come from, though some come from others than the patient.

use crate::check::missing::{check_item, languages_without};
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule =
    Rule { name: "source-not-named", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    // If the purposes are on no page, another rule reports that, and it is enough.
    if languages_without(Item::Purposes, subject).next().is_none() {
        check_item(&RULE, Item::Sources, say::source_not_named(), subject, found);
    }
}
