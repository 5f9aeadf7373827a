//! Releases: what a server finds at `current` while new ones are published, gone back from and deleted.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "these tests look at the disk")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use felles::emit::{
    BuildFacts, Deviation, NewRelease, Publication, PublishOptions, ReleaseFolder, roll_back, verify,
};
use felles::model::OutputPath;
use felles::pipeline::Sink;
use jiff::civil::date;
use tempfile::TempDir;

/// A disk with a folder of releases on it.
struct Disk {
    folder: TempDir,
}

impl Disk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("content")).unwrap();
        Self { folder }
    }

    fn to(&self) -> PathBuf {
        self.folder.path().join("www")
    }

    fn open(&self, keep: usize) -> anyhow::Result<NewRelease> {
        let source_root = self.folder.path().to_owned();
        let options = PublishOptions { source_root, allow_shrinking: false, allow_deleting: false, keep };
        NewRelease::open(ReleaseFolder::find(&self.to())?, options)
    }

    fn publish(&self, pages: &[(String, String)], keep: usize) -> anyhow::Result<Publication> {
        let release = self.open(keep)?;
        for (path, text) in pages {
            release.accept(&OutputPath::parse(path).unwrap(), text.as_bytes());
        }
        release.finish(BuildFacts {
            date: date(2026, 11, 29),
            fingerprint: "00".to_owned(),
            allowed_stale: Vec::new(),
        })
    }

    fn roll_back(&self) -> anyhow::Result<(String, String)> {
        roll_back(ReleaseFolder::find(&self.to())?, self.folder.path())
    }

    fn served(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.to().join("current").join(path)).ok()
    }

    fn releases(&self) -> usize {
        let names = fs::read_dir(self.to().join("releases")).unwrap().map(|entry| entry.unwrap().file_name());
        names.filter(|name| !name.to_string_lossy().starts_with('.')).count()
    }
}

/// A page in version `number`, whose stylesheet is called by its content.
fn pages(number: usize) -> Vec<(String, String)> {
    let files = [
        (
            "nordlys/index.html".to_owned(),
            format!("<link href=style.{number:016x}.css>") + &"<p>".repeat(300),
        ),
        (format!("nordlys/assets/style.{number:016x}.css"), format!("/* {number} */") + &"a{}".repeat(300)),
        ("nordlys/privacy.json".to_owned(), "{}".to_owned()),
        ("havna/index.html".to_owned(), "<h1>Havna</h1>".to_owned()),
        ("next-change.json".to_owned(), "{}".to_owned()),
    ];
    files.into()
}

/// Everything below a folder with its bytes; links are what they lead to.
fn everything(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let read = |path: &Path| match fs::read_link(path) {
        Ok(target) => target.into_os_string().into_encoded_bytes(),
        Err(_) => fs::read(path).unwrap_or_default(),
    };
    entries.map(|entry| (entry.path().to_owned(), read(entry.path()))).collect()
}

fn style(number: usize) -> String {
    format!("nordlys/assets/style.{number:016x}.css")
}

#[test]
fn a_page_that_was_loaded_before_a_release_finds_its_stylesheet_after_it() {
    let disk = Disk::new();
    for number in 1..=4 {
        assert!(matches!(disk.publish(&pages(number), 3).unwrap(), Publication::Published { .. }));
        assert!(disk.served("nordlys/index.html").unwrap().contains(&format!("style.{number:016x}.css")));
        let kept = number.saturating_sub(2).max(1)..=number;
        for old in 1..=number {
            assert_eq!(disk.served(&style(old)).is_some(), kept.contains(&old), "{old} of {number}");
        }
        assert_eq!(disk.releases(), number.min(3));
        assert_eq!(verify(&disk.to().join("current")).unwrap().1, []);
    }
    disk.roll_back().unwrap();
    assert!(disk.served("nordlys/index.html").unwrap().contains("style.0000000000000003.css"));
    assert!(disk.served(&style(4)).is_some(), "the page of the release that was gone back from");
    assert_eq!(verify(&disk.to().join("current")).unwrap().1, []);
}

