use std::collections::BTreeMap;

use super::clinic::Clinic;
use super::documents::ComposedDocument;
use super::site::Site;
use crate::diagnostic::catalogue::content::did_you_mean;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::merge as say, nearest};
use crate::model::{BasePath, Brand, Domain, Id, Language, SiteInput, Text, Value};
use crate::span::{Located, Span};

/// Checks what brands name, and that no two share a domain.
pub fn check_brands(all: &Site, found: &mut Diagnostics) {
    let site = &all.input;
    let mut domains: BTreeMap<&str, Vec<(&BasePath, Span)>> = BTreeMap::new();
    for brand in site.brands.values() {
        check_clinics(brand, site, found);
        check_name(&brand.name, brand, site, found);
        check_domain(&brand.domain, &brand.base, &mut domains, found);
        brand.aliases.iter().for_each(|alias| check_domain(alias, BasePath::ROOT, &mut domains, found));
    }
    let names_unknown = |brand: &Brand| brand.clinics.iter().any(|id| !site.clinics.contains_key(&id.value));
    let is_uncertain = site.brands.values().any(names_unknown);
    for clinic in site.clinics.values() {
        let publishers: Vec<&Id> = all.publishing(&clinic.id).map(|brand| &brand.id).collect();
        if site.unread.brands {
            continue;
        }
        if publishers.is_empty() && !is_uncertain {
            let warning = Diagnostic::warning(
                "unpublished-clinic",
                clinic.span,
                say::unpublished_clinic(clinic.id.as_str()),
            );
            found.push(warning.with_help(say::name_it_in_a_brand()));
        }
        if let ([first, _, ..], None) = (publishers.as_slice(), &clinic.layer.settings.canonical) {
            let headline = say::several_publishers(clinic.id.as_str());
            let warning = Diagnostic::warning("no-canonical-brand", clinic.span, headline);
            found.push(warning.with_help(say::name_a_canonical(first.as_str())));
        }
        if let Some(canonical) = clinic
            .layer
            .settings
            .canonical
            .as_ref()
            .filter(|canonical| !publishers.contains(&&canonical.value))
        {
            let error = Diagnostic::error(
                "unknown-id",
                canonical.span,
                say::canonical_does_not_publish(canonical.as_str(), clinic.id.as_str()),
            );
            found.push(error.with_help(
                nearest(canonical.as_str(), publishers.iter().map(|id| id.as_str())).map(did_you_mean),
            ));
        }
    }
    let mentions = site.brands.values().flat_map(|brand| &brand.mentions);
    for id in notices_brands(site).chain(mentions) {
        if !site.brands.contains_key(&id.value) && !site.unread.brands {
            let error = Diagnostic::error("unknown-id", id.span, say::unknown_id("brands", id.as_str()));
            found.push(
                error.with_help(nearest(id.as_str(), site.brands.keys().map(Id::as_str)).map(did_you_mean)),
            );
        }
    }
}

fn check_clinics(brand: &Brand, site: &SiteInput, found: &mut Diagnostics) {
    let mut before: Vec<&Id> = Vec::new();
    for clinic in &brand.clinics {
        if site.unread.clinics.contains(&clinic.value) {
            continue;
        }
        if !site.clinics.contains_key(&clinic.value) {
            let error =
                Diagnostic::error("unknown-id", clinic.span, say::unknown_id("clinics", clinic.as_str()));
            found.push(
                error.with_help(
                    nearest(clinic.as_str(), site.clinics.keys().map(Id::as_str)).map(did_you_mean),
                ),
            );
        } else if before.contains(&&clinic.value) {
            found.push(Diagnostic::error("duplicate-id", clinic.span, say::listed_twice(clinic.as_str())));
        }
        before.push(&clinic.value);
    }
}

fn check_name(name: &Located<Text>, brand: &Brand, site: &SiteInput, found: &mut Diagnostics) {
    let missing = |language: &Language| name.value.lacks(language);
    for language in &brand.languages {
        if brand.chain(language, &site.config).iter().all(missing) {
            let error = Diagnostic::error(
                "missing-language",
                name.span,
                say::text_lacks_language("name", language.as_str()),
            );
            found.push(error.with_help(say::add_text("name", language.as_str())));
        }
    }
}

