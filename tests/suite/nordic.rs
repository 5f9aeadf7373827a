//! Clinics in several countries: one group of three with three laws and authorities, and new sites for each country.

use std::collections::BTreeMap;
use std::sync::Arc;

use felles::check::State;
use felles::diagnostic::{Diagnostic, Severity};
use felles::model::{Id, TextValue};
use felles::pipeline::coverage;
use felles::source::{SourceTree, embedded};
use felles::starter::{Answers, StarterCountry, StarterLanguage, starter_site};
use jiff::civil::{Date, date};

use crate::fixture::{build_in_memory, build_on, file, lines, site, with};

fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    let bytes = files.get(path).unwrap_or_else(|| panic!("no {path}"));
    // What keeps a number together is no part of it.
    String::from_utf8(bytes.clone()).unwrap().replace(['\u{a0}', '\u{202f}'], " ").replace("&nbsp;", " ")
}

fn check_words(files: &BTreeMap<String, Vec<u8>>, path: &str, has: &[&str], lacks: &[&str]) {
    let page = text(files, path);
    for words in has {
        assert!(page.contains(words), "{path} lacks {words}");
    }
    for words in lacks {
        assert!(!page.contains(words), "{path} has {words}");
    }
}

fn assert_covered(tree: &SourceTree) {
    let covered = coverage(tree, None);
    assert!(!covered.clinics.is_empty());
    for clinic in &covered.clinics {
        for cell in &clinic.cells {
            let place = (&clinic.clinic, clinic.language.as_str(), cell.item);
            assert_ne!(cell.state, State::Missing, "{place:?}");
        }
    }
}

#[test]
fn a_group_in_three_countries_says_what_holds_in_each() {
    let tree = site("nordic");
    let (files, found) = build_in_memory(&tree);
    assert_eq!(lines(&found, &tree), "");
    assert_covered(&tree);
    let check = |path: &str, has: &[&str], lacks: &[&str]| check_words(&files, path, has, lacks);
    check(
        "nordvik-no/personvern/index.html",
        &[
            "812 794 922",
            "55 00 00 00",
            "tel:+4755000000",
            "5003 Bergen",
            "datatilsynet.no",
            "LOV-1999-07-02-64",
        ],
        &["Bergen, Norge", "SFS", "LBK"],
    );
    check(
        "nordvik-se/personuppgifter/index.html",
        &[
            "01234567",
            "Brittiskt företagsnummer",
            "Organisationsnummer",
            "556012-5790",
            "031-12 34 56",
            "tel:+4631123456",
            "411 01 Göteborg",
            "SK9 5AF",
            "Storbritannien",
            "imy.se",
            "SFS 2008:355",
            "https://rkrattsbaser.gov.se/sfst?bet=2008:355",
            "Företrädare i EES:",
            "3 kap. 17 §",
        ],
        &["LOV-", "LBK"],
    );
    check(
        "nordvik-se/en/privacy/index.html",
        &["Company number", "031-12 34 56", "the United Kingdom", "Swedish Authority for Privacy Protection"],
        &["Brittiskt"],
    );
    check(
        "nordvik-dk/privatliv/index.html",
        &[
            "CVR-nummer",
            "29403473",
            "32 57 33 16",
            "tel:+4532573316",
            "8000 Aarhus C",
            "datatilsynet.dk",
            "https://www.retsinformation.dk/eli/lta/2025/275",
            "mindst",
        ],
        &["SFS", "LOV-"],
    );
}

#[test]
fn every_site_of_the_group_is_its_own_original_and_names_its_languages() {
    let (files, _) = build_in_memory(&site("nordic"));
    let check = |path: &str, canonical: &str, languages: &[(&str, &str)]| {
        let page = text(&files, path);
        assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{canonical}\">")), "{path}");
        for (language, address) in languages {
            let link = format!("<link rel=\"alternate\" hreflang=\"{language}\" href=\"{address}\">");
            assert!(page.contains(&link), "{path} lacks {link}");
        }
    };
    let [sv, en] = ["https://nordvik-se.example/personuppgifter/", "https://nordvik-se.example/en/privacy/"];
    let both = [("sv", sv), ("en", en), ("x-default", sv)];
    check("nordvik-se/personuppgifter/index.html", sv, &both);
    check("nordvik-se/en/privacy/index.html", en, &both);
    for (path, language, address) in [
        ("nordvik-no/personvern/index.html", "nb", "https://nordvik-no.example/personvern/"),
        ("nordvik-dk/privatliv/index.html", "da", "https://nordvik-dk.example/privatliv/"),
    ] {
        check(path, address, &[(language, address), ("x-default", address)]);
    }
}

#[test]
fn the_days_of_each_country_are_named_in_its_language() {
    let (files, _) = build_in_memory(&site("nordic"));
    let check = |path: &str, has: &[&str], lacks: &[&str]| check_words(&files, path, has, lacks);
    check("nordvik-no/apningstider/index.html", &["17. mai 2027", "julaften", "andre juledag"], &["6. juni"]);
    check(
        "nordvik-se/oppettider/index.html",
        &["alla helgons dag", "31 oktober 2026", "midsommarafton"],
        &["17 maj"],
    );
    check(
        "nordvik-dk/aabningstider/index.html",
        &["grundlovsdag", "2. juledag", "5. juni 2027"],
        &["grunnlovsdagen"],
    );
    check("nordvik-se/en/hours/index.html", &["All Saints’ Day", "Midsummer Eve"], &["Constitution Day"]);
}

