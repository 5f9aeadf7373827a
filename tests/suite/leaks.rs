//! Names and addresses on the pages of others: what is said of them, and of whom.

use felles::diagnostic::{Diagnostic, MessageLanguage};

use crate::fixture::{build_in_memory, file, lines, site, with};

const BRAND: &str =
    "name = \"Nordlys Oslo\"\ndomain = \"nordlys-oslo.example\"\nclinics = [\"nordlys-oslo\"]\n";

/// The findings of the site with these files.
#[track_caller]
fn findings(files: &[(&str, &str)], expected: usize) -> Vec<Diagnostic> {
    let tree = with(&site("nordlys"), files.iter().map(|(path, text)| file(path, *text)).collect());
    let findings = build_in_memory(&tree).1;
    assert_eq!(findings.len(), expected, "{}", lines(&findings, &tree));
    findings
}

#[test]
fn an_inherited_text_is_one_finding_that_names_all_clinics() {
    let brand = format!("{BRAND}[names]\nformer = [\"Oslo Smerteklinikk\"]\n");
    let clause = "# Klage\n\nOslo\u{a0}Smerteklinikks pasienter kan klage.\n";
    let tree = site("nordlys");
    let (_, source) = tree.find("content/group/clauses/complaint.nb.md").unwrap();
    let front = source.text.split("# ").next().unwrap();
    let findings = findings(
        &[
            ("content/brands/nordlys-oslo.toml", &brand),
            ("content/group/clauses/complaint.nb.md", &format!("{front}{clause}")),
        ],
        1,
    );
    assert_eq!(findings[0].clinics.iter().collect::<Vec<_>>(), ["nordlys-bergen", "nordlys-oslo"]);
}

#[test]
fn the_help_names_the_placeholder_and_how_to_allow_it() {
    let clause = "+++\nop = \"append\"\n+++\nNordlys Bergen og post@nordlys-bergen.example.\n";
    let contacts = "[contacts.booking]\nwhat_for = \"x\"\nemail = \"post@nordlys-bergen.example\"\n";
    let findings = findings(
        &[
            ("content/clinics/nordlys-bergen/contacts.toml", contacts),
            ("content/clinics/nordlys-oslo/clauses/what-we-collect.nb.md", clause),
        ],
        2,
    );
    let help = |finding: &Diagnostic| {
        finding.help.as_ref().unwrap().in_language(MessageLanguage::English).to_owned()
    };
    assert_eq!(
        help(&findings[0]),
        "write `{{ clinic.name }}` / `{{ brand.name }}`, or add `mentions = [\"nordlys-bergen\"]` to the site's file in `content/brands/` if it is meant"
    );
    assert!(help(&findings[1]).starts_with("write `{{ contacts.booking.email }}`, or add"));
    let label = findings[0].label.as_ref().unwrap().in_language(MessageLanguage::English);
    assert_eq!(label, "on the site `nordlys-oslo`");
}

#[test]
fn a_brand_that_mentions_nobody_there_is_told_so() {
    let findings = findings(
        &[("content/brands/nordlys-oslo.toml", &format!("{BRAND}mentions = [\"nordlys-bergem\"]\n"))],
        1,
    );
    assert_eq!(findings[0].code, "unknown-id");
}

/// The other brand, with names of many kinds.
const OTHER: &str = "name = \"Nordlys Bergen\"\ndomain = \"nordlys-bergen.example\"\naliases = [\"www.nordlys-bergen.example\"]\n\
    clinics = [\"nordlys-bergen\"]\n[names]\nalso = [\"Migrene-klinikken\", \"DermaMediSpa\", \"MedBeauty\", \"Bontox\", \
    \"Smertespesialistene Colosseum\", \"Akutt\", \"Klinikken\"]\n";

/// What is found of names and addresses where `text` stands as a clause, a description, a notice and a string of the theme.
#[track_caller]
fn planted(text: &str, codes: &[&str]) {
    let clause = format!("+++\nop = \"append\"\n+++\nHer er det.\n\nVi viser til {text} her.\n");
    let processor = format!(
        "[processors.letters]\nname = \"Brevhuset AS\"\nwhat_for.nb = \"Sender brev\"\nwhat_for.en = \"For {text}.\"\n\
         data.nb = \"Navn\"\ndata.en = \"Name\"\ncountry = \"NO\"\n"
    );
    let notice =
        format!("+++\nfrom = 2026-06-01\nuntil = 2026-07-31\n+++\n# Stengt\n\nVi viser til {text} her.\n");
    let theme = format!("# Tekster.\nskip_to_content = \"Hopp til {text}\"\n");
    let places = [
        ("content/clinics/nordlys-oslo/clauses/what-we-collect.nb.md", clause, 6),
        ("content/clinics/nordlys-oslo/processors.toml", processor, 4),
        ("content/clinics/nordlys-oslo/notices/summer.nb.md", notice, 7),
        ("themes/nordlys/strings/nb.toml", theme, 2),
    ];
    let other = ("content/brands/nordlys-bergen.toml", OTHER);
    let contacts = (
        "content/clinics/nordlys-bergen/contacts.toml",
        "[contacts.booking]\nphone = \"55 00 00 00\"\nemail = \"time@nordlys-bergen.example\"\n",
    );
    // TOML is no HTML: `&shy;` stands there for itself.
    let reads_html = |path: &str| path.rsplit('.').next() == Some("md");
    for (path, source, line) in places.into_iter().filter(|place| !text.contains('&') || reads_html(place.0))
    {
        let files = [other, contacts, (path, source.as_str())].map(|(path, text)| file(path, text));
        let tree = with(&site("nordlys"), files.into());
        let mut findings = build_in_memory(&tree).1;
        findings.retain(|finding| finding.code.starts_with("foreign-"));
        let found: Vec<(&str, &str, usize)> = findings
            .iter()
            .map(|finding| {
                let source = tree.file(finding.span.file);
                let line = source.text[..finding.span.range().start].matches('\n').count() + 1;
                (finding.code.as_ref(), source.path.as_str(), line)
            })
            .collect();
        let expected: Vec<_> = codes.iter().map(|code| (*code, path, line)).collect();
        assert_eq!(found, expected, "{text}\n{}", lines(&findings, &tree));
    }
}

