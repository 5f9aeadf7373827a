//! `felles impact` says the truth: the brands whose files change are those that it named before the edit.
//!
//! Edits change a word that readers see, or a value to another valid one, at places that are chosen by chance and are the same
//! each time. `FELLES_IMPACT_EDITS=200` makes as many for each site, instead of a few.
#![expect(clippy::disallowed_methods, reason = "asks how many edits are wanted, and reads the sites")]

mod edit;

use std::collections::{BTreeMap, BTreeSet};

use felles::diagnostic::Diagnostics;
use felles::impact::{AskedPart, parts_at, parts_of_key};
use felles::merge::Site;
use felles::parse::parse_site;
use felles::pipeline::{Content, Memo, impact};
use felles::report::{ImpactAnswer, impact_answer};
use felles::source::{SourceTree, disk};

use crate::fixture::{DATE, content, shipped, site, with};
use crate::generated::Repository;
use edit::{Edit, Numbers};

type Files = BTreeMap<String, Vec<u8>>;

/// The files of every brand.
fn files(content: &Content, brands: &[String]) -> Vec<Files> {
    let make = |brand: &String| {
        let files = content.brand(brand, DATE).expect("the brand has clinics");
        files.into_iter().map(|(path, bytes)| (path.to_string(), bytes)).collect()
    };
    std::thread::scope(|scope| {
        let halves = brands.chunks(brands.len().div_ceil(2).max(1));
        let threads: Vec<_> =
            halves.map(|half| scope.spawn(move || half.iter().map(make).collect::<Vec<Files>>())).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("brands can be made")).collect()
    })
}

fn parsed(tree: &SourceTree) -> Site {
    Site::new(parse_site(tree, &mut Diagnostics::new()).expect("the site can be read"))
}