fn check_domain<'a>(
    domain: &'a Located<Domain>,
    base: &'a BasePath,
    domains: &mut BTreeMap<&'a str, Vec<(&'a BasePath, Span)>>,
    found: &mut Diagnostics,
) {
    let taken = domains.entry(domain.value.ascii()).or_default();
    let overlaps = |other: &BasePath| base.below(other.as_str()).or(other.below(base.as_str())).is_some();
    if let Some((_, first)) = taken.iter().find(|(other, _)| overlaps(other)) {
        let error =
            Diagnostic::error("duplicate-domain", domain.span, say::duplicate_domain(domain.value.shown()));
        found.push(error.with_related(*first, say::first_here()));
    }
    taken.push((base, domain.span));
}

fn notices_brands(site: &SiteInput) -> impl Iterator<Item = &Located<Id>> {
    site.layers()
        .flat_map(|layer| layer.notices.values())
        .flat_map(|notice| &notice.brands)
        .flat_map(|brands| &brands.value)
}

/// The clinic whose documents are shown for all clinics of a statement: one that has the most of them.
///
/// # Panics
/// If there are none.
#[must_use]
pub fn lead_clinic<'c, 'a>(clinics: &[&'c Clinic<'a>]) -> &'c Clinic<'a> {
    let shown = |clinic: &Clinic<'_>| {
        let sections = clinic.documents.iter().map(|document| document.sections.len());
        (clinic.documents.len(), sections.sum::<usize>())
    };
    // Of several, the first.
    clinics.iter().rev().max_by_key(|clinic| shown(clinic)).expect("a statement has a clinic")
}

/// Checks that a shared statement says the same for all its clinics.
///
/// What is there only for those that have something, as the hours of one of six, has its tables say whose
/// they are.
pub fn check_shared_statement(brand: &Brand, clinics: &[&Clinic<'_>], found: &mut Diagnostics) {
    if clinics.is_empty() {
        return;
    }
    let first = lead_clinic(clinics);
    for other in clinics.iter().filter(|other| other.id != first.id) {
        let has = |clinic: &Clinic<'_>, id: &Id| clinic.documents.iter().any(|own| own.document.id == id);
        let missing = first.documents.iter().filter(|one| !has(other, one.document.id));
        let is_conditional = missing.into_iter().all(|one| one.document.when.is_some());
        if !is_conditional || other.documents.iter().any(|one| !has(first, one.document.id)) {
            let named = brand.clinics.iter().find(|clinic| &clinic.value == other.id);
            let place = named.map_or(brand.span, |clinic| clinic.span);
            let headline = say::documents_differ(first.id.as_str(), other.id.as_str());
            found.push(Diagnostic::error("shared-statement", place, headline));
        }
        for one in &first.documents {
            let two = other.documents.iter().find(|own| own.document.id == one.document.id);
            if let Some(two) = two {
                check_sections([(first, one), (other, two)], brand, found);
            }
        }
    }
}

/// Checks that two clinics of a statement show the same clauses, with the same words, in a document.
fn check_sections(
    [(first, one), (other, two)]: [(&Clinic<'_>, &ComposedDocument<'_>); 2],
    brand: &Brand,
    found: &mut Diagnostics,
) {
    let mut report = |clinic: &Clinic<'_>, id: &Id| {
        let place = clinic.clauses[id].live_steps().last().map_or(brand.span, |step| step.input.span);
        let headline = say::clause_differs(id.as_str(), first.id.as_str(), other.id.as_str());
        found.push(Diagnostic::error("shared-statement", place, headline));
    };
    let ids = |document: &ComposedDocument<'_>| -> Vec<Id> {
        document.sections.iter().map(|section| section.id.clone()).collect()
    };
    let (of_first, of_other) = (ids(one), ids(two));
    for id in &of_other {
        if !of_first.contains(id) || !first.clauses[id].reads_as(&other.clauses[id], &other.languages) {
            report(other, id);
        }
    }
    for id in of_first.iter().filter(|id| !of_other.contains(id)) {
        if first.clauses[id].when.is_none() {
            report(first, id);
        }
    }
}