#[test]
fn the_same_content_is_published_once_and_anew_after_going_back() {
    let disk = Disk::new();
    disk.publish(&pages(1), 5).unwrap();
    let before = everything(&disk.to());
    assert!(matches!(disk.publish(&pages(1), 5).unwrap(), Publication::Unchanged { .. }));
    assert_eq!(everything(&disk.to()), before);
    assert!(disk.roll_back().is_err(), "there is nothing to go back to");
    assert_eq!(everything(&disk.to()), before);
    disk.publish(&pages(2), 5).unwrap();
    disk.roll_back().unwrap();
    assert!(matches!(disk.publish(&pages(1), 5).unwrap(), Publication::Unchanged { .. }));
    assert!(matches!(disk.publish(&pages(2), 5).unwrap(), Publication::Published { .. }));
    assert!(disk.served("nordlys/index.html").unwrap().contains("style.0000000000000002.css"));
    disk.roll_back().unwrap();
    assert!(disk.served("nordlys/index.html").unwrap().contains("style.0000000000000001.css"));
    assert!(disk.roll_back().is_err(), "what was withdrawn is not gone back to");
}

#[test]
fn a_release_is_called_by_its_content() {
    let (one, two) = (Disk::new(), Disk::new());
    let id = |disk: &Disk| match disk.publish(&pages(1), 5).unwrap() {
        Publication::Published { id, .. } => id,
        Publication::Unchanged { id } => panic!("{id} is new"),
    };
    assert_eq!(id(&one), id(&two));
    let below = |disk: &Disk| -> Vec<(PathBuf, Vec<u8>)> {
        let top = disk.to();
        everything(&top)
            .into_iter()
            .map(|(path, bytes)| (path.strip_prefix(&top).unwrap().to_owned(), bytes))
            .collect()
    };
    assert_eq!(below(&one), below(&two));
}

#[test]
fn texts_lie_beside_their_compressed_forms() {
    let disk = Disk::new();
    for number in [1, 2] {
        disk.publish(&pages(number), 5).unwrap();
        for page in ["nordlys/index.html".to_owned(), style(number)] {
            let text = disk.served(&page).unwrap();
            let form =
                |ending: &str| fs::read(disk.to().join("current").join(format!("{page}.{ending}"))).unwrap();
            let mut unpacked = String::new();
            flate2::read::GzDecoder::new(&*form("gz")).read_to_string(&mut unpacked).unwrap();
            assert_eq!(unpacked, text);
            let mut unpacked = Vec::new();
            brotli::BrotliDecompress(&mut &*form("br"), &mut unpacked).unwrap();
            assert_eq!(unpacked, text.as_bytes());
        }
        assert_eq!(disk.served("havna/index.html.gz"), None, "too small to be worth it");
        assert_eq!(disk.served("next-change.json.gz"), None, "no visitor asks for it");
    }
}

#[test]
fn what_felles_did_not_make_is_left_alone() {
    let check = |make: &dyn Fn(&Path), reason: &str| {
        let disk = Disk::new();
        fs::create_dir(disk.to()).unwrap();
        make(&disk.to());
        let before = everything(&disk.to());
        let error = disk.publish(&pages(1), 5).unwrap_err().to_string();
        assert!(error.contains(reason), "{error}");
        let mut after = everything(&disk.to());
        after.retain(|path, _| !path.ends_with("releases"));
        assert_eq!(after, before, "{reason}");
    };
    check(&|to| fs::write(to.join("thesis.txt"), "words").unwrap(), "felles did not make");
    check(&|to| fs::create_dir(to.join("current")).unwrap(), "felles did not make");
    let history = "{\"format\": 1, \"releases\": []}";
    check(
        &|to| {
            fs::write(to.join("history.json"), history).unwrap();
            fs::create_dir(to.join("current")).unwrap();
        },
        "no link to a release",
    );
    check(
        &|to| {
            fs::write(to.join("history.json"), history).unwrap();
            std::os::unix::fs::symlink("/etc", to.join("current")).unwrap();
        },
        "no link to a release",
    );
    check(&|to| fs::write(to.join("history.json"), "{}").unwrap(), "cannot be read");
}

