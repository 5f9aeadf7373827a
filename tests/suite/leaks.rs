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
    assert_eq!(label, "on the page `nordlys-oslo/personvern/index.html`");
}

#[test]
fn a_brand_that_mentions_nobody_there_is_told_so() {
    let findings = findings(
        &[("content/brands/nordlys-oslo.toml", &format!("{BRAND}mentions = [\"nordlys-bergem\"]\n"))],
        1,
    );
    assert_eq!(findings[0].code, "unknown-id");
}
