//! A clinic none of whose pages say whether the patient must give data, and what happens otherwise.

use crate::check::missing::check_item;
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule =
    Rule { name: "duty-to-give-missing", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    check_item(&RULE, Item::DutyToGive, say::duty_to_give_missing(), subject, found);
}
