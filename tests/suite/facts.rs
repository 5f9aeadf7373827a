//! What each of the five groups says of itself, held on the built pages: nothing missing, no row invented.
//!
//! The facts stand in `facts/facts.md`, so that they can be read without reading the test. Each names the file and a piece of
//! the line that carries it, which stay right when lines are moved.

#![expect(clippy::disallowed_methods, reason = "reads the content that carries the facts")]

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use html5gum::{Token, Tokenizer};
use jiff::civil::date;
use serde_json::Value;

use crate::fixture::{build_on, shipped};
use crate::paths::repository;

/// A group of clinics, as the table tells of it.
struct Group {
    site: &'static str,
    /// All rows of a kind, by the kind's name.
    exactly: BTreeMap<&'static str, Vec<&'static str>>,
    /// What is on no page.
    never: Vec<&'static str>,
    facts: Vec<Fact>,
}

/// A fact, the page that shows it with the words there, and the file that carries it with a piece of the line.
struct Fact {
    name: &'static str,
    page: &'static str,
    words: &'static str,
    file: &'static str,
    line: &'static str,
}

/// What stands between dots.
fn listed(line: &'static str) -> Vec<&'static str> {
    line.split('·').map(str::trim).filter(|item| !item.is_empty()).collect()
}

fn group(section: &'static str) -> Group {
    let (site, rest) = section.split_once('\n').expect("a heading and what is below it");
    let mut group =
        Group { site: site.trim(), exactly: BTreeMap::new(), never: Vec::new(), facts: Vec::new() };
    for line in rest.lines() {
        if let Some(of_a_kind) = line.strip_prefix("Exactly ") {
            let (kind, items) = of_a_kind.split_once(':').expect("a kind, a colon and its rows");
            group.exactly.insert(kind, listed(items));
        } else if let Some(items) = line.strip_prefix("Never:") {
            group.never = listed(items);
        } else if let Some(row) = line.strip_prefix("| ").and_then(|row| row.strip_suffix(" |")) {
            let [name, page, words, file, line] = row.split(" | ").collect::<Vec<_>>()[..] else {
                panic!("{row}")
            };
            group.facts.push(Fact { name, page, words, file, line });
        }
    }
    // The first row of the table names its columns.
    group.facts.remove(0);
    group
}

fn groups() -> Vec<Group> {
    include_str!("facts/facts.md").split("\n## ").skip(1).map(group).collect()
}

/// The files of the shipped content's sites, by path.
static FILES: LazyLock<BTreeMap<String, Vec<u8>>> =
    LazyLock::new(|| build_on(&shipped(), date(2026, 11, 21)).0);

/// Elements that do not part words.
const WITHIN_WORDS: [&[u8]; 8] = [b"a", b"strong", b"em", b"span", b"time", b"abbr", b"code", b"bdi"];

/// The words of a page, with one space between them.
fn words(html: &[u8]) -> String {
    let mut text = String::new();
    let mut in_style = false;
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::String(words) if !in_style => text += &String::from_utf8_lossy(&words),
            Token::StartTag(tag) if !WITHIN_WORDS.contains(&tag.name.as_slice()) => {
                in_style = tag.name.as_slice() == b"style";
                text.push(' ');
            }
            Token::EndTag(tag) if !WITHIN_WORDS.contains(&tag.name.as_slice()) => {
                in_style = false;
                text.push(' ');
            }
            _ => {}
        }
    }
    text.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The pages of a site, by path.
fn pages(site: &str) -> BTreeMap<&'static str, String> {
    let of_site =
        |path: &str| path.split('/').next() == Some(site) && path.rsplit('.').next() == Some("html");
    let pages = FILES.iter().filter(|(path, _)| of_site(path));
    pages.map(|(path, bytes)| (path.as_str(), words(bytes))).collect()
}

#[test]
fn every_fact_is_on_the_page_that_carries_it() {
    let mut missing = String::new();
    for Group { site, facts, .. } in groups() {
        let pages = pages(site);
        assert!(facts.len() > 10, "{site} has facts");
        for Fact { name, page, words, .. } in facts {
            let path = if page == "index" {
                format!("{site}/index.html")
            } else {
                format!("{site}/{page}/index.html")
            };
            let text = pages.get(path.as_str()).unwrap_or_else(|| panic!("there is no page {path}"));
            if !text.contains(words) {
                missing += &format!("{path} lacks {name}: {words}\n");
            }
        }
    }
    assert_eq!(missing, "");
}

#[test]
fn every_fact_is_written_in_the_file_that_is_named_for_it() {
    let mut missing = String::new();
    for Group { site, facts, .. } in groups() {
        for Fact { name, file, line, .. } in facts {
            let text = fs::read_to_string(repository().join(file)).unwrap_or_default();
            if !text.contains(line) {
                missing += &format!("{file} lacks {name} of {site}: {line}\n");
            }
        }
    }
    assert_eq!(missing, "");
}

#[test]
fn nothing_is_on_a_page_that_a_group_does_not_say() {
    let mut invented = String::new();
    for Group { site, never, .. } in groups() {
        for (path, text) in pages(site) {
            let found = never.iter().filter(|words| text.contains(**words));
            invented.extend(found.map(|words| format!("{path} says: {words}\n")));
        }
    }
    assert_eq!(invented, "");
}

/// The texts under `key` of the rows of a list.
fn column<'d>(rows: &'d Value, key: &str) -> Vec<&'d str> {
    let rows = rows.as_array().into_iter().flatten();
    rows.map(|row| row[key].as_str().expect("the row has it")).collect()
}

/// Phone and e-mail of each contact.
fn ways(contacts: &Value) -> Vec<&str> {
    let contacts = contacts.as_array().into_iter().flatten();
    contacts
        .flat_map(|contact| [&contact["phone"], &contact["email"]])
        .filter_map(|way| way["text"].as_str())
        .collect()
}

/// The names of those who have a role.
fn in_role<'d>(recipients: &'d Value, role: &str) -> Vec<&'d str> {
    let recipients = recipients.as_array().into_iter().flatten();
    recipients.filter(|row| row["role"] == role).filter_map(|row| row["name"].as_str()).collect()
}

/// The articles that each purpose rests on.
fn bases(purposes: &Value) -> Vec<String> {
    let purposes = purposes.as_array().into_iter().flatten();
    purposes.map(|purpose| column(&purpose["bases"], "article").join("+")).collect()
}

#[test]
fn rows_of_these_kinds_are_as_listed_and_there_are_no_others() {
    for Group { site, exactly, .. } in groups() {
        let json: Value = serde_json::from_slice(&FILES[&format!("{site}/privacy.json")]).unwrap();
        let data = &json["statements"][0]["data"];
        let bases = bases(&data["purposes"]);
        let there = BTreeMap::from([
            ("bases", bases.iter().map(String::as_str).collect()),
            ("contacts", ways(&data["contacts"])),
            ("cookies", column(&data["cookie_categories"], "title")),
            ("joint", in_role(&data["processors"], "joint-controller")),
            ("laws", column(&data["laws"], "title")),
            ("processors", in_role(&data["processors"], "processor")),
            ("purposes", column(&data["purposes"], "title")),
            ("retention", column(&data["retention"], "what")),
        ]);
        assert_eq!(there, exactly, "{site}");
    }
}
