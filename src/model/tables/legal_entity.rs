use crate::model::choices::choices;
use crate::model::layered::layered;
use crate::model::{Address, CompanyNumber, Countries, Country, Invalid, Line, Text, TextValue};

choices! {
    /// What kind of legal person a controller is.
    EntityKind {
        /// A company.
        Company = "company",
        /// A person in practice on their own.
        Person = "person",
    }
}

layered! {
    /// A legal entity, which can be a controller: `[entities.<id>]`.
    LegalEntity / LegalEntityInput {
        /// Its name in the company register.
        name: required Line,
        /// False if only the trading name is known.
        legal_name_known: optional bool,
        /// Where it is registered.
        country: required Country,
        /// Company or person.
        kind: optional EntityKind,
        /// Its number in the company register, checked by the rule of `country`.
        number: optional NationalNumber,
        /// Whether it is registered for value added tax.
        vat: optional bool,
        /// Its business address.
        address: optional Address,
        /// Its representative in the EEA (GDPR Article 27).
        representative: optional Text,
    }
}

/// A company number as it is written, before its country is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NationalNumber(String);

impl NationalNumber {
    /// The number by the rule of `country`.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn in_country(&self, country: Country, countries: &Countries) -> Result<CompanyNumber, Invalid> {
        CompanyNumber::parse(&self.0, country, countries)
    }
}

impl TextValue for NationalNumber {
    const IS_SHOWN: bool = true;

    /// Any line; [`NationalNumber::in_country`] checks it once the merge has settled the country.
    fn parse(text: &str) -> Result<Self, Invalid> {
        Line::parse(text).map(|line| Self(line.as_str().to_owned()))
    }
}