fn answer(site: &Site, tree: &SourceTree, parts: &[AskedPart<'_>]) -> ImpactAnswer {
    impact_answer("", parts, &impact(site, tree, DATE, parts), site, tree)
}

/// What is said of a line of a file.
fn at_line(site: &Site, tree: &SourceTree, path: &str, line: usize) -> ImpactAnswer {
    let (file, _) = tree.find(path).unwrap_or_else(|| panic!("{path} is there"));
    answer(site, tree, &parts_at(&site.input, tree, file, Some(line), None))
}

/// What is said of a key.
fn of_key(tree: &SourceTree, key: &str) -> ImpactAnswer {
    let site = parsed(tree);
    answer(&site, tree, &parts_of_key(&site.input, key))
}

fn wanted_edits(usual: usize) -> usize {
    std::env::var("FELLES_IMPACT_EDITS").ok().and_then(|count| count.parse().ok()).unwrap_or(usual)
}

/// Makes edits of a site, and gives those for which what was said and what happened differ.
fn check(tree: &SourceTree, seed: u64, edits: usize) -> Vec<String> {
    let all = parsed(tree);
    let brands: Vec<String> = all.input.brands.keys().map(ToString::to_string).collect();
    let before = files(&content(tree), &brands);
    let mut numbers = Numbers(seed);
    let mut wrong = Vec::new();
    for _ in 0..edits {
        let Edit { path, line, text, what } = Edit::random(tree, &mut numbers);
        let said: BTreeSet<String> = at_line(&all, tree, &path, line).brands.into_iter().collect();
        let edited = with(tree, vec![crate::fixture::file(&path, text)]);
        let Some(content) = Content::read(&edited, &mut Memo::default()) else {
            wrong.push(format!("{path}:{line}: {what}: the site can no longer be read"));
            continue;
        };
        let after = files(&content, &brands);
        let changed = brands.iter().zip(before.iter().zip(&after)).filter(|(_, (old, new))| old != new);
        let changed: BTreeSet<String> = changed.map(|(brand, _)| brand.clone()).collect();
        // A word of the theme may be one that only some brands have a use for.
        let is_fine = if path.starts_with("themes/") { changed.is_subset(&said) } else { changed == said };
        if !is_fine {
            wrong.push(format!("{path}:{line}: {what}\n    said    {said:?}\n    changed {changed:?}"));
        }
    }
    wrong
}

#[test]
fn the_brands_that_change_with_an_edit_of_the_shipped_content_are_those_that_were_named() {
    assert_eq!(check(&shipped(), 0x2545_f491_4f6c_dd1d, wanted_edits(10)).join("\n"), "");
}

#[test]
fn the_brands_that_change_with_an_edit_of_a_site_with_everything_are_those_that_were_named() {
    assert_eq!(check(&site("fjord"), 0x9e37_79b9_7f4a_7c15, wanted_edits(12)).join("\n"), "");
}

#[test]
fn the_brands_that_change_with_an_edit_of_a_generated_repository_are_those_that_were_named() {
    let folder = tempfile::tempdir().unwrap();
    Repository::write(folder.path(), 6).unwrap();
    let tree = disk::read_site(folder.path()).unwrap();
    assert_eq!(check(&tree, 0xd1b5_4a32_d192_ed03, wanted_edits(6)).join("\n"), "");
}

#[test]
fn the_words_of_a_language_are_seen_where_that_language_is_shown() {
    let tree = site("fjord");
    let all = parsed(&tree);
    let line = |path: &str, words: &str| {
        let (_, file) = tree.find(path).unwrap();
        let line = file.text.lines().position(|line| line.contains(words)).unwrap() + 1;
        at_line(&all, &tree, path, line).brands
    };
    let contacts = "content/group/contacts.toml";
    assert_eq!(line(contacts, "what_for.en = \"Questions"), ["havna", "nordlys", "sorpollen"]);
    assert_eq!(line(contacts, "what_for.nn = \"Spørsmål").len(), 1);
}

#[test]
fn a_comment_and_a_rule_change_no_page() {
    let tree = with(
        &shipped(),
        vec![crate::fixture::file(
            "content/brands/bontox.toml",
            "# Tom\nname = \"B\"\ndomain = \"b.no\"\nclinics = [\"bontox\"]\n",
        )],
    );
    let all = parsed(&tree);
    assert!(at_line(&all, &tree, "content/brands/bontox.toml", 1).brands.is_empty());
    assert_eq!(at_line(&all, &tree, "content/brands/bontox.toml", 2).brands, ["bontox"]);
    assert!(at_line(&all, &tree, "site.toml", 4).brands.is_empty());
}

#[test]
fn a_brand_that_repeats_another_goes_by_the_others_domain() {
    let tree = shipped();
    let all = parsed(&tree);
    let (_, file) = tree.find("content/brands/bontox.toml").unwrap();
    let line = file.text.lines().position(|line| line.starts_with("domain")).unwrap() + 1;
    let answer = at_line(&all, &tree, "content/brands/bontox.toml", line);
    assert_eq!(answer.brands, ["bontox", "bontoxklinikken"]);
}

#[test]
fn a_group_clause_is_shielded_by_those_who_replace_or_omit_it_and_hidden_by_conditions() {
    let answer = of_key(&shipped(), "newsletter");
    let by: Vec<(Option<&str>, &str)> = answer
        .shielded
        .iter()
        .map(|shielded| (shielded.clinic.as_deref(), shielded.layer.as_str()))
        .collect();
    assert!(by.contains(&(Some("c-medical"), "profile c-medical")), "{answer:?}");
    // What a clinic adds in front or behind shields nothing.
    assert_eq!(answer.clinics, ["dermamedispa", "legevakt-x"]);
    for hidden in &answer.hidden {
        assert_eq!((hidden.why, hidden.path.is_some()), ("condition", true), "{hidden:?}");
        assert!(!answer.clinics.contains(&hidden.clinic), "{hidden:?}");
    }
    assert_eq!(answer.clinics.len() + answer.shielded.len() + answer.hidden.len(), answer.all_clinics);
}
