//! A contact that gives neither a way to reach it nor a reason for giving none.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};

pub(super) static RULE: Rule =
    Rule { name: "contact-without-way", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for contact in &subject.clinic.contacts.rows {
        let is_uncertain = subject.clinic.contacts.is_uncertain(contact.id.as_str());
        if !contact.is_reachable() && contact.none_because.is_none() && !is_uncertain {
            let finding = RULE.at_span(contact.span, say::contact_without_way(contact.id.as_str()));
            found.push(finding.with_help(say::add_a_way()));
        }
    }
}
