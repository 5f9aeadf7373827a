//! What is true of a country whoever writes of it: its numbers, addresses, holidays, laws and authorities.
//!
//! The program carries a file for each country that clinics of the north deal with; `content/countries/` may
//! say more, key by key.

mod address_form;
mod company_number_form;
mod holiday_calendar;
mod law_form;
mod number_pattern;
mod number_plan;

use std::collections::BTreeMap;

pub use address_form::AddressForm;
pub use company_number_form::CompanyNumberForm;
pub use holiday_calendar::{Falls, HolidayCalendar};
pub use law_form::LawForm;
pub(super) use number_pattern::{DigitGroups, NumberPattern, grouped};
pub use number_plan::NumberPlan;

use super::{Country, Language, Line, Node, NodeKind, Period, Reader, TableReader, TextValue, Value, WebUrl};
use crate::diagnostic::catalogue::{content, values as say};
use crate::span::Located;

/// What is known of one country. Anything may be unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CountryFacts {
    /// Its official languages, the most usual first.
    pub languages: Vec<Language>,
    /// The number that is called in a medical emergency.
    pub emergency: Option<String>,
    /// From which age on a child consents to services on the web by itself (GDPR Article 8).
    pub consent_age: Option<u8>,
    /// The authorities that hear complaints under the GDPR.
    pub authorities: Vec<CountryAuthority>,
    /// Who hears complaints about patient records.
    pub record_complaints: Option<CountryAuthority>,
    /// How companies are numbered.
    pub company_number: Option<CompanyNumberForm>,
    /// How telephones are numbered.
    pub phone: Option<NumberPlan>,
    /// How addresses are written.
    pub address: Option<AddressForm>,
    /// Public holidays and customary eves.
    pub holidays: Option<HolidayCalendar>,
    /// How laws are numbered, and where they are read.
    pub laws: Vec<LawForm>,
    /// How long patient records are kept at least, if a law says so.
    pub journal: Option<JournalRule>,
}

/// An authority of a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryAuthority {
    /// What it is called, by language.
    pub name: NamesByLanguage,
    /// Its page for complaints.
    pub url: WebUrl,
    /// Its postal address, line by line.
    pub postal: Vec<String>,
}

/// The least time that patient records are kept, by law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JournalRule {
    /// At least.
    pub at_least: Period,
}

/// A name for each of some languages, be they languages of the site or not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NamesByLanguage(BTreeMap<Language, String>);

impl NamesByLanguage {
    /// The name in a language, else in English, else in the first that there is.
    #[must_use]
    pub fn in_language(&self, language: &Language) -> Option<&str> {
        let english = || self.0.iter().find(|(known, _)| known.as_str() == "en").map(|(_, name)| name);
        self.0.get(language).or_else(english).or_else(|| self.0.values().next()).map(String::as_str)
    }
}

impl Value for NamesByLanguage {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let NodeKind::Table(entries) = &node.kind else {
            reader.wrong_kind(node, content::write_a_text_or_one_for_each_language());
            return None;
        };
        let mut names = BTreeMap::new();
        for entry in entries {
            match Language::parse(&entry.key.value) {
                Ok(language) => {
                    let name = Line::read(&entry.value, reader);
                    names.extend(name.map(|name| (language, name.as_str().to_owned())));
                }
                Err(invalid) => reader.invalid(entry.key.span, invalid),
            }
        }
        Some(Self(names))
    }
}

impl Value for CountryAuthority {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = TableReader::open(node, reader)?;
        let (name, url) = (table.required::<NamesByLanguage>("name"), table.required::<WebUrl>("url"));
        let postal = table.field::<Vec<Located<Line>>>("postal");
        table.finish(&[]);
        let line = |line: Located<Line>| line.as_str().to_owned();
        let postal = postal.map(|postal| postal.value.into_iter().map(line).collect()).unwrap_or_default();
        Some(Self { name: name?.value, url: url?.value, postal })
    }
}

impl Value for JournalRule {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = TableReader::open(node, reader)?;
        let at_least = table.required::<Period>("at_least");
        table.finish(&[]);
        Some(Self { at_least: at_least?.value })
    }
}

impl CountryFacts {
    /// Reads the file of a country.
    pub fn read(root: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        fn plain<T>(list: Option<Located<Vec<Located<T>>>>) -> Vec<T> {
            list.into_iter().flat_map(|list| list.value).map(|item| item.value).collect()
        }
        let mut table = TableReader::open(root, reader)?;
        let facts = Self {
            languages: plain(table.field("languages")),
            emergency: table.field::<NumberPattern>("emergency").map(|number| number.value.to_string()),
            consent_age: table.node("consent_age").and_then(|node| whole_number(node, table.reader())),
            authorities: plain(table.field("authorities")),
            record_complaints: table.field("record_complaints").map(|found| found.value),
            company_number: table.field("company_number").map(|found| found.value),
            phone: table.field("phone").map(|found| found.value),
            address: table.field("address").map(|found| found.value),
            holidays: table.field("holidays").map(|found| found.value),
            laws: plain(table.field("laws")),
            journal: table.field("journal").map(|found| found.value),
        };
        table.finish(&[]);
        Some(facts)
    }

