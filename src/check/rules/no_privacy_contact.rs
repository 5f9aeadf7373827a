//! # no-privacy-contact
//!
//! ## What it finds
//! A clinic that gives no way to ask about privacy: neither `[contacts.privacy]` nor `[contacts.general]` reaches anybody.
//!
//! ## Why it matters
//! GDPR Article 13(1)(a) asks for contact details, and Article 12(2) for an easy way to use one's rights. Where `site.toml`
//! says `example = true`, the page says that the fact is not given instead.
//!
//! ## Example
//! ```toml
//! [contacts.booking]
//! phone = "22 50 06 63"
//! ```
//!
//! ## How to fix it
//! Add `[contacts.privacy]` with an `email`, a `phone` or an address.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};

pub(super) static RULE: Rule = Rule {
    name: "no-privacy-contact",
    severity: Severity::Error,
    docs: include_str!("no_privacy_contact.rs"),
    looks: Looks::Clinic(check),
};

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let contacts = &subject.clinic.contacts;
    let reaches = |role: &str| {
        contacts.get(role).is_some_and(crate::model::Contact::is_reachable) || contacts.is_uncertain(role)
    };
    if !subject.config.example && !reaches("privacy") && !reaches("general") {
        let finding =
            RULE.at(&subject.clinic.settings.name, say::no_privacy_contact(subject.clinic.id.as_str()));
        found.push(finding.with_help(say::add_privacy_contact()));
    }
}
