//! A broken copy of a small site: every planted fault is reported once, where it is, in words that read well.
//!
//! `tests/sites/broken` is `tests/sites/nordlys` with the faults of [`PLANTED`]. The reports are in its folder `reports`;
//! `SNAPSHOTS=overwrite` writes them again, and then they are to be read.
#![expect(clippy::disallowed_methods, reason = "the command is run on a copy on the disk")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use felles::diagnostic::MessageLanguage;
use felles::report::{Colours, draw};

use crate::fixture::{build_in_memory, folder, lines, site};

/// File, line and code of every fault in the broken site.
const PLANTED: &[(&str, usize, &str)] = &[
    ("content/brands/nordlys-bergen.toml", 3, "unknown-key"),
    ("content/brands/nordlys-oslo.toml", 3, "duplicate-domain"),
    ("content/clinics/nordlys-bergen/clauses/how-long.nb.md", 1, "front-matter"),
    ("content/clinics/nordlys-bergen/clinic.toml", 2, "unknown-id"),
    ("content/clinics/nordlys-bergen/clinic.toml", 4, "invalid-value"),
    ("content/clinics/nordlys-bergen/contacts.toml", 2, "wrong-type"),
    ("content/clinics/nordlys-bergen/laws.toml", 2, "toml-syntax"),
    ("content/clinics/nordlys-bergen/policy.toml", 1, "unknown-file"),
    ("content/clinics/nordlys-bergen/purposes.toml", 1, "toml-syntax"),
    ("content/clinics/nordlys-oslo/clauses/how-long.nb.md", 2, "reason-missing"),
    ("content/clinics/nordlys-oslo/clauses/what-we-collect.nb.md", 4, "title"),
    ("content/clinics/nordlys-oslo/clauses/who-gets-dta.nb.md", 2, "unknown-clause"),
    ("content/clinics/nordlys-oslo/clauses/your-rights.nb.md", 1, "missing-language"),
    ("content/clinics/nordlys-oslo/clinic.toml", 9, "incomplete"),
    ("content/clinics/nordlys-oslo/contacts.toml", 1, "unknown-id"),
    ("content/clinics/nordlys-oslo/contacts.toml", 5, "incomplete"),
    ("content/clinics/nordlys-oslo/hours.toml", 2, "toml-syntax"),
    ("content/clinics/nordlys-oslo/notices/summer.nb.md", 2, "invalid-value"),
    ("content/clinics/nordlys-oslo/processors.toml", 1, "reason-missing"),
    ("content/group/about.toml", 2, "invalid-value"),
    ("content/group/clauses/Klage.nb.md", 1, "unknown-file"),
    ("content/group/clauses/contact-us.nb.md", 6, "placeholder"),
    ("content/group/clauses/how-long.nb.md", 6, "placeholder"),
    ("content/group/clauses/laws-we-follow.nb.md", 5, "title"),
    ("content/group/clauses/what-we-collect.nb.md", 1, "encoding"),
    ("content/group/clauses/who-we-are.nb.md", 1, "missing-language"),
    ("content/group/clauses/who-we-are.nb.md", 6, "raw-html"),
    ("content/group/clauses/why-we-use-data.en.md", 3, "link-scheme"),
    ("content/group/clauses/your-rights.en.md", 1, "front-matter"),
    ("content/group/contacts.toml", 4, "invalid-value"),
    ("content/group/cookies.toml", 2, "encoding"),
    ("content/group/entities.toml", 4, "invalid-value"),
    ("content/group/entities.toml", 7, "invalid-value"),
    ("content/group/hours.toml", 2, "invalid-value"),
    ("content/group/hours.toml", 7, "unknown-key"),
    ("content/group/laws.toml", 9, "duplicate-key"),
    ("content/group/notater.txt", 1, "unknown-file"),
    ("content/group/policy.toml", 17, "unknown-clause"),
    ("content/group/processors.toml", 5, "missing-language"),
    ("content/group/processors.toml", 6, "invalid-value"),
    ("content/group/processors.toml", 14, "transfer-without-safeguard"),
    ("content/group/purposes.toml", 6, "wrong-type"),
    ("content/group/purposes.toml", 14, "unknown-id"),
    ("content/group/retention.toml", 12, "toml-syntax"),
    ("content/profiles/cosmetic/clauses/complaint.nb.md", 1, "locked-clause"),
    ("content/profiles/cosmetic/clauses/pictures.nb.md", 1, "clause-without-place"),
    ("content/profiles/cosmetic/policy.toml", 2, "clause-not-listed"),
    ("content/profiles/cosmetic/policy.toml", 10, "unknown-clause"),
    ("content/profiles/cosmetic/retentions.toml", 1, "unknown-file"),
    ("site.toml", 4, "unknown-key"),
    ("themes/nordlys/static/menu.js", 1, "asset"),
    ("themes/nordlys/strings/nb.toml", 1, "wrong-type"),
    ("themes/nordlys/templates/404.html", 5, "template-syntax"),
    ("themes/nordlys/templates/parts/eyebrow.html", 2, "unknown-field"),
    ("themes/nordlys/templates/parts/footer.html", 2, "unknown-field"),
];

