//! `felles diff` says what changes: each labelled edit is material or editorial, and the brands are those whose files are others.
#![expect(clippy::disallowed_methods, reason = "makes a repository of git")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use felles::compare::{Comparing, SiteDifferences, Weight};
use felles::diagnostic::Diagnostics;
use felles::hosting::Addresses;
use felles::model::OutputPath;
use felles::parse::parse_site;
use felles::pipeline::{BuildOptions, ComparedWith, MemorySink, build, differences};
use felles::source::{SourceTree, disk};
use serde::Deserialize;

use crate::fixture::{DATE, file, site, with};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edits {
    material: Vec<Edit>,
    editorial: Vec<Edit>,
}

/// One place of one file that says something else.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    what: String,
    path: String,
    then: String,
    now: String,
}

type Files = BTreeMap<OutputPath, Vec<u8>>;

fn files(tree: &SourceTree) -> Files {
    let sink = MemorySink::new();
    build(tree, BuildOptions { date: DATE }, &sink);
    sink.into_files()
}

fn edited(tree: &SourceTree, path: &str, then: &str, now: &str) -> SourceTree {
    let (_, source) = tree.find(path).unwrap_or_else(|| panic!("{path} is there"));
    assert!(source.text.contains(then), "{path} says {then:?}");
    with(tree, vec![file(path, source.text.replacen(then, now, 1))])
}

fn compared(tree: &SourceTree, before: &Files) -> SiteDifferences {
    let before = ComparedWith { files: before, addresses: Addresses::default(), site: None };
    differences(tree, BuildOptions { date: DATE }, before).1
}

/// The same of files that are made already.
fn compared_files(tree: &SourceTree, before: &Files, after: &Files) -> SiteDifferences {
    let comparing = Comparing::with(before);
    for (path, bytes) in after {
        comparing.accept(path, bytes);
    }
    comparing.finish(&[&parse_site(tree, &mut Diagnostics::new()).expect("the site can be read")])
}

/// The brands of which any file is another, found by looking at all files.
fn changed(before: &Files, after: &Files) -> BTreeSet<String> {
    let paths: BTreeSet<&OutputPath> = before.keys().chain(after.keys()).collect();
    let changed = paths.into_iter().filter(|path| before.get(*path) != after.get(*path));
    let brands = changed.filter_map(|path| path.as_str().split_once('/')).map(|(brand, _)| brand);
    brands.filter(|brand| !brand.starts_with('_')).map(str::to_owned).collect()
}

