//! A clinic none of whose pages say which rights the patient has.

use crate::check::missing::check_item;
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule =
    Rule { name: "rights-missing", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    check_item(&RULE, Item::Rights, say::rights_missing(), subject, found);
}
