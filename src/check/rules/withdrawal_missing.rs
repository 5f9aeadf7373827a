//! A clinic where a purpose rests on consent and no page says that a consent can be withdrawn.

use crate::check::missing::check_item;
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule =
    Rule { name: "withdrawal-missing", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    check_item(&RULE, Item::Withdrawal, say::withdrawal_missing(), subject, found);
}
