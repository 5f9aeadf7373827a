//! Each file of `tests/rules/` is one finding: in prose, the least content that shows it, and exactly what is said of it.
//!
//! A block headed by a path is a file put over the site `tests/sites/nordlys`; the `diagnostics` block after it is what the
//! build then finds, one line each; `diagnostics 2027-01-01` builds for that day. `SNAPSHOTS=overwrite` writes the findings; read them
//! in the difference. The documents of `tests/stories/` are of the same kind, each for a whole page.

#![expect(clippy::disallowed_methods, reason = "reads and writes the snapshots")]

use std::fs;
use std::path::PathBuf;

use felles::diagnostic::{MessageLanguage, Severity};
use felles::pipeline::rules;
use felles::report::draw_short;
use jiff::civil::date;

use crate::fixture::{DATE, build_on, file, shipped, site, with};

fn documents() -> Vec<PathBuf> {
    documents_in("tests/rules")
}

fn documents_in(folder: &str) -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// The document with the findings that its content really gives.
fn with_findings(document: &str) -> String {
    let base = site("nordlys");
    let mut written = String::new();
    let mut files = Vec::new();
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        written.push_str(&format!("{line}\n"));
        let Some(head) =
            line.strip_prefix("````").or(line.strip_prefix("```")).filter(|head| !head.is_empty())
        else {
            continue;
        };
        let fence = &line[..line.len() - head.len()];
        let block: String =
            lines.by_ref().take_while(|line| *line != fence).flat_map(|line| [line, "\n"]).collect();
        if let Some(day) = head.strip_prefix("diagnostics") {
            let tree = with(&base, std::mem::take(&mut files));
            let date = day.trim().parse().unwrap_or(DATE);
            written.push_str(&draw_short(&build_on(&tree, date).1, &tree, MessageLanguage::English));
        } else {
            let path = head.split_once(' ').map(|(_, path)| path);
            files.extend(path.map(|path| file(path, block.clone())));
            written.push_str(&block);
        }
        written.push_str(&format!("{fence}\n"));
    }
    written
}

#[test]
fn every_finding_is_what_its_document_says() {
    for path in documents().into_iter().chain(documents_in("tests/stories")) {
        let document = fs::read_to_string(&path).unwrap();
        let found = with_findings(&document);
        if std::env::var_os("SNAPSHOTS").is_some_and(|mode| mode == "overwrite") {
            fs::write(&path, &found).unwrap();
        } else {
            assert!(found == document, "{}:\n{found}", path.display());
        }
    }
}

#[test]
fn time_alone_never_stops_a_build() {
    for tree in [shipped(), site("nordlys"), site("fjord")] {
        for day in [date(2020, 1, 1), date(2026, 12, 31), date(2027, 7, 12), date(2035, 5, 17)] {
            let (_, mut findings) = build_on(&tree, day);
            findings.retain(|finding| finding.severity == Severity::Error);
            assert_eq!(draw_short(&findings, &tree, MessageLanguage::English), "", "on {day}");
        }
    }
}

/// What is found on one day and not on another, where nobody touched anything, is a matter of days, or of what is on the page that day.
#[test]
fn rules_whose_findings_come_with_the_days_are_marked() {
    let of_days: Vec<&str> = rules().iter().filter(|rule| rule.is_of_days()).map(|rule| rule.name).collect();
    let mut seen = std::collections::BTreeSet::new();
    for tree in [shipped(), site("nordlys"), site("fjord")] {
        let found = |day| {
            let findings = build_on(&tree, day).1.into_iter();
            findings.map(|finding| (finding.code, finding.span)).collect::<std::collections::BTreeSet<_>>()
        };
        let before = found(date(2026, 7, 1));
        seen.extend(found(date(2035, 5, 17)).difference(&before).map(|(code, _)| code.clone()));
    }
    let unmarked: Vec<&str> =
        seen.iter().map(AsRef::as_ref).filter(|code| rules().iter().any(|rule| rule.name == *code)).collect();
    assert!(unmarked.iter().all(|code| of_days.contains(code)), "{unmarked:?}");
    assert_eq!(unmarked.len(), of_days.len(), "{unmarked:?}");
}

#[test]
fn every_rule_has_a_document_in_which_it_fires_and_one_case_in_which_it_does_not() {
    let documents: Vec<(PathBuf, String)> =
        documents().into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect();
    for rule in rules() {
        let document =
            documents.iter().find(|(path, _)| path.file_stem().is_some_and(|stem| stem == rule.name));
        let (_, text) = document.unwrap_or_else(|| panic!("`{}` has no document", rule.name));
        assert!(text.contains(&format!("[{}]", rule.name)), "`{}` fires in no case", rule.name);
        assert!(text.contains("```diagnostics\n```"), "`{}` is silent in no case", rule.name);
    }
}

#[test]
fn every_document_shows_the_finding_that_it_is_named_for() {
    for path in documents() {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with(&format!("# {name}\n")), "{name}");
        assert!(text.contains(&format!("[{name}]")), "{name}");
    }
}
