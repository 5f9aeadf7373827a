use std::cmp::Ordering;

use super::Language;
use crate::diagnostic::catalogue::values as say;
use crate::model::{Invalid, TextValue};

/// A country, by its ISO 3166-1 code of two letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Country(&'static str);

/// Code, bokmål, nynorsk, English, Swedish, Danish; English with its article, as after "in".
const NAMES: &str = include_str!("countries.tsv");

/// What people write of the countries that clinics deal with, beside a name of the list.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("amerika", "US"),
    ("dansk", "DK"),
    ("deu", "DE"),
    ("dnk", "DK"),
    ("england", "GB"),
    ("fin", "FI"),
    ("gbr", "GB"),
    ("holland", "NL"),
    ("irl", "IE"),
    ("isl", "IS"),
    ("nor", "NO"),
    ("norsk", "NO"),
    ("svensk", "SE"),
    ("swe", "SE"),
    ("uk", "GB"),
];

/// The European Economic Area: the European Union with Iceland, Liechtenstein and Norway.
const EEA: &str = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK";

impl Country {
    /// Norway.
    pub const NORWAY: Self = Self("NO");

    /// The code of two letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0
    }

    /// Whether data sent there stays within the European Economic Area
    /// (GDPR Chapter V asks for nothing then).
    #[must_use]
    pub fn in_eea(self) -> bool {
        EEA.split(' ').any(|code| code == self.0)
    }

    /// The country's name; in English if the language has no list of its own.
    #[must_use]
    pub fn name(self, language: &Language) -> &'static str {
        row(self.code()).and_then(|row| row.split('\t').nth(language.column_of_names())).unwrap_or_default()
    }
}

/// The row of a code; a search by halves, since every row of a table of recipients asks for a country.
fn row(code: &str) -> Option<&'static str> {
    let mut rest = NAMES;
    while !rest.is_empty() {
        let start =
            rest[..rest.floor_char_boundary(rest.len() / 2)].rfind('\n').map_or(0, |newline| newline + 1);
        let row = rest[start..].lines().next()?;
        match row.get(..2)?.cmp(code) {
            Ordering::Equal => return Some(row),
            Ordering::Greater => rest = &rest[..start],
            Ordering::Less => rest = rest[start + row.len()..].trim_start_matches('\n'),
        }
    }
    None
}

impl TextValue for Country {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        if let Some(code) = row(text).and_then(|row| row.get(..2)) {
            return Ok(Self(code));
        }
        let by_name = |row: &&str| row.split('\t').any(|name| name.to_lowercase() == text.to_lowercase());
        let other = OTHER_NAMES.iter().find(|(name, _)| *name == text.to_lowercase()).map(|(_, code)| *code);
        let meant = NAMES.lines().find(by_name).and_then(|row| row.get(..2)).or(other);
        Err(Invalid::new(
            say::not_a_country(text),
            meant.map_or_else(say::write_a_country_code, say::write_it_as),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_by_code_and_named_in_each_language() {
        let norway = Country::parse("NO").unwrap();
        let name = |language: &str| norway.name(&Language::parse(language).unwrap());
        assert_eq!(["nb", "nn", "en", "sv", "da"].map(name), ["Norge", "Noreg", "Norway", "Norge", "Norge"]);
        assert!(norway.in_eea() && !Country::parse("US").unwrap().in_eea());
        assert!(Country::parse("XX").is_err() && Country::parse("no").is_err());
    }

    #[test]
    fn every_code_finds_its_own_row() {
        assert!(NAMES.lines().all(|line| row(&line[..2]) == Some(line)));
        assert_eq!((row("AA"), row("NB"), row("ZZ")), (None, None, None));
    }

    #[test]
    fn every_country_has_its_names() {
        assert!(NAMES.lines().all(|row| row.split('\t').filter(|name| !name.is_empty()).count() == 6));
    }
}
