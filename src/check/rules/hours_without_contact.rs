//! Hours of the telephone, of e-mail or of booking that name no contact with a number or an address, and
//! visiting hours without a visiting address.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::times as say};
use crate::model::{Channel, Contact, Row};

pub(super) static RULE: Rule =
    Rule { name: "hours-without-contact", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let clinic = subject.clinic;
    for table in subject.timetables {
        let Some(key) = key_of(table.channel) else { continue };
        let channel = table.hours.id.as_str();
        if clinic.hours.is_uncertain(channel) {
            continue;
        }
        let Some(role) = &table.hours.contact else {
            let finding = RULE.at_span(table.hours.span, say::hours_name_no_contact(channel));
            found.push(finding.with_help(say::name_a_contact(key)));
            continue;
        };
        // A contact that is not there, or cannot be reached at all, has been reported.
        let contact = clinic.contacts.get(role.get().as_str());
        let Some(contact) = contact.filter(|contact| !clinic.contacts.is_uncertain(contact.id.as_str()))
        else {
            continue;
        };
        if contact.none_because.is_none() && contact.is_reachable() && !has(contact, key) {
            let role_id = contact.id.as_str();
            let headline = say::contact_of_hours_lacks(channel, role_id, key);
            let finding = RULE.at(role, headline).with_related(contact.span, say::contact_stands_here());
            found.push(finding.with_help(say::add_it_to_the_contact(key, role_id)));
        }
    }
}

/// What a contact must have for a channel, by the key under which it is written.
fn key_of(channel: &str) -> Option<&'static str> {
    let channel = Channel::ALL.iter().find(|known| known.word() == channel)?;
    Some(match channel {
        Channel::Visit => "visit",
        Channel::Phone => "phone",
        Channel::Email => "email",
        Channel::Booking => "url",
    })
}

fn has(contact: &Contact<'_>, key: &str) -> bool {
    contact.fields().iter().any(|field| field.name == key)
}
