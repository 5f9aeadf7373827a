//! What brands and layers are called, and how they are reached.

use crate::model::{
    AboutInput, Brand, ClinicInput, Countries, Country, Domain, LayerContent, Phone, ProcessorInput,
    RecipientContact, Said, TableEntry, TextValue,
};

/// What a name is to its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IdentityKind {
    /// A name.
    Name,
    /// A name of times past.
    FormerName,
    /// A domain.
    Domain,
    /// A domain of times past.
    FormerDomain,
    /// An e-mail address, in this role.
    Email(String),
    /// A telephone number, in this role.
    Phone(String),
    /// A number in the company register.
    CompanyNumber,
    /// Another owner's name, which may hold one of ours.
    Other,
}

impl IdentityKind {
    /// Whether it is a name in words.
    #[must_use]
    pub fn is_name(&self) -> bool {
        matches!(self, Self::Name | Self::FormerName | Self::Other)
    }

    /// Whether it is what a brand or a clinic is called today.
    pub(super) fn is_own_name(&self) -> bool {
        *self == Self::Name
    }

    /// Whether it is made of digits, which are grouped in many ways.
    pub(super) fn is_number(&self) -> bool {
        matches!(self, Self::Phone(_) | Self::CompanyNumber)
    }
}

/// A name and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Identity {
    pub kind: IdentityKind,
    /// As it is shown to people.
    pub text: String,
    /// How else it is written: with a country code, in the form that DNS holds.
    pub also: Vec<String>,
}

impl Identity {
    fn new(kind: IdentityKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), also: Vec::new() }
    }

    fn domain(kind: IdentityKind, domain: &Domain) -> Self {
        Self { also: vec![domain.ascii().to_owned()], ..Self::new(kind, domain.shown()) }
    }
}

/// What a brand is called.
pub(super) fn of_brand(brand: &Brand) -> Vec<Identity> {
    let domains = std::iter::once(&brand.domain).chain(&brand.aliases);
    let also = brand
        .names
        .also
        .iter()
        .map(|name| named(name.value.as_str(), IdentityKind::Name, IdentityKind::Domain));
    brand
        .name
        .value
        .all()
        .map(|name| Identity::new(IdentityKind::Name, name))
        .chain(domains.map(|domain| Identity::domain(IdentityKind::Domain, &domain.value)))
        .chain(also)
        .collect()
}

/// What a brand was called.
pub(super) fn of_brands_past(brand: &Brand) -> Vec<Identity> {
    let former = brand.names.former.iter();
    former
        .map(|name| named(name.value.as_str(), IdentityKind::FormerName, IdentityKind::FormerDomain))
        .collect()
}

fn named(text: &str, name: IdentityKind, domain: IdentityKind) -> Identity {
    match Domain::parse(text) {
        Ok(parsed) => Identity::domain(domain, &parsed),
        Err(_) => Identity::new(name, text),
    }
}

/// What a clinic is called, and what its own layer says.
pub(super) fn of_clinic(clinic: &ClinicInput, countries: &Countries) -> Vec<Identity> {
    let names = clinic.layer.settings.name.iter().flat_map(|name| name.value.all());
    names
        .map(|name| Identity::new(IdentityKind::Name, name))
        .chain(of_layer(&clinic.layer, countries))
        .collect()
}

/// All that a layer names, and how they are reached.
pub(super) fn of_layer(layer: &LayerContent, countries: &Countries) -> Vec<Identity> {
    let mut identities = Vec::new();
    let home =
        fields(&layer.entities).find_map(|(_, entity)| entity.country.as_ref()).map(|found| found.value);
    if let Some(about) = &layer.about {
        identities.extend(of_group(&about.value));
    }
    for (_, entity) in fields(&layer.entities) {
        identities
            .extend(entity.name.iter().map(|name| Identity::new(IdentityKind::Name, name.value.as_str())));
        let country = entity.country.as_ref().map(|country| country.value);
        let number = entity.number.as_ref().zip(country);
        let number = number.and_then(|(number, country)| number.value.in_country(country, countries).ok());
        identities.extend(number.map(|number| Identity {
            also: vec![number.compact().to_owned()],
            ..Identity::new(IdentityKind::CompanyNumber, number.grouped())
        }));
    }
    for (role, contact) in fields(&layer.contacts) {
        let email = contact.email.as_ref().map(|email| Identity {
            also: vec![email.value.linked()],
            ..Identity::new(IdentityKind::Email(role.to_owned()), email.value.shown())
        });
        identities.extend(email);
        let mut addresses = [contact.visit.as_ref(), contact.postal.as_ref()].into_iter().flatten();
        let country = addresses.find_map(|address| address.value.country).or(home);
        let country = country.unwrap_or(Country::NORWAY);
        identities
            .extend(contact.phone.as_ref().map(|phone| of_phone(role, &phone.value, country, countries)));
        identities
            .extend(contact.url.as_ref().map(|url| Identity::new(IdentityKind::Other, url.value.as_str())));
    }
    for (_, processor) in fields(&layer.processors) {
        identities.extend(of_processor(processor));
    }
    identities
}

fn of_group(about: &AboutInput) -> Vec<Identity> {
    let name = about
        .name
        .iter()
        .flat_map(|name| name.value.all())
        .map(|name| Identity::new(IdentityKind::Name, name));
    let authority = about.authority.iter().flat_map(|authority| authority.value.name.all());
    name.chain(authority.map(|name| Identity::new(IdentityKind::Other, name))).collect()
}

fn of_phone(role: &str, phone: &Phone, country: Country, countries: &Countries) -> Identity {
    let kind = IdentityKind::Phone(role.to_owned());
    let Ok(number) = phone.in_country(country, countries) else {
        return Identity::new(kind, phone.digits());
    };
    let shown = number.shown_in(Some(country));
    let e164 = number.dialled().trim_start_matches('+');
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    // Another country's number is printed with its code, so the first two are the same.
    let also = vec![digits(shown), e164.to_owned(), format!("00{e164}")];
    Identity { also, ..Identity::new(kind, shown) }
}

/// A recipient belongs to no brand; its name may hold a brand's, which is not a leak if it is listed.
fn of_processor(processor: &ProcessorInput) -> Vec<Identity> {
    let name = processor.name.iter().flat_map(|name| name.value.all()).map(str::to_owned);
    let contact = processor.contact.as_ref().map(|contact| match &contact.value {
        RecipientContact::Email(email) => email.shown(),
        RecipientContact::Url(url) => url.as_str().to_owned(),
    });
    name.chain(contact).map(|text| Identity::new(IdentityKind::Other, text)).collect()
}

/// What is said under each id; removals say nothing.
fn fields<I>(table: &[TableEntry<I>]) -> impl Iterator<Item = (&str, &I)> {
    table.iter().filter_map(|entry| match &entry.said {
        Said::Fields(input) => Some((entry.id.as_str(), input)),
        Said::Removal { .. } => None,
    })
}
