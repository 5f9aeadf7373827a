//! A clinic none of whose pages say that the patient can complain to the supervisory authority.

use crate::check::missing::check_item;
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule =
    Rule { name: "complaint-right-missing", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    check_item(&RULE, Item::Complaint, say::complaint_right_missing(), subject, found);
}
