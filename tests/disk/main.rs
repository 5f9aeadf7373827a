//! What is served after a program was killed, or the disk refused, at each call to the system in turn (hardening A2, A3 and A10).
//!
//! `cargo test` leaves these tests out, since they need `strace`; `.ci/run` installs it and runs `cargo test --test disk`. For each
//! call that touches a file, and each time that it is made, `felles` runs once: killed there, told that the disk is full, or told
//! that it failed. Whatever happens, the old pages are served or the new ones, whole; what could not be done is said; and the next
//! run works unaided.
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "looks at the disk while it fails")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rayon::prelude::*;
use tempfile::TempDir;
use walkdir::WalkDir;

/// The calls that change the disk. Killed before any other, a program leaves what it would before the next of these.
const WRITES: [&str; 12] = [
    "openat",
    "write",
    "mkdir",
    "linkat",
    "unlink",
    "unlinkat",
    "rename",
    "renameat2",
    "symlink",
    "utimensat",
    "fsync",
    "syncfs",
];

/// The calls that a full disk refuses.
const GROWS: [&str; 6] = ["openat", "write", "mkdir", "linkat", "symlink", "rename"];

/// The calls that a broken disk or a dead mount refuses.
const READS: [&str; 5] = ["statx", "newfstatat", "read", "getdents64", "readlink"];

/// A command that makes pages live, and where they are then.
#[derive(Clone, Copy)]
struct Case {
    arguments: &'static [&'static str],
    live: &'static str,
    /// What may lie beside the live pages after a run that ended in order.
    rest: fn(&str) -> bool,
}

const BUILD: Case =
    Case { arguments: &["build"], live: "public", rest: |name| !name.starts_with(".public.felles") };

const PUBLISH: Case = Case {
    arguments: &["publish", "--to", "www"],
    live: "www/current",
    rest: |name| !name.contains(".felles-staging") && !name.contains(".new"),
};

type Files = BTreeMap<PathBuf, Vec<u8>>;

#[test]
fn whatever_kills_a_build_the_live_pages_are_whole() {
    check(BUILD);
}

#[test]
fn whatever_kills_a_publishing_the_live_pages_are_whole() {
    check(PUBLISH);
}

