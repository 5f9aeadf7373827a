//! Checks what is written by the custom of a country: numbers of companies, telephones and laws,
//! and postcodes.

use super::clinic::Clinic;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::merge as say};
use crate::model::{Address, Country, Invalid, NationalNumber, Resolved};
use crate::span::Span;

/// Checks every number of the clinic's tables by the country that it belongs to.
pub(super) fn check_numbers(clinic: &Clinic<'_>, found: &mut Diagnostics) {
    for entity in &clinic.entities.rows {
        let country = *entity.country.get();
        check_company(entity.number.as_ref(), Some(country), clinic, found);
        check_postcode(entity.address.as_ref(), country, clinic, found);
    }
    for processor in &clinic.processors.rows {
        let country = processor.country.as_ref().map(|country| *country.get());
        check_company(processor.number.as_ref(), country, clinic, found);
    }
    check_contacts(clinic, found);
    for law in &clinic.laws.rows {
        if let Err(invalid) = law.number.get().among(clinic.countries) {
            report(law.number.origin().span, invalid, found);
        }
    }
}

/// A number without a country's code is one of the country of its contact.
fn check_contacts(clinic: &Clinic<'_>, found: &mut Diagnostics) {
    for contact in &clinic.contacts.rows {
        check_postcode(contact.visit.as_ref(), clinic.home(), clinic, found);
        check_postcode(contact.postal.as_ref(), clinic.home(), clinic, found);
        let Some(phone) = &contact.phone else { continue };
        let country = clinic.country_of_contact(contact);
        if let Err(invalid) = phone.get().in_country(country, clinic.countries) {
            let error = Diagnostic::error("invalid-value", phone.origin().span, invalid.headline);
            let address = contact.visit.as_ref().or(contact.postal.as_ref());
            let abroad = address.filter(|_| country != clinic.home());
            let error = abroad.into_iter().fold(error, |error, address| {
                error.with_related(address.origin().span, say::contact_is_abroad())
            });
            found.push(error.with_help(invalid.help));
        }
    }
}

fn check_postcode(
    address: Option<&Resolved<'_, Address>>,
    home: Country,
    clinic: &Clinic<'_>,
    found: &mut Diagnostics,
) {
    if let Some(Err((span, invalid))) =
        address.map(|address| address.get().postcode_in(home, clinic.countries))
    {
        report(span, invalid, found);
    }
}

fn check_company(
    number: Option<&Resolved<'_, NationalNumber>>,
    country: Option<Country>,
    clinic: &Clinic<'_>,
    found: &mut Diagnostics,
) {
    let Some(number) = number else { return };
    let span = number.origin().span;
    let Some(country) = country else {
        let error = Diagnostic::error("number-without-country", span, say::number_without_country());
        found.push(error.with_help(say::add_country()));
        return;
    };
    if let Err(invalid) = number.get().in_country(country, clinic.countries) {
        report(span, invalid, found);
    }
}

fn report(span: Span, invalid: Invalid, found: &mut Diagnostics) {
    found.push(Diagnostic::error("invalid-value", span, invalid.headline).with_help(invalid.help));
}