#[test]
fn a_name_is_found_in_each_spelling_at_the_line_that_has_it() {
    for name in [
        "migrene-klinikken",
        "Migrene-klinikkens pasienter",
        "Migreneklinikken",
        "Migrene klinikken",
        "MIGRENEKLINIKKEN",
        "DermaMedi-Spa",
        "Derma Medi Spa",
        "dermamedispas pasienter",
        "medbeautys pasienter",
        "Bon&shy;tox",
        "Bon\u{ad}tox",
        "Bon\u{200b}tox",
        "Smertespesialistene",
        "nordlys-bergen",
    ] {
        planted(name, &["foreign-brand-name"]);
    }
}

#[test]
fn a_number_and_an_address_are_found_however_they_are_written() {
    for address in [
        "55–00–00–00",
        "55\u{a0}00\u{2011}00.00",
        "5500.0000",
        "+47 · 55 — 00 — 00 — 00",
        "TIME@nordlys-bergen.example",
        "https://www.nordlys-bergen.example/time",
    ] {
        planted(address, &["foreign-contact"]);
    }
}

#[test]
fn an_ordinary_word_is_no_name() {
    for words in ["klinikken", "akutt sykdom", "bontox", "smertespesialistene våre", "derma, medi og spa"] {
        planted(words, &[]);
    }
}

#[test]
fn what_no_page_shows_is_found_in_the_data() {
    let processor = "[processors.letters]\nname = \"Brevhuset AS\"\nwhat_for.nb = \"Sender brev\"\n\
        what_for.en = \"Letters to Nordlys Bergen\"\ndata.nb = \"Navn\"\ndata.en = \"Name\"\ncountry = \"NO\"\n";
    let nothing = "{# Ingen tabell. #}\n";
    let tree = with(
        &site("nordlys"),
        vec![
            file("content/clinics/nordlys-oslo/processors.toml", processor),
            file("themes/nordlys/templates/parts/table_processors.html", nothing),
            file("themes/nordlys/templates/parts/answer_processors.html", nothing),
        ],
    );
    let mut findings = build_in_memory(&tree).1;
    findings.retain(|finding| finding.code == "foreign-brand-name");
    assert_eq!(findings.len(), 1, "{}", lines(&findings, &tree));
    assert_eq!(
        tree.file(findings[0].span.file).path.as_str(),
        "content/clinics/nordlys-oslo/processors.toml"
    );
    let label = findings[0].label.as_ref().unwrap().in_language(MessageLanguage::English);
    assert_eq!(label, "on the site `nordlys-oslo`");
}

#[test]
fn a_finding_in_a_text_names_the_clinics_that_have_it() {
    let of = |path: &str, text: &str| {
        let tree = with(&site("nordlys"), vec![file(path, text)]);
        let outcome = felles::pipeline::build(
            &tree,
            felles::pipeline::BuildOptions { date: crate::fixture::DATE },
            &felles::pipeline::NoSink,
        );
        let (id, _) = tree.find(path).unwrap();
        let finding = outcome.findings.into_iter().find(|finding| finding.span.file == id).unwrap();
        (finding.clinics.into_iter().collect::<Vec<_>>(), outcome.unused_texts.contains(&id))
    };
    let consent = "# Klage\n\nVed å bruke nettstedet samtykker du.\n";
    // The group's text on complaints is everybody's, Bergen writes anew how long, and Oslo alone has the profile.
    let complaint = format!("+++\nsatisfies = [\"13(2)(d)\", \"77\"]\n+++\n{consent}");
    assert_eq!(of("content/group/clauses/complaint.nb.md", &complaint), (vec![], false));
    let how_long = format!("+++\ntable = \"retention\"\n+++\n{consent}");
    assert_eq!(
        of("content/group/clauses/how-long.nb.md", &how_long),
        (vec!["nordlys-oslo".to_owned()], false)
    );
    assert_eq!(of("content/profiles/unused/clauses/complaint.nb.md", consent), (vec![], true));
}