fn check(case: Case) {
    let (before, old, new) = prepare(case);
    let counts = counts(case, before.path());
    let mut faults = Vec::new();
    for call in WRITES.into_iter().chain(READS) {
        for time in 1..=counts.get(call).copied().unwrap_or(0) {
            let mut add = |fault: &'static str| faults.push((call, time, fault));
            add("error=EIO");
            if WRITES.contains(&call) {
                add("signal=SIGKILL");
            }
            if GROWS.contains(&call) {
                add("error=ENOSPC");
            }
        }
    }
    assert!(faults.len() > 200, "there is something to try: {counts:?}");
    let wrong: Vec<String> = faults
        .par_iter()
        .filter_map(|(call, time, fault)| {
            let disk = copy_of(before.path());
            let output = felles(case, disk.path(), Some(&format!("{call}:{fault}:when={time}")));
            let said = judge(case, disk.path(), (&old, &new), &output, fault).err()?;
            Some(format!("{call} {time} {fault}: {said}: {output:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} went wrong:\n{}", wrong.len(), faults.len(), wrong.join("\n"));
}

/// What is wrong after a run at which this fault came.
fn judge(
    case: Case,
    disk: &Path,
    (old, new): (&Files, &Files),
    output: &Output,
    fault: &str,
) -> Result<(), String> {
    let live = files(&disk.join(case.live));
    if live != *old && live != *new {
        return Err("the live pages are neither the old nor the new".to_owned());
    }
    match output.status.code() {
        // Killed, or strace says so.
        None | Some(137) if fault.starts_with("signal") => {}
        Some(0) if live == *new => {}
        Some(0) => return Err("it says that all is well, and the old pages are live".to_owned()),
        Some(1 | 2) if output.stderr.is_empty() => return Err("it does not say why".to_owned()),
        Some(1 | 2) if fault.ends_with("ENOSPC") && !is_tidy(case, disk) => {
            return Err("it left something behind".to_owned());
        }
        Some(1 | 2) => {}
        // A program that cannot even be loaded.
        Some(127) if fault.starts_with("error") => {}
        other => return Err(format!("it ended with {other:?}")),
    }
    let next = felles(case, disk, None);
    if next.status.code() != Some(0) || files(&disk.join(case.live)) != *new {
        return Err(format!("the next run does not work: {next:?}"));
    }
    if is_tidy(case, disk) { Ok(()) } else { Err("the next run does not tidy up".to_owned()) }
}

/// A site with live pages and an edit that is not live yet, and its pages before and after.
fn prepare(case: Case) -> (TempDir, Files, Files) {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let disk = copy_of(&repository.join("tests/sites/minimal"));
    assert_eq!(felles(case, disk.path(), None).status.code(), Some(0));
    let old = files(&disk.path().join(case.live));
    let text = disk.path().join("content/group/clauses/who-we-are.nb.md");
    let edited = fs::read_to_string(&text).expect("the text is there") + "\nVi holder til ved kaia.\n";
    fs::write(&text, edited).expect("the text can be written");
    let after = copy_of(disk.path());
    assert_eq!(felles(case, after.path(), None).status.code(), Some(0));
    let new = files(&after.path().join(case.live));
    assert_ne!(old, new);
    (disk, old, new)
}

/// How often each call is made.
fn counts(case: Case, before: &Path) -> BTreeMap<String, usize> {
    let disk = copy_of(before);
    let table = disk.path().join("calls");
    let mut command = Command::new("strace");
    command.args(["-f", "-c", "-o"]).arg(&table).arg(env!("CARGO_BIN_EXE_felles"));
    assert_eq!(run(command, case, disk.path()).status.code(), Some(0), "strace can be run here");
    let table = fs::read_to_string(table).expect("strace wrote it");
    table
        .lines()
        .filter_map(|line| {
            let fields: Vec<&str> = line.split_whitespace().collect();
            Some(((*fields.last()?).to_owned(), fields.get(3)?.parse().ok()?))
        })
        .collect()
}

/// Runs the program, with a fault if one is named.
fn felles(case: Case, disk: &Path, fault: Option<&str>) -> Output {
    let Some(fault) = fault else { return run(Command::new(env!("CARGO_BIN_EXE_felles")), case, disk) };
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-o", "/dev/null", "-e"]).arg(format!("inject={fault}"));
    command.arg(env!("CARGO_BIN_EXE_felles"));
    run(command, case, disk)
}

fn run(mut command: Command, case: Case, disk: &Path) -> Output {
    // One thread, so that a call is the same one each time.
    command.args(case.arguments).args(["--date", "2026-11-29", "--lang", "en"]).env("RAYON_NUM_THREADS", "1");
    command.current_dir(disk).output().expect("it can be run")
}

/// Whether nothing is left of a run that ended.
fn is_tidy(case: Case, disk: &Path) -> bool {
    WalkDir::new(disk)
        .into_iter()
        .filter_map(Result::ok)
        .all(|entry| (case.rest)(&entry.file_name().to_string_lossy()))
}

/// All files with their bytes, of a folder or of what a link leads to.
fn files(folder: &Path) -> Files {
    let Ok(folder) = folder.canonicalize() else { return Files::new() };
    WalkDir::new(&folder)
        .into_iter()
        .map(|entry| entry.expect("it can be walked"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(&folder).expect("it is below").to_owned();
            (path, fs::read(entry.path()).expect("it can be read"))
        })
        .collect()
}

/// A copy of a folder, with its links.
fn copy_of(folder: &Path) -> TempDir {
    let copy = tempfile::tempdir().expect("a folder can be made");
    for entry in WalkDir::new(folder).min_depth(1) {
        let entry = entry.expect("it can be walked");
        let to = copy.path().join(entry.path().strip_prefix(folder).expect("it is below"));
        if entry.file_type().is_dir() {
            fs::create_dir(to).expect("a folder can be made");
        } else if entry.file_type().is_symlink() {
            let target = fs::read_link(entry.path()).expect("it is a link");
            std::os::unix::fs::symlink(target, to).expect("a link can be made");
        } else {
            fs::copy(entry.path(), to).expect("a file can be copied");
        }
    }
    copy
}
