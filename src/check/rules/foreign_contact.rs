//! # foreign-contact
//!
//! ## What it finds
//! The e-mail address, telephone number, domain or company number of another brand or clinic on a brand's pages, however the
//! number is grouped; also in links. Short telephone numbers are not looked for: they are everybody's.
//!
//! ## Why it matters
//! GDPR Article 13(1)(a) and (b): a patient who writes to the address on the page tells another company about her health.
//!
//! ## Example
//! ```markdown
//! Ring 22 00 00 00, eller skriv til post@annen-klinikk.example.
//! ```
//!
//! ## How to fix it
//! Write `{{ contacts.<role>.email }}` or `{{ brand.domain }}` in a text, so that each clinic shows its own. Where the other's is meant, add
//! the brand to `mentions = ["…"]` in the file of the site in `content/brands/`.

use crate::check::{Looks, Rule};
use crate::diagnostic::Severity;

/// What it says of a name stands in `check/foreign.rs`: names and addresses are found together.
pub(super) static RULE: Rule = Rule {
    name: "foreign-contact",
    severity: Severity::Error,
    docs: include_str!("foreign_contact.rs"),
    looks: Looks::Names,
};