#[test]
fn the_copy_without_faults_builds_without_a_finding() {
    let tree = site("nordlys");
    let (files, findings) = build_in_memory(&tree);
    assert_eq!(lines(&findings, &tree), "");
    assert!(files.contains_key("nordlys-oslo/en/privacy/index.html"), "{:?}", files.keys());
}

#[test]
fn every_planted_fault_is_reported_once_and_nothing_else() {
    let tree = site("broken");
    let (_, findings) = build_in_memory(&tree);
    let found: Vec<(&str, usize, &str)> = findings
        .iter()
        .map(|finding| {
            let file = tree.file(finding.span.file);
            (file.path.as_str(), file.line_and_column(finding.span.start).0, finding.code.as_ref())
        })
        .collect();
    let (found_once, planted): (BTreeSet<_>, BTreeSet<_>) =
        (found.iter().copied().collect(), PLANTED.iter().copied().collect());
    let missing: Vec<_> = planted.difference(&found_once).collect();
    let extra: Vec<_> = found_once.difference(&planted).collect();
    assert!(missing.is_empty() && extra.is_empty(), "missing: {missing:#?}\nnot planted: {extra:#?}");
    assert_eq!(found.len(), PLANTED.len(), "a fault is reported twice:\n{}", lines(&findings, &tree));
}

#[test]
fn the_report_reads_well_in_both_languages() {
    let tree = site("broken");
    let (_, findings) = build_in_memory(&tree);
    for (language, name) in [(MessageLanguage::Bokmal, "nb"), (MessageLanguage::English, "en")] {
        let expected = folder("broken").join(format!("reports/report.{name}.txt"));
        let report = draw(&findings, &tree, language, Colours::Off);
        // The drawing's own `...` is no wildcard.
        snapbox::assert_data_eq!(report, snapbox::Data::read_from(&expected, None).raw());
    }
}

#[test]
fn a_broken_site_ends_with_1_and_publishes_nothing() {
    let copy = tempfile::tempdir().unwrap();
    copy_folder(&folder("broken"), copy.path());
    let before = names(copy.path());
    let output = Command::new(env!("CARGO_BIN_EXE_felles"))
        .args(["build", "--date", "2026-07-01", "--lang", "en", "--format", "short", "--root"])
        .arg(copy.path())
        .output()
        .unwrap();
    let report = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{report}");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "");
    assert_eq!(report.lines().count(), PLANTED.len() + 1, "{report}");
    assert_eq!(names(copy.path()), before, "something was left behind");
}

fn names(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn copy_folder(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir(&target).unwrap();
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).unwrap();
        }
    }
}