#[test]
fn labelled_edits_are_material_or_not_and_on_the_brands_that_change() {
    let edits: Edits = toml::from_str(include_str!("diff/edits.toml")).expect("the table can be read");
    let tree = site("nordlys");
    let before = files(&tree);
    assert!(edits.material.len() + edits.editorial.len() >= 40);
    let mut wrong = Vec::new();
    for (edits, weight) in [(&edits.material, Weight::Material), (&edits.editorial, Weight::Editorial)] {
        for Edit { what, path, then, now } in edits {
            let after = edited(&tree, path, then, now);
            let files = files(&after);
            let found = compared_files(&after, &before, &files);
            if found.weight() != weight {
                wrong.push(format!("{what}: is called {:?}\n{found:#?}", found.weight()));
            }
            if found.brands != changed(&before, &files) {
                wrong.push(format!("{what}: on {:?}", found.brands));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_differs_where_nothing_was_edited() {
    let tree = site("nordlys");
    let found = compared(&tree, &files(&tree));
    assert_eq!((found.brands.len(), found.facts.len(), found.texts.len(), found.files.len()), (0, 0, 0, 0));
    assert_eq!(found.all_brands, 2);
}

#[test]
fn a_shared_change_stands_once_with_its_brands_and_pages() {
    let tree = site("nordlys");
    let after =
        edited(&tree, "content/group/clauses/complaint.nb.md", "Du kan klage", "Du kan når som helst klage");
    let found = compared(&after, &files(&tree));
    let [text] = &found.texts[..] else { panic!("{found:#?}") };
    assert_eq!(text.brands, ["nordlys-bergen", "nordlys-oslo"].map(str::to_owned).into());
    assert_eq!(text.pages, ["/personvern/".to_owned()].into());
    assert_eq!(text.heading.as_deref(), Some("Klage"));
    assert_eq!(found.undated, found.brands, "a material change asks for a date");

    let dated = edited(&after, "content/group/about.toml", "2026-05", "2026-06");
    assert_eq!(compared(&dated, &files(&tree)).undated, BTreeSet::new());
}

#[test]
fn a_fact_stands_once_for_all_languages_with_the_pages_that_tell_of_it() {
    let tree = site("nordlys");
    let path = "content/group/contacts.toml";
    let after = edited(&tree, path, "personvern@nordlys.example", "ombud@nordlys.example");
    let found = compared(&after, &files(&tree));
    let facts: Vec<_> = found.facts.iter().map(|fact| (fact.table.as_str(), fact.field.as_deref())).collect();
    assert_eq!(facts, [("contacts", Some("email")), ("dpo", None)], "{found:#?}");
    assert_eq!(found.facts[0].versions.len(), 2);
    assert!(found.facts[0].pages.contains("/personvern/"), "{found:#?}");
    assert_eq!(found.texts, [], "all follows from the fact");
}

#[test]
fn a_new_sentence_is_told_beside_the_fact_that_it_names() {
    let tree = site("nordlys");
    let path = "content/group/contacts.toml";
    let phone = edited(&tree, path, "22 00 00 00", "22 00 00 01");
    let rights = "content/group/clauses/your-rights.nb.md";
    let says = "Ingen maskin avgjør noe alene. Ring 22 00 00 01, så sletter vi ingenting.";
    let after = edited(&phone, rights, "Ingen maskin avgjør noe alene.", says);
    let found = compared(&after, &files(&tree));
    assert_eq!(found.weight(), Weight::Material, "{found:#?}");
    assert!(found.texts.iter().any(|text| text.section.as_deref() == Some("your-rights")), "{found:#?}");
}

#[test]
fn a_page_that_has_moved_is_not_gone() {
    let tree = site("nordlys");
    let after = edited(&tree, "content/group/policy.toml", "\"informasjonskapsler\"", "\"om-kapsler\"");
    let found = compared(&after, &files(&tree));
    let pages: Vec<_> = found.pages.iter().map(|page| (page.then.as_deref(), page.now.as_deref())).collect();
    assert_eq!(pages, [(Some("/informasjonskapsler/"), Some("/om-kapsler/"))], "{found:#?}");
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(folder).args(["-c", "user.name=felles", "-c", "user.email=felles@example.org"]);
    let output = git.args(arguments).output().expect("git is on this machine");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_site_is_read_as_it_was_at_a_revision_and_nothing_else_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("nettsteder/våre");
    let write = |path: &str, bytes: &[u8]| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    for (_, source) in
        site("nordlys").iter().filter(|(_, source)| !source.path.as_str().starts_with("themes/base"))
    {
        write(source.path.as_str(), source.contents());
    }
    fs::write(folder.path().join("beside.txt"), "not of the site").unwrap();
    git(folder.path(), &["init", "-q"]);
    git(folder.path(), &["add", "-A"]);
    git(folder.path(), &["commit", "-q", "-m", "first"]);
    let was = disk::read_site(&root).unwrap();
    let complaint = "content/group/clauses/complaint.nb.md";
    write(complaint, b"# Klage\n\nSkriv til oss.\n");
    write("content/group/clauses/new.nb.md", b"# Ny\n");

    let then = disk::read_revision(&root, "HEAD").unwrap().expect("there is a commit");
    assert_eq!(then, was);
    assert_eq!(fs::read(root.join(complaint)).unwrap(), b"# Klage\n\nSkriv til oss.\n");
    let status = Command::new("git").current_dir(&root).args(["status", "--porcelain"]).output().unwrap();
    let status = String::from_utf8(status.stdout).unwrap();
    assert_eq!(status.lines().map(|line| &line[..2]).collect::<Vec<_>>(), [" M", "??"], "{status}");

    assert_eq!(disk::read_revision(&root, "no-such-tag").unwrap(), None);
    assert_eq!(disk::read_revision(&root, "--help").unwrap(), None);
    assert!(disk::read_revision(tempfile::tempdir().unwrap().path(), "HEAD").is_err(), "in no repository");
}
