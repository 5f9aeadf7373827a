//! A clinic none of whose pages say how long data are kept.

use crate::check::missing::check_item;
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule =
    Rule { name: "retention-not-named", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    check_item(&RULE, Item::Retention, say::retention_not_named(), subject, found);
}
