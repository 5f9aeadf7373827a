//! The names of countries and holidays: built in for bokmål, nynorsk and English, out of the theme for every other language.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::catalogue::content::write_a_text;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::render as say};
use crate::hours::timetables;
use crate::merge::Clinic;
use crate::model::{Country, Entry, Holiday, Invalid, Language, NodeKind, TextValue};
use crate::span::Span;

/// The languages whose names are built in.
const BUILT_IN: [&str; 3] = ["nb", "nn", "en"];

/// What a theme's language file says in `[countries]` and `[holidays]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    /// The file.
    span: Span,
    countries: BTreeMap<Country, String>,
    holidays: BTreeMap<Holiday, String>,
}

impl Names {
    /// None, in the file at `span`.
    pub(super) fn new(span: Span) -> Self {
        Self { span, countries: BTreeMap::new(), holidays: BTreeMap::new() }
    }

    /// Reads `[countries]`, by the codes of ISO 3166.
    pub(super) fn read_countries(&mut self, entries: &[Entry], found: &mut Diagnostics) {
        self.countries = names(entries, found);
    }

    /// Reads `[holidays]`, by the words of `hours.toml`.
    pub(super) fn read_holidays(&mut self, entries: &[Entry], found: &mut Diagnostics) {
        self.holidays = names(entries, found);
    }

    /// The theme's name of a country, else the one that is built in.
    pub(super) fn country(&self, country: Country, language: &Language) -> &str {
        self.countries.get(&country).map_or_else(|| country.name(language), String::as_str)
    }

    /// The theme's name of a holiday, else the one that is built in.
    pub(super) fn holiday(&self, holiday: Holiday, language: &Language) -> &str {
        self.holidays.get(&holiday).map_or_else(|| holiday.name(language), String::as_str)
    }

    /// Reports what a clinic's pages name and the theme does not, in a language that has no names built in.
    pub(super) fn check(&self, clinic: &Clinic<'_>, language: &Language, found: &mut Diagnostics) {
        if BUILT_IN.contains(&language.as_str()) {
            return;
        }
        let mut lacks = |table: &str, key: &str| {
            let error = Diagnostic::error("missing-string", self.span, say::name_is_missing(table, key));
            found.push(error.with_help(say::add_the_name(table, key)));
        };
        for country in countries(clinic).iter().filter(|country| !self.countries.contains_key(country)) {
            lacks("countries", country.code());
        }
        for holiday in holidays(clinic).iter().filter(|holiday| !self.holidays.contains_key(holiday)) {
            lacks("holidays", holiday.word());
        }
    }
}

fn names<K: TextValue + Ord>(entries: &[Entry], found: &mut Diagnostics) -> BTreeMap<K, String> {
    let mut names = BTreeMap::new();
    for entry in entries {
        match (K::parse(&entry.key.value), &entry.value.kind) {
            (Ok(key), NodeKind::Text(name)) => drop(names.insert(key, name.clone())),
            (Ok(_), _) => {
                let headline = say::string_is_no_text(&entry.key.value);
                found.push(
                    Diagnostic::error("wrong-type", entry.value.span, headline).with_help(write_a_text()),
                );
            }
            (Err(Invalid { headline, help }), _) => {
                found.push(Diagnostic::error("invalid-value", entry.key.span, headline).with_help(help));
            }
        }
    }
    names
}

/// The countries that a clinic's tables and addresses name. An address in Norway does not say so.
fn countries(clinic: &Clinic<'_>) -> BTreeSet<Country> {
    let entities = clinic.entities.rows.iter().map(|entity| *entity.country.get());
    let processors = clinic.processors.rows.iter();
    let processors = processors.filter_map(|processor| Some(*processor.country.as_ref()?.get()));
    let contacts = clinic.contacts.rows.iter().flat_map(|contact| [&contact.visit, &contact.postal]);
    let addresses = contacts.chain(clinic.entities.rows.iter().map(|entity| &entity.address));
    let addresses = addresses.flatten().map(|address| address.get().country);
    let abroad = addresses.filter(|country| *country != Country::NORWAY);
    entities.chain(processors).chain(abroad).collect()
}

/// The holidays that a clinic's hours can name.
fn holidays(clinic: &Clinic<'_>) -> BTreeSet<Holiday> {
    let countries: BTreeSet<Country> =
        timetables(clinic).iter().filter_map(|timetable| timetable.country).collect();
    countries.into_iter().flat_map(Holiday::known_in).collect()
}
