//! A telephone number, an e-mail address, a company number or an address typed into a text,
//! though the clinic’s data hold it.

use crate::check::prose::{Fact, PhraseHit, facts};
use crate::check::{Looks, Mention, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};
use crate::merge::Clinic;
use crate::model::{Address, Country, Resolved};
use crate::span::Span;

pub(super) static RULE: Rule = Rule {
    name: "typed-fact",
    severity: Severity::Warning,
    looks: Looks::Mentions { sayings: &[], note, check },
};

fn note(reading: &Reading<'_>, _: &[PhraseHit]) -> Vec<Mention> {
    let mentions = reading.blocks.iter().flat_map(|block| {
        let typed = facts(block).into_iter();
        typed.map(move |(range, fact)| Mention { span: reading.span(block, &range), what: key(&fact) })
    });
    mentions.collect()
}

/// The form in which a fact of a text and one of the data compare;
/// an address also needs its line in the sentence.
fn key(fact: &Fact) -> String {
    match fact {
        Fact::Email(address) => format!("@{address}"),
        Fact::Digits(digits) => format!("#{digits}"),
        Fact::Postcode(code, sentence) => format!("={code} {sentence}"),
    }
}

/// A fact of the clinic's data and its placeholder.
struct ClinicFact {
    key: String,
    /// What else must stand in the sentence.
    line: Option<String>,
    placeholder: String,
    span: Span,
}

fn check(subject: Subject<'_, '_>, mentions: &[&Mention], found: &mut Diagnostics) {
    if mentions.is_empty() {
        return;
    }
    let known = known(subject.clinic);
    for mention in mentions {
        let is_meant = |known: &&ClinicFact| match &known.line {
            None => known.key == mention.what,
            Some(line) => mention.what.starts_with(&known.key) && mention.what.contains(line.as_str()),
        };
        if let Some(known) = known.iter().find(is_meant) {
            let finding = RULE.at_span(mention.span, say::typed_fact(&known.placeholder));
            let finding = finding.with_related(known.span, say::stands_here());
            found.push(finding.with_help(say::write_the_placeholder(&known.placeholder)));
        }
    }
}

fn known(clinic: &Clinic<'_>) -> Vec<ClinicFact> {
    let mut known = Vec::new();
    for contact in &clinic.contacts.rows {
        let path = |field: &str| format!("contacts.{}.{field}", contact.id.as_str());
        if let Some(email) = &contact.email {
            let key = key(&Fact::Email(email.shown().to_lowercase()));
            known.push(ClinicFact { key, line: None, placeholder: path("email"), span: email.origin().span });
        }
        if let Some((phone, number)) = contact.phone.as_ref().zip(clinic.phone(contact)) {
            let digits = number.dialled();
            let key = key(&Fact::Digits(digits.trim_start_matches("+47").to_owned()));
            known.push(ClinicFact { key, line: None, placeholder: path("phone"), span: phone.origin().span });
        }
        for (field, address) in [("visit", &contact.visit), ("postal", &contact.postal)] {
            known.extend(
                address.as_ref().and_then(|address| of_address(address, clinic, clinic.home(), path(field))),
            );
        }
    }
    let controllers = clinic.settings.controllers.get();
    for entity in clinic.entities.rows.iter().filter(|row| controllers.iter().any(|id| id.value == *row.id)) {
        let country = *entity.country.get();
        if let Some((written, number)) = entity
            .number
            .as_ref()
            .and_then(|number| Some((number, number.in_country(country, clinic.countries).ok()?)))
        {
            let key = key(&Fact::Digits(number.compact().to_owned()));
            let placeholder = "controller.number".to_owned();
            known.push(ClinicFact { key, line: None, placeholder, span: written.origin().span });
        }
        let path = "controller.address".to_owned();
        known.extend(entity.address.as_ref().and_then(|address| of_address(address, clinic, country, path)));
    }
    known
}

fn of_address(
    address: &Resolved<'_, Address>,
    clinic: &Clinic<'_>,
    home: Country,
    placeholder: String,
) -> Option<ClinicFact> {
    let line = Some(address.lines.first()?.to_lowercase());
    let key = key(&Fact::Postcode(address.postcode_in(home, clinic.countries).ok()?, String::new()));
    Some(ClinicFact { key, line, placeholder, span: address.origin().span })
}
