//! What is said of a name or an address that belongs to somebody else.

use super::identity::Kind;
use super::needles::{Needle, Owner};
use super::passage;
use super::rules::rule_for;
use crate::diagnostic::{Diagnostic, Message, catalogue::audit as say};
use crate::span::Span;

/// The finding for a needle at `place`, where `written` says what may stand there instead.
pub(super) fn finding(needle: &Needle, place: Span, written: passage::Kind) -> Diagnostic {
    let finding = rule_for(&needle.kind).at_span(place, headline(needle));
    finding.with_help(help(needle, written))
}

fn headline(needle: &Needle) -> Message {
    let text = needle.text.as_str();
    let owner = match &needle.owner {
        Owner::Brand(id) => id.as_str(),
        Owner::Layer(id) => id,
    };
    match needle.kind {
        Kind::Name | Kind::Other => say::foreign_name(text, owner),
        Kind::FormerName => say::former_name(text, owner),
        Kind::Domain => say::foreign_domain(text, owner),
        Kind::FormerDomain => say::former_domain(text, owner),
        Kind::Email(_) => say::foreign_email(text, owner),
        Kind::Phone(_) => say::foreign_phone(text, owner),
        Kind::CompanyNumber => say::foreign_company_number(text, owner),
    }
}

fn help(needle: &Needle, written: passage::Kind) -> Message {
    let placeholder = match (written, &needle.kind) {
        (passage::Kind::Value, _) => None,
        (passage::Kind::Template, Kind::Domain | Kind::FormerDomain) => {
            Some("{{ page.brand.domain }}".to_owned())
        }
        (passage::Kind::Template, kind) => kind.is_name().then(|| "{{ page.brand.name }}".to_owned()),
        (passage::Kind::Text, kind) => Some(match kind {
            Kind::Domain | Kind::FormerDomain => "{{ brand.domain }}".to_owned(),
            Kind::Email(role) => format!("{{{{ contacts.{role}.email }}}}"),
            Kind::Phone(role) => format!("{{{{ contacts.{role}.phone }}}}"),
            Kind::CompanyNumber => "{{ controller.number }}".to_owned(),
            _ => "{{ clinic.name }}` / `{{ brand.name }}".to_owned(),
        }),
    };
    match (placeholder, &needle.owner) {
        (Some(placeholder), Owner::Brand(brand)) => say::write_or_mention(&placeholder, brand.as_str()),
        (Some(placeholder), Owner::Layer(_)) => say::write_instead(&placeholder),
        (None, Owner::Brand(brand)) => say::take_away_or_mention(brand.as_str()),
        (None, Owner::Layer(_)) => say::take_away(),
    }
}
