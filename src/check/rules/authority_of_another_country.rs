//! A supervisory authority of another country than the clinic's.

use crate::check::{Looks, Rule, Subject, names};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};
use crate::model::{CountryAuthority, Language, TextValue};

pub(super) static RULE: Rule =
    Rule { name: "authority-of-another-country", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let clinic = subject.clinic;
    let (Some(home), Some(facts)) = (clinic.country, clinic.home_facts()) else { return };
    let authority = &clinic.about.authority;
    let written = host(authority.get().url.as_str());
    let has = |list: &[CountryAuthority]| list.iter().any(|known| host(known.url.as_str()) == written);
    let Some(own) = facts.authorities.first().filter(|_| !has(&facts.authorities)) else { return };
    let other = clinic.countries.iter().find(|(_, facts)| has(&facts.authorities));
    if let Some((country, _)) = other {
        let language = Language::parse(facts.languages.first().map_or("en", Language::as_str));
        let name = language.ok().and_then(|language| own.name.in_language(&language)).unwrap_or_default();
        let headline = say::authority_of_another_country(&names::country(country), &names::country(home));
        let finding = RULE.at_span(authority.get().url.span, headline);
        found.push(finding.with_help(say::name_the_authority(name, own.url.as_str())));
    }
}

/// The host of a web address, without `www.`.
fn host(url: &str) -> &str {
    let behind = url.split_once("://").map_or(url, |(_, behind)| behind);
    let host = behind.split('/').next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}
