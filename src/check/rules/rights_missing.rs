//! # rights-missing
//!
//! ## What it finds
//! A clinic none of whose pages say which rights the patient has.
//!
//! ## Why it matters
//! GDPR Article 13(2)(b): access, rectification, erasure, restriction, objection and portability.
//!
//! ## Example
//! A list of clauses in `policy.toml` without `your-rights`.
//!
//! ## How to fix it
//! Name the clause in `policy.toml`, or write one with `satisfies = ["13(2)(b)"]`.

use crate::check::missing::check_item;
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};

pub(super) static RULE: Rule = Rule {
    name: "rights-missing",
    severity: Severity::Error,
    docs: include_str!("rights_missing.rs"),
    looks: Looks::Clinic(check),
};

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    check_item(&RULE, Item::Rights, say::rights_missing(), subject, found);
}