#[test]
fn a_site_says_what_a_country_is_that_the_program_does_not_know() {
    let country = "[phone]\ncode = \"48\"\ndigits = \"9\"\ngroups = [\"3 3 3\"]\n\n[holidays.public]\n\
        new-years-day = \"01-01\"\nmidsummer-day = \"saturday from 06-20\"\n";
    let clinic = "[contacts.general]\nwhat_for.nb = \"Spørsmål\"\nphone = \"123 456 789\"\n\
        visit = { lines = [\"Testowa 1\"], postcode = \"00-001\", town = \"Warszawa\", country = \"PL\" }\n";
    let put = |country: &str| {
        let files = vec![
            file("content/countries/pl.toml", country),
            file("content/clinics/bergen/contacts.toml", clinic),
        ];
        let tree = with(&site("nordic"), files);
        let (pages, found) = build_in_memory(&tree);
        (pages, lines(&found, &tree))
    };
    let (pages, found) = put(country);
    assert!(!found.contains("holidays-unknown") && !found.contains("telephone"), "{found}");
    assert!(text(&pages, "nordvik-no/personvern/index.html").contains("tel:+48123456789"));
    let (_, found) = put("[phone]\ncode = \"48\"\ndigits = \"many\"\nshrot = [\"112\"]\n");
    assert!(found.contains("content/countries/pl.toml:3:10: error[invalid-value]"), "{found}");
    assert!(found.contains("content/countries/pl.toml:4:1: error[unknown-key]"), "{found}");
}

/// When the new sites are made: after their laws were read.
const FOUNDED: Date = date(2026, 12, 1);

/// A new site in which its owner has filled in the facts.
fn new_site(country: StarterCountry, languages: &[StarterLanguage]) -> SourceTree {
    let id = |id: &str| Id::parse(id).unwrap();
    let answers = Answers {
        group: "Fjordhelse",
        clinic: "Nordlys",
        clinic_id: &id("nordlys"),
        brand: "Nordlys",
        brand_id: &id("nordlys"),
        domain: "nordlys.example",
        country,
        languages,
        date: FOUNDED,
    };
    let (number, postcode, town) = match country {
        StarterCountry::Norway => ("812 794 922", "0155", "Oslo"),
        StarterCountry::Sweden => ("556012-5790", "111 22", "Stockholm"),
        StarterCountry::Denmark => ("13585628", "2500", "Valby"),
        StarterCountry::UnitedKingdom => ("01234567", "SK9 5AF", "Wilmslow"),
    };
    let facts = format!(
        "number = \"{number}\"\naddress = {{ lines = [\"Test 1\"], postcode = \"{postcode}\", town = \"{town}\" }}\n"
    );
    let files = starter_site(&answers).into_iter().map(|made| {
        let text = match made.path.as_str() {
            "site.toml" => made.text.replace("draft = true\n", ""),
            path if path.ends_with("nordlys/entities.toml") => format!("{}{facts}", made.text),
            _ => made.text,
        };
        Arc::new(file(&made.path, text))
    });
    SourceTree::of_shared(files.chain(embedded::base_theme().iter().cloned()).collect())
}

fn of<'f>(found: &'f [Diagnostic], code: &str) -> Vec<&'f Diagnostic> {
    found.iter().filter(|finding| finding.code == code).collect()
}

#[test]
fn a_new_site_is_complete_in_each_country_and_language_once_its_facts_are_filled_in() {
    use StarterCountry::{Denmark, Norway, Sweden, UnitedKingdom};
    use StarterLanguage::{Bokmal, Danish, English, Nynorsk, Swedish};
    for (country, language) in
        [(Norway, Bokmal), (Norway, Nynorsk), (Sweden, Swedish), (Denmark, Danish), (UnitedKingdom, English)]
    {
        let tree = new_site(country, &[language]);
        let (files, found) = build_on(&tree, FOUNDED);
        assert_eq!(lines(&found, &tree), "", "{country:?} {language:?}");
        assert!(files.contains_key("nordlys/index.html"));
        assert_covered(&tree);
    }
}

#[test]
fn a_norwegian_law_in_a_new_site_of_another_country_is_found() {
    use StarterCountry::{Denmark, Sweden, UnitedKingdom};
    for country in [Sweden, Denmark, UnitedKingdom] {
        let tree = new_site(country, country.languages());
        let language = country.languages()[0].tag();
        let law = format!(
            "[laws.helsepersonelloven]\ntitle = \"helsepersonelloven\"\nnumber = \"LOV-1999-07-02-64\"\n\
            governs.{language} = \"journal\"\nas_of = 2026-06-01\n"
        );
        let purpose = "[purposes.journal]\nbases = [{ article = \"6(1)(c)\", condition = \"9(2)(h)\", \
            law = \"helsepersonelloven\", section = \"§ 39\" }]\n";
        let clause = "+++\nop = \"append\"\n+++\nVi følger pasientjournalloven.\n";
        let planted = with(
            &tree,
            vec![
                file("content/clinics/nordlys/laws.toml", law),
                file("content/clinics/nordlys/purposes.toml", purpose),
                file(&format!("content/clinics/nordlys/clauses/secrecy.{language}.md"), clause),
            ],
        );
        let (_, found) = build_on(&planted, FOUNDED);
        let found = of(&found, "law-of-another-country");
        let places: Vec<String> = found.iter().map(|finding| planted.place(finding.span)).collect();
        assert_eq!(places.len(), 2, "{country:?}: {places:?}");
        assert!(places.iter().any(|place| place.contains("purposes.toml")), "{places:?}");
        assert!(places.iter().any(|place| place.contains("secrecy")), "{places:?}");
        assert!(found.iter().all(|finding| finding.severity == Severity::Warning));
    }
}
