//! The files of countries: those that the program carries, and a site's own above them.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};

use super::sorted::{ContentFile, unknown_file};
use super::toml::{TomlText, parse_toml, read_toml_file};
use crate::diagnostic::Diagnostics;
use crate::model::{Countries, Country, CountryFacts, LawForm, Reader, TextValue};
use crate::span::{FileId, Span};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/parse/countries");

/// The name of the file that holds the forms of the Union's laws.
const UNION: &str = "eu";

static CARRIED: LazyLock<Arc<Countries>> = LazyLock::new(|| {
    let (countries, found) = read_carried();
    debug_assert!(found.into_sorted().is_empty(), "a test reads these files");
    Arc::new(countries)
});

/// What the program itself knows of countries; read once.
#[must_use]
pub fn carried_countries() -> Arc<Countries> {
    Arc::clone(&CARRIED)
}

fn read_carried() -> (Countries, Diagnostics) {
    let mut found = Diagnostics::new();
    let (mut facts, mut union) = (BTreeMap::new(), Vec::<LawForm>::new());
    let files = FILES.files().filter(|file| file.path().extension().is_some_and(|ending| ending == "toml"));
    for file in files {
        let name = file.path().file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        let text = file.contents_utf8().unwrap_or_default();
        let (root, _) = parse_toml(TomlText { file: FileId(0), text, offset: 0 }, &mut found);
        let read = CountryFacts::read(&root, &mut Reader { languages: &[], found: &mut found });
        match Country::parse(&name.to_uppercase()) {
            Ok(country) => facts.extend(read.map(|read| (country, read))),
            Err(_) if name == UNION => union.extend(read.into_iter().flat_map(|read| read.laws)),
            Err(invalid) => Reader { languages: &[], found: &mut found }.invalid(root.span, invalid),
        }
    }
    (Countries::new(facts, union), found)
}

