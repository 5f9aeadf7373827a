//! # complaint-right-missing
//!
//! ## What it finds
//! A clinic none of whose pages say that the patient can complain to the supervisory authority.
//!
//! ## Why it matters
//! GDPR Articles 13(2)(d) and 77: the page must tell of the right to complain, which depends on nothing else.
//!
//! ## Example
//! A list of clauses in `policy.toml` without `complaint`.
//!
//! ## How to fix it
//! Name the clause in `policy.toml`, or write one with `satisfies = ["13(2)(d)", "77"]`.

use crate::check::missing::check_item;
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule = Rule {
    name: "complaint-right-missing",
    severity: Severity::Error,
    docs: include_str!("complaint_right_missing.rs"),
    looks: Looks::Clinic(check),
};

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    check_item(&RULE, Item::Complaint, say::complaint_right_missing(), subject, found);
}