#[test]
fn one_publishes_at_a_time_and_leaves_no_trace_if_it_does_not_finish() {
    let disk = Disk::new();
    disk.publish(&pages(1), 5).unwrap();
    let before = everything(&disk.to());
    let first = disk.open(5).unwrap();
    let error = disk.publish(&pages(2), 5).unwrap_err().to_string();
    assert!(error.contains("somebody else is publishing"), "{error}");
    assert!(disk.roll_back().unwrap_err().to_string().contains("somebody else is publishing"));
    drop(first);
    assert_eq!(everything(&disk.to()), before);
    disk.publish(&pages(2), 5).unwrap();
}

#[test]
fn a_brand_that_loses_more_than_half_is_named() {
    let disk = Disk::new();
    disk.publish(&pages(1), 5).unwrap();
    let before = everything(&disk.to());
    let mut fewer = pages(1);
    fewer.retain(|(path, _)| !path.starts_with("havna/"));
    let error = disk.publish(&fewer, 5).unwrap_err().to_string();
    assert!(error.contains("havna (1 / 1)") && !error.contains("nordlys"), "{error}");
    assert_eq!(everything(&disk.to()), before);
}

#[test]
fn what_is_not_as_it_was_published_is_told() {
    let disk = Disk::new();
    disk.publish(&pages(1), 5).unwrap();
    let current = disk.to().join("current");
    assert_eq!(verify(&current).unwrap().1, []);
    fs::remove_file(current.join("nordlys/privacy.json")).unwrap();
    fs::write(current.join("nordlys/privacy2.json"), "{}").unwrap();
    let page = fs::read_to_string(current.join("havna/index.html")).unwrap();
    fs::write(current.join("havna/index.html"), page.replace("Havna", "Havne")).unwrap();
    let found = verify(&current).unwrap().1;
    let expected = [
        Deviation::Changed("havna/index.html".to_owned()),
        Deviation::Missing("nordlys/privacy.json".to_owned()),
        Deviation::Extra("nordlys/privacy2.json".to_owned()),
    ];
    assert_eq!(found, expected);
    fs::remove_file(current.join("manifest.json")).unwrap();
    assert!(verify(&current).is_err());
}

#[test]
fn a_release_with_files_of_others_is_named_and_stays() {
    let disk = Disk::new();
    disk.publish(&pages(1), 1).unwrap();
    let first = fs::read_link(disk.to().join("current")).unwrap();
    let theirs = disk.to().join(&first).join("nordlys/.well-known/acme-challenge/token");
    fs::create_dir_all(theirs.parent().unwrap()).unwrap();
    fs::write(&theirs, "x").unwrap();
    let Publication::Published { others, .. } = disk.publish(&pages(2), 1).unwrap() else {
        panic!("it is new")
    };
    let id = first.file_name().unwrap().to_str().unwrap();
    assert_eq!(others, BTreeMap::from([(id.to_owned(), "`nordlys/.well-known/ (1)`".to_owned())]));
    assert!(theirs.exists());
    // It is named as long as it is there, and goes when somebody says so.
    let Publication::Published { others, .. } = disk.publish(&pages(3), 1).unwrap() else {
        panic!("it is new")
    };
    assert_eq!(others.len(), 1);
    assert!(theirs.exists() && disk.releases() == 2);
    let options = PublishOptions {
        source_root: disk.folder.path().to_owned(),
        allow_shrinking: false,
        allow_deleting: true,
        keep: 1,
    };
    let release = NewRelease::open(ReleaseFolder::find(&disk.to()).unwrap(), options).unwrap();
    for (path, text) in pages(4) {
        release.accept(&OutputPath::parse(&path).unwrap(), text.as_bytes());
    }
    let facts =
        BuildFacts { date: date(2026, 11, 29), fingerprint: "00".to_owned(), allowed_stale: Vec::new() };
    release.finish(facts).unwrap();
    assert!(!theirs.exists() && disk.releases() == 1);
}