/// Reads `content/countries/<cc>.toml`, a file each.
pub(super) fn parse_countries(
    files: &[ContentFile<'_>],
    reader: &mut Reader<'_>,
) -> BTreeMap<Country, CountryFacts> {
    let mut all = BTreeMap::new();
    for ContentFile { id, file, rest } in files {
        let Some(name) = rest.strip_suffix(".toml").filter(|name| !name.contains('/')) else {
            let meant = rest.split_once('.').map_or(*rest, |(name, _)| name);
            unknown_file(*id, file, &[&format!("{meant}.toml")], rest, reader.found);
            continue;
        };
        let country = match Country::parse(&name.to_uppercase()) {
            Ok(country) if name.to_lowercase() == name => country,
            Ok(_) => {
                let meant = format!("{}.toml", name.to_lowercase());
                unknown_file(*id, file, &[&meant], rest, reader.found);
                continue;
            }
            Err(invalid) => {
                reader.invalid(Span::start_of(*id), invalid);
                continue;
            }
        };
        let (facts, _) = read_toml_file(*id, file, reader, CountryFacts::read);
        all.extend(facts.map(|facts| (country, facts)));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CompanyNumber, Falls, Holiday, LawId, Phone};
    use jiff::civil::{Date, Weekday, date};

    fn country(code: &str) -> Country {
        Country::parse(code).unwrap()
    }

    #[test]
    fn every_file_that_is_carried_can_be_read() {
        let (countries, found) = read_carried();
        assert_eq!(found.into_sorted(), Vec::new());
        let codes: Vec<&str> = countries.iter().map(|(country, _)| country.code()).collect();
        assert_eq!(codes, ["DE", "DK", "FI", "FR", "GB", "IS", "NO", "SE", "US"]);
    }

    #[test]
    fn numbers_are_read_in_any_spelling_and_printed_in_one() {
        let check = |of: &str, text: &str, expected: Option<(&str, &str)>| {
            let number = Phone::parse(text).and_then(|phone| phone.in_country(country(of), &CARRIED)).ok();
            let read = number.as_ref().map(|number| (number.dialled(), number.shown_in(Some(country(of)))));
            assert_eq!(read, expected, "{of} {text}");
        };
        check("NO", "(0047) 22-50-06-63", Some(("+4722500663", "22 50 06 63")));
        check("NO", "+47 41 47 92 86", Some(("+4741479286", "414 79 286")));
        check("NO", "800 00 000", Some(("+4780000000", "800 00 000")));
        check("NO", "02000", Some(("02000", "02000")));
        check("NO", "116117", Some(("116117", "116 117")));
        check("NO", "113", Some(("113", "113")));
        check("NO", "1881", Some(("1881", "1881")));
        check("NO", "+46 8 123 456 78", Some(("+46812345678", "+46 8 123 456 78")));
        check("NO", "+46 (0)31-12 34 56", Some(("+4631123456", "+46 31 12 34 56")));
        check("NO", "0046 070-123 45 67", Some(("+46701234567", "+46 70 123 45 67")));
        check("NO", "+45 (0)98 14 45 55", Some(("+4598144555", "+45 98 14 45 55")));
        check("NO", "+354 5531234", Some(("+3545531234", "+354 553 1234")));
        check("NO", "+44 (0)20 7946 0018", Some(("+442079460018", "+44 20 7946 0018")));
        check("NO", "+44 161 496 0018", Some(("+441614960018", "+44 161 496 0018")));
        check("NO", "+358 40 123 4567", Some(("+358401234567", "+358 40 123 4567")));
        check("NO", "+1 202 555 0143", Some(("+12025550143", "+1 202 555 0143")));
        check("NO", "+33 1 23 45 67 89", Some(("+33123456789", "+33 1 23 45 67 89")));
        check("SE", "08-123 456 78", Some(("+46812345678", "08-123 456 78")));
        check("SE", "(08) 123 456 78", Some(("+46812345678", "08-123 456 78")));
        check("SE", "070-123 45 67", Some(("+46701234567", "070-123 45 67")));
        check("SE", "1177", Some(("1177", "1177")));
        check("SE", "22 50 06 63", None);
        check("DK", "32 57 33 16", Some(("+4532573316", "32 57 33 16")));
        check("DK", "1813", Some(("1813", "1813")));
        check("DK", "1177", None);
        check("GB", "020 7946 0018", Some(("+442079460018", "020 7946 0018")));
        check("GB", "0161 496 0018", Some(("+441614960018", "0161 496 0018")));
        check("DE", "030 123456", Some(("+4930123456", "030 123456")));
        check("FI", "09 123 4567", Some(("+35891234567", "09 123 4567")));
        check("JP", "3 1234 5678", None);
        for bad in [
            "2250066",
            "12345678",
            "+45 98 14 45 5",
            "+45 098144555 1",
            "+46 8 12",
            "+4 22 33 44 55",
            "+47 0 22 50 06 63",
            "+999 22 50 06 63",
            "ring oss",
            "+47",
            "",
        ] {
            check("NO", bad, None);
        }
    }

    #[test]
    fn company_numbers_follow_the_form_of_their_country() {
        let check = |of: &str, text: &str, expected: Option<&str>| {
            let number = CompanyNumber::parse(text, country(of), &CARRIED).ok();
            assert_eq!(number.as_ref().map(CompanyNumber::grouped), expected, "{of} {text}");
        };
        check("NO", "983219160", Some("983 219 160"));
        check("NO", "812\u{a0}794\u{a0}922 MVA", Some("812 794 922"));
        check("NO", "123456785", Some("123 456 785"));
        for bad in ["123456786", "988077918", "701730495", "12345678", ""] {
            check("NO", bad, None);
        }
        check("DK", "13585628", Some("13585628"));
        check("DK", "13585629", None);
        check("SE", "5560125790", Some("556012-5790"));
        check("SE", "5560125791", None);
        check("FI", "0112038-9", Some("0112038-9"));
        check("FI", "0112038-8", None);
        check("GB", "SC123456", Some("SC123456"));
        check("GB", "1234567", None);
        check("DE", "HRB 12345", Some("HRB 12345"));
        check("DE", "<b>", None);
    }

    #[test]
    fn laws_are_known_by_their_numbers_and_lead_to_their_texts() {
        let check = |number: &str, of: Option<&str>, url: &str| {
            let law = LawId::parse(number).unwrap().among(&CARRIED).unwrap();
            assert_eq!(law.country.map(Country::code), of, "{number}");
            assert_eq!(law.url.map(|url| url.to_string()).as_deref(), Some(url), "{number}");
        };
        check("LOV-2018-06-15-38", Some("NO"), "https://lovdata.no/dokument/NL/lov/2018-06-15-38");
        check("FOR-2019-03-01-168", Some("NO"), "https://lovdata.no/dokument/SF/forskrift/2019-03-01-168");
        check("SFS 2008:355", Some("SE"), "https://rkrattsbaser.gov.se/sfst?bet=2008:355");
        check("LBK nr 289 af 08/03/2024", Some("DK"), "https://www.retsinformation.dk/eli/lta/2024/289");
        check("2018 c. 12", Some("GB"), "https://www.legislation.gov.uk/ukpga/2018/12");
        check("32016R0679", None, "https://eur-lex.europa.eu/legal-content/TXT/?uri=CELEX:32016R0679");
        for bad in ["LOV-2018-06-15", "LOV-2018-13-15-38", "SFS 355", "LBK nr 1 af 31/02/2024", "lov"] {
            assert!(LawId::parse(bad).unwrap().among(&CARRIED).is_err(), "{bad}");
        }
        let help =
            |number: &str| format!("{:?}", LawId::parse(number).unwrap().among(&CARRIED).unwrap_err().help);
        for text in
            ["LOV 1999-07-02-64", "LOV-1999-7-2-64", "https://lovdata.no/dokument/NL/lov/1999-07-02-64"]
        {
            assert!(help(text).contains("`LOV-1999-07-02-64`"), "{text}");
        }
    }

    #[test]
    fn postcodes_follow_the_form_of_their_country() {
        let check = |of: &str, text: &str, expected: Option<&str>| {
            let form = CARRIED.of(country(of)).and_then(|facts| facts.address.clone()).unwrap();
            assert_eq!(form.postcode(text, of).as_deref(), expected, "{of} {text}");
        };
        check("NO", "0369", Some("0369"));
        check("NO", "N-0369", None);
        check("NO", "0000", None);
        check("SE", "11122", Some("111 22"));
        check("SE", "SE-111 22", Some("111 22"));
        check("DK", "2500", Some("2500"));
        check("GB", "sk9 5af", Some("SK9 5AF"));
        check("GB", "EC1A1BB", Some("EC1A 1BB"));
        check("GB", "SK9", None);
        check("IS", "101", Some("101"));
    }

    fn day_of(of: &str, holiday: Holiday, year: i16) -> Date {
        CARRIED.holidays_of(country(of)).unwrap().in_year(holiday, year).unwrap()
    }

    #[test]
    fn easter_and_what_follows_it_fall_where_the_almanac_has_them() {
        use Holiday::{AllSaintsDay, AscensionDay, ConstitutionDay, EasterSunday, MidsummerDay, WhitMonday};
        for (year, month, day) in
            [(2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2028, 4, 16), (2029, 4, 1), (2030, 4, 21)]
        {
            assert_eq!(day_of("NO", EasterSunday, year), date(year, month, day));
        }
        assert_eq!(day_of("NO", AscensionDay, 2027), date(2027, 5, 6));
        assert_eq!(day_of("NO", WhitMonday, 2027), day_of("NO", ConstitutionDay, 2027));
        assert_eq!(day_of("DK", ConstitutionDay, 2027), date(2027, 6, 5));
        assert_eq!(day_of("SE", MidsummerDay, 2026), date(2026, 6, 20));
        assert_eq!(day_of("SE", Holiday::MidsummerEve, 2027), date(2027, 6, 25));
        assert_eq!(day_of("SE", AllSaintsDay, 2026), date(2026, 10, 31));
        assert_eq!(day_of("SE", AllSaintsDay, 2027), date(2027, 11, 6));
    }

    #[test]
    fn every_year_that_a_date_can_have_has_its_holidays() {
        let edges = [Date::MIN.year(), -1, 0, 1, 2199, Date::MAX.year()];
        for (year, code) in
            edges.into_iter().flat_map(|year| ["NO", "SE", "DK", "FI"].map(|code| (year, code)))
        {
            let calendar = CARRIED.holidays_of(country(code)).unwrap();
            for holiday in calendar.known() {
                let day = calendar.in_year(holiday, year).unwrap();
                assert!(calendar.on(day).any(|on| on == holiday), "{holiday:?} {year}");
            }
        }
        for year in Date::MIN.year()..=Date::MAX.year() {
            assert_eq!(day_of("NO", Holiday::EasterSunday, year).weekday(), Weekday::Sunday, "{year}");
        }
    }

    #[test]
    fn a_rule_for_a_day_is_read_or_refused() {
        assert_eq!(Falls::parse("easter-3"), Ok(Falls::AfterEaster(-3)));
        assert_eq!(Falls::parse("monday from 05-01"), Ok(Falls::FirstFrom(Weekday::Monday, 5, 1)));
        for bad in ["", "easter+x", "13-01", "02-30", "someday from 05-01", "monday from"] {
            assert!(Falls::parse(bad).is_err(), "{bad}");
        }
    }
}