    /// What is said here, and `below` for all that is not.
    #[must_use]
    pub fn over(self, below: &Self) -> Self {
        fn list<T: Clone>(own: Vec<T>, below: &[T]) -> Vec<T> {
            if own.is_empty() { below.to_vec() } else { own }
        }
        Self {
            languages: list(self.languages, &below.languages),
            emergency: self.emergency.or_else(|| below.emergency.clone()),
            consent_age: self.consent_age.or(below.consent_age),
            authorities: list(self.authorities, &below.authorities),
            record_complaints: self.record_complaints.or_else(|| below.record_complaints.clone()),
            company_number: self.company_number.or_else(|| below.company_number.clone()),
            phone: self.phone.or_else(|| below.phone.clone()),
            address: self.address.or_else(|| below.address.clone()),
            holidays: self.holidays.or_else(|| below.holidays.clone()),
            laws: list(self.laws, &below.laws),
            journal: self.journal.or(below.journal),
        }
    }
}

/// A small whole number without quotes.
fn whole_number(node: &Node, reader: &mut Reader<'_>) -> Option<u8> {
    let number = match &node.kind {
        NodeKind::Number(number) => number.parse().ok(),
        _ => None,
    };
    if number.is_none() {
        reader.wrong_kind(node, content::write_a_whole_number());
    }
    number
}

/// All countries of which something is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Countries {
    facts: BTreeMap<Country, CountryFacts>,
    /// How the European Union numbers its laws.
    union: Vec<LawForm>,
}

/// The country or union whose law a number names, and where it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberedLaw {
    /// The country; None for the European Union.
    pub country: Option<Country>,
    /// The official text.
    pub url: Option<WebUrl>,
}

impl Countries {
    /// Countries, each with what is known of it, and the forms of the Union's laws.
    #[must_use]
    pub fn new(facts: BTreeMap<Country, CountryFacts>, union: Vec<LawForm>) -> Self {
        Self { facts, union }
    }

    /// The same with what a site's own files say above it.
    #[must_use]
    pub fn with(&self, own: &BTreeMap<Country, CountryFacts>) -> Self {
        let mut all = self.clone();
        for (country, facts) in own {
            let below = all.facts.entry(*country).or_default();
            *below = facts.clone().over(below);
        }
        all
    }

    /// What is known of a country.
    #[must_use]
    pub fn of(&self, country: Country) -> Option<&CountryFacts> {
        self.facts.get(&country)
    }

    /// The countries of which something is known, in the order of their codes.
    pub fn iter(&self) -> impl Iterator<Item = (Country, &CountryFacts)> {
        self.facts.iter().map(|(country, facts)| (*country, facts))
    }

    /// The holidays of a country, if they are known.
    #[must_use]
    pub fn holidays_of(&self, country: Country) -> Option<&HolidayCalendar> {
        self.of(country)?.holidays.as_ref()
    }

    /// The plan of the numbers behind a code of calls from abroad, and a country that has it.
    #[must_use]
    pub fn plan_behind(&self, code: &str) -> Option<(Country, &NumberPlan)> {
        let plans = self.iter().filter_map(|(country, facts)| Some((country, facts.phone.as_ref()?)));
        plans.into_iter().find(|(_, plan)| plan.code() == code)
    }

    /// The law that a number names, if a known country or the Union numbers laws so.
    #[must_use]
    pub fn law(&self, number: &str) -> Option<NumberedLaw> {
        let forms = |forms: &[LawForm]| forms.iter().find_map(|form| form.reads(number));
        let of_country = self.iter().find_map(|(country, facts)| {
            Some(NumberedLaw { country: Some(country), url: forms(&facts.laws)?.url })
        });
        of_country.or_else(|| Some(NumberedLaw { country: None, url: forms(&self.union)?.url }))
    }

    /// How a country numbers its laws, for a help: `SFS 2008:355`.
    #[must_use]
    pub fn law_forms(&self) -> Vec<&str> {
        self.iter().flat_map(|(_, facts)| &facts.laws).chain(&self.union).map(LawForm::example).collect()
    }
}

/// Reads a value of a country's file out of one text, with what is wrong and what is right.
pub(super) fn unreadable(text: &str, example: &str) -> super::Invalid {
    super::Invalid::new(say::not_a_fact_of_a_country(text), say::write_it_like(example))
}
