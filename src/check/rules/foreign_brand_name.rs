//! The name of another brand or clinic, or a former name, in what a brand's pages,
//! `security.txt` and `privacy.json` are made of.

use crate::check::{Looks, Rule};
use crate::diagnostic::Severity;

/// What it says of a name stands in `check/foreign.rs`: names and addresses are found together.
pub(super) static RULE: Rule =
    Rule { name: "foreign-brand-name", severity: Severity::Error, looks: Looks::Names };
