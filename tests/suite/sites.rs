//! Whole sites: every folder of `tests/sites` that has an `expected/` is built, and every byte of it compared.
//!
//! `SNAPSHOTS=overwrite` writes what was built; read it in the diff.
#![expect(clippy::disallowed_methods, reason = "reads and writes the snapshots")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use felles::diagnostic::MessageLanguage;
use felles::pipeline::{self, BuildOptions, MemorySink};
use felles::report::draw_short;
use felles::source::disk;
use jiff::civil::date;
use snapbox::IntoData;

use crate::paths::{files_below, fixture};

/// The same for every brand, so it is kept once.
const SCHEMA: &str = "privacy.schema.json";

type Files = BTreeMap<String, Vec<u8>>;

#[test]
fn sites_are_built_as_expected() {
    let mut compared = 0;
    for entry in fs::read_dir(fixture("sites")).unwrap() {
        let site = entry.unwrap().path();
        if site.join("expected").is_dir() {
            compare(&site, &site.join("expected"));
            compared += 1;
        }
    }
    assert!(compared > 0, "no site was compared");
}

fn compare(site: &Path, expected: &Path) {
    let built = schema_once(build(site));
    if std::env::var_os("SNAPSHOTS").is_some_and(|action| action == "overwrite") {
        overwrite(expected, &built);
    }
    let names: Vec<&String> = built.keys().collect();
    let wanted = files_below(expected);
    assert_eq!(names, wanted.iter().collect::<Vec<_>>(), "the files of {}", site.display());
    for (name, bytes) in &built {
        let wanted = fs::read(expected.join(name)).unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        // As they are: a path of Windows is one.
        snapbox::assert_data_eq!(text(bytes), text(&wanted).raw());
        assert_eq!(*bytes, wanted, "{name} differs in bytes that are no text");
    }
}

fn build(site: &Path) -> Files {
    let tree = disk::read_site(site).unwrap();
    let sink = MemorySink::new();
    let outcome = pipeline::build(&tree, BuildOptions { date: date(2026, 11, 21) }, &sink);
    // A notice of last summer is there on purpose: no page shows it.
    let (last_summers, findings): (Vec<_>, Vec<_>) =
        outcome.findings.into_iter().partition(|finding| finding.code == "notice-is-over");
    assert!(last_summers.len() <= 1);
    assert_eq!(draw_short(&findings, &tree, MessageLanguage::English), "");
    sink.into_files().into_iter().map(|(path, bytes)| (path.to_string(), bytes)).map(readable).collect()
}

/// JSON for machines is written in one line; in the folders of what is expected it has many, to be read in a diff.
fn readable((name, bytes): (String, Vec<u8>)) -> (String, Vec<u8>) {
    if !["privacy.json", SCHEMA].iter().any(|file| name.rsplit('/').next() == Some(file)) {
        return (name, bytes);
    }
    assert!(!bytes.contains(&b'\n'), "{name} is written for machines");
    let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(serde_json::to_vec(&value).unwrap(), bytes, "{name} has no blanks and no key twice");
    (name, serde_json::to_vec_pretty(&value).unwrap())
}

fn schema_once(mut files: Files) -> Files {
    let is_schema = |name: &String| name.rsplit('/').next() == Some(SCHEMA);
    let schemas: Vec<Vec<u8>> =
        files.extract_if(.., |name, _| is_schema(name)).map(|(_, bytes)| bytes).collect();
    assert!(schemas.windows(2).all(|pair| pair[0] == pair[1]), "the brands' schemas differ");
    files.extend(schemas.into_iter().take(1).map(|schema| (SCHEMA.to_owned(), schema)));
    files
}

fn overwrite(expected: &Path, built: &Files) {
    fs::remove_dir_all(expected).unwrap();
    for (name, bytes) in built {
        let path = expected.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
