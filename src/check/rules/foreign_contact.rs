//! The e-mail address, telephone number, domain or company number of another brand or clinic on a brand's
//! pages, however the number is grouped; also in links. Short telephone numbers are not looked for:
//! they are everybody's.

use crate::check::{Looks, Rule};
use crate::diagnostic::Severity;

/// What it says of a name stands in `check/foreign.rs`: names and addresses are found together.
pub(super) static RULE: Rule =
    Rule { name: "foreign-contact", severity: Severity::Error, looks: Looks::Names };
