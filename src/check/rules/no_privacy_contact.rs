//! A clinic that gives no way to ask about privacy: neither `[contacts.privacy]` nor
//! `[contacts.general]` reaches anybody.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};

pub(super) static RULE: Rule =
    Rule { name: "no-privacy-contact", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let contacts = &subject.clinic.contacts;
    let reaches = |role: &str| {
        contacts.get(role).is_some_and(crate::model::Contact::is_reachable) || contacts.is_uncertain(role)
    };
    if !reaches("privacy") && !reaches("general") {
        let finding =
            RULE.at(&subject.clinic.settings.name, say::no_privacy_contact(subject.clinic.id.as_str()));
        found.push_unless(subject.config.is_unpublished(), finding.with_help(say::add_privacy_contact()));
    }
}
