//! The names of countries and holidays: built in for the languages of which the program has them,
//! out of the theme for every other one.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::catalogue::content::write_a_text;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::render as say};
use crate::model::reader::listed;
use crate::model::{Country, Entry, Holiday, Invalid, Language, NodeKind, TextValue};
use crate::span::Span;

/// What a theme's language file says in `[countries]` and `[holidays]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    /// The file.
    span: Span,
    countries: BTreeMap<Country, String>,
    holidays: BTreeMap<Holiday, String>,
}

impl Names {
    /// Without any names yet, for the file at `span`.
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

    /// Reports the countries and holidays of which neither the theme nor the program has a name in
    /// `language`.
    pub(super) fn check(
        &self,
        countries: &BTreeSet<Country>,
        holidays: &BTreeSet<Holiday>,
        language: &Language,
        found: &mut Diagnostics,
    ) {
        if language.has_names() {
            return;
        }
        let countries = countries.iter().filter(|country| !self.countries.contains_key(country));
        let holidays = holidays.iter().filter(|holiday| !self.holidays.contains_key(holiday));
        // Holidays in one finding, the same for every brand; which countries are named is each brand's own.
        let countries = countries.map(|country| ("countries", vec![country.code()]));
        let holidays = std::iter::once(("holidays", holidays.map(|holiday| holiday.word()).collect()));
        for (table, keys) in countries.chain(holidays) {
            let Some(first) = keys.first() else { continue };
            let headline = say::names_are_missing(table, &listed(&keys));
            let error = Diagnostic::error("missing-string", self.span, headline);
            found.push(error.with_help(say::add_the_name(table, first)));
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
