//! What is no plain file is told within a moment, and nothing outside the site's folder is read.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "these tests plant things on the disk")]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use felles::source::disk::read_site;
use rustix::fs::{CWD, FileType, Mode, mknodat};
use tempfile::TempDir;

use crate::fixture::{build_in_memory, folder, lines};

/// A hang would be for ever; one second is what it may take.
const DEADLINE: Duration = Duration::from_secs(10);

/// A site on the disk that can be built, with something planted in it.
fn planted(plant: impl FnOnce(&Path)) -> TempDir {
    let site = tempfile::tempdir().unwrap();
    copy_folder(&folder("nordlys"), site.path());
    plant(site.path());
    site
}

/// What is said of the site: the reader's error, else the findings.
fn said(site: &TempDir) -> String {
    let root = site.path().to_owned();
    let (done, result) = mpsc::channel();
    thread::spawn(move || {
        let said = match read_site(&root) {
            Ok(tree) => lines(&build_in_memory(&tree).1, &tree),
            Err(error) => error.to_string(),
        };
        done.send(said).ok();
    });
    result.recv_timeout(DEADLINE).expect("there is an answer in time")
}

#[track_caller]
fn check(plant: impl FnOnce(&Path), expected: &str) {
    let said = said(&planted(plant));
    assert!(said.contains(expected), "expected `{expected}`, but it says: {said}");
}

const CLAUSE: &str = "content/group/clauses/extra.nb.md";

#[test]
fn the_copy_alone_is_fine() {
    assert_eq!(said(&planted(|_| {})), "");
}

#[test]
fn a_named_pipe_is_not_waited_for() {
    let pipe = |path: &Path| mknodat(CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
    check(|root| pipe(&root.join(CLAUSE)), &format!("`{CLAUSE}` is not a regular file"));
    check(
        |root| {
            fs::remove_file(root.join("site.toml")).unwrap();
            pipe(&root.join("site.toml"));
        },
        "it has no `site.toml`",
    );
    check(|root| pipe(&root.join("themes/nordlys/static")), "`themes/nordlys/static` is not a regular file");
}

#[test]
fn a_device_is_not_read() {
    check(
        |root| symlink("/dev/zero", root.join(CLAUSE)).unwrap(),
        &format!("`{CLAUSE}` is a link that leads out"),
    );
}

#[test]
fn a_folder_with_a_files_name_is_told() {
    check(|root| fs::create_dir(root.join(CLAUSE)).unwrap(), &format!("`{CLAUSE}` is not a regular file"));
    check(
        |root| fs::create_dir(root.join("content/group/notices.toml")).unwrap(),
        "`content/group/notices.toml` is not a regular file",
    );
}

#[test]
fn links_that_lead_nowhere_round_or_out_are_told() {
    check(
        |root| symlink("nowhere", root.join(CLAUSE)).unwrap(),
        &format!("`{CLAUSE}` is not there, or is a link that leads nowhere"),
    );
    check(|root| symlink("extra.nb.md", root.join(CLAUSE)).unwrap(), &format!("cannot read `{CLAUSE}`"));
    check(
        |root| symlink("..", root.join("content/group/clauses/up")).unwrap(),
        "`content/group/clauses/up` is a link that goes in a circle",
    );
    check(|root| symlink("/etc/hostname", root.join(CLAUSE)).unwrap(), "is a link that leads out");
    // Not by walking the whole disk first.
    check(
        |root| symlink("/", root.join("content/clinics/all")).unwrap(),
        "`content/clinics/all` is a link that leads out",
    );
    check(
        |root| {
            fs::remove_dir_all(root.join("content")).unwrap();
            symlink("nowhere", root.join("content")).unwrap();
        },
        "`content` is not there, or is a link that leads nowhere",
    );
}

#[test]
fn what_editors_leave_beside_a_file_is_no_fault() {
    let site = planted(|root| {
        let beside = |name: &str| root.join("content/group/clauses").join(name);
        // The lock of Emacs leads to a name that is no file.
        symlink("somebody@somewhere.1234:1700000000", beside(".#who-we-are.nb.md")).unwrap();
        for name in
            [".who-we-are.nb.md.swp", "who-we-are.nb.md~", "#who-we-are.nb.md#", "Thumbs.db", "~$a.md"]
        {
            fs::write(beside(name), "x").unwrap();
        }
    });
    assert_eq!(said(&site), "");
}

#[test]
fn a_link_within_the_site_is_followed() {
    let site = planted(|root| {
        let clause = "content/clinics/nordlys-bergen/clauses/how-long.nb.md";
        fs::rename(root.join(clause), root.join("themes/how-long.txt")).unwrap();
        symlink("../../../../themes/how-long.txt", root.join(clause)).unwrap();
    });
    assert_eq!(said(&site), "");
}

#[test]
fn a_site_without_brands_is_told() {
    check(|root| fs::remove_dir_all(root.join("content/brands")).unwrap(), "the site has no brand");
    check(|root| fs::remove_dir_all(root.join("content")).unwrap(), "there is no `content/group`");
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
