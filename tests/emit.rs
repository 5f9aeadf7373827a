//! What a web server sees of a build: the output folder before, during and after.
#![expect(clippy::disallowed_methods, reason = "these tests look at the disk")]

use std::collections::BTreeMap;
use std::fs;
#[cfg(unix)]
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
#[cfg(unix)]
use std::process::Command;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use felles::emit::{BuildFacts, Published, Staging, StagingOptions};
use felles::model::OutputPath;
use felles::pipeline::Sink;
use rayon::prelude::*;
use tempfile::TempDir;

const PAGES: [(&str, &str); 4] = [
    ("nordlys/assets/site.css", "main {}"),
    ("nordlys/index.html", "<h1>Personvern</h1>"),
    ("nordlys/.well-known/security.txt", "Contact: mailto:x@example.no"),
    ("_hosting/nordlys/nginx.conf", "server {}"),
];

/// A disk with a site on it.
struct Disk {
    folder: TempDir,
}

/// What shows whether a file or folder was touched.
#[derive(Debug, PartialEq, Eq)]
struct Trace {
    modified: SystemTime,
    #[cfg(unix)]
    inode: u64,
    #[cfg(unix)]
    mode: u32,
    #[cfg(unix)]
    changed: (i64, i64),
}

impl Disk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("content")).unwrap();
        Self { folder }
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    fn public(&self) -> PathBuf {
        self.root().join("public")
    }

    fn live(&self, path: &str) -> PathBuf {
        self.public().join(path)
    }

    fn options(&self) -> StagingOptions {
        StagingOptions { source_root: self.root().to_owned(), allow_shrinking: false }
    }

    fn open(&self) -> anyhow::Result<Staging> {
        Staging::open(&self.public(), self.options())
    }

    fn build(&self, pages: &[(&str, &str)]) -> anyhow::Result<Published> {
        let staging = self.open()?;
        accept(&staging, pages);
        staging.finish(facts(20))
    }

    /// Everything on the disk with its bytes; folders have none. The lock, which Windows keeps, is left out.
    fn everything(&self) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
        let entries = walkdir::WalkDir::new(self.root()).min_depth(1).into_iter().map(Result::unwrap);
        let read = |path: &Path| path.is_file().then(|| fs::read(path).unwrap());
        let entries = entries.filter(|entry| cfg!(unix) || entry.file_name() != ".public.felles-lock");
        entries.map(|entry| (entry.path().to_owned(), read(entry.path()))).collect()
    }

    fn traces(&self) -> BTreeMap<PathBuf, Trace> {
        let entries = walkdir::WalkDir::new(self.public()).into_iter().map(Result::unwrap);
        entries.map(|entry| (entry.path().to_owned(), trace(entry.path()))).collect()
    }

    /// The names beside one another where the output is; the lock, which Windows keeps, is left out.
    fn names(&self) -> Vec<String> {
        let names = fs::read_dir(self.root()).unwrap().map(|entry| entry.unwrap().file_name());
        let names = names.map(|name| name.into_string().unwrap());
        names.filter(|name| cfg!(unix) || name != ".public.felles-lock").collect()
    }

    #[cfg(unix)]
    fn assert_exact_modes(&self) {
        for (path, trace) in self.traces() {
            assert_eq!(trace.mode, if path.is_dir() { 0o755 } else { 0o644 }, "{}", path.display());
        }
    }
}

fn trace(path: &Path) -> Trace {
    let metadata = fs::symlink_metadata(path).unwrap();
    Trace {
        modified: metadata.modified().unwrap(),
        #[cfg(unix)]
        inode: metadata.ino(),
        #[cfg(unix)]
        mode: metadata.mode() & 0o7777,
        #[cfg(unix)]
        changed: (metadata.ctime(), metadata.ctime_nsec()),
    }
}

/// The whole seconds of a time, which servers compare.
fn second(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).unwrap().as_secs()
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn facts(day: i8) -> BuildFacts {
    BuildFacts { date: jiff::civil::date(2026, 6, day), fingerprint: "sha256:1".to_owned() }
}

fn accept(staging: &Staging, pages: &[(&str, &str)]) {
    pages
        .par_iter()
        .for_each(|(path, text)| staging.accept(&OutputPath::parse(path).unwrap(), text.as_bytes()));
}

fn with_page(text: &'static str) -> Vec<(&'static str, &'static str)> {
    PAGES
        .into_iter()
        .map(|(path, old)| (path, if path == "nordlys/index.html" { text } else { old }))
        .collect()
}

#[track_caller]
fn assert_fails<T>(result: anyhow::Result<T>, reason: &str) {
    let error = result.err().expect("it is refused").to_string();
    assert!(error.contains(reason), "{error}");
}

#[test]
fn the_first_build_writes_every_file_and_a_manifest_that_names_them() {
    let disk = Disk::new();
    assert_eq!(disk.build(&PAGES).unwrap(), Published::Switched { written: 4, kept: 0, removed: 0 });
    for (path, text) in PAGES {
        assert_eq!(fs::read_to_string(disk.live(path)).unwrap(), text);
    }
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(disk.live("manifest.json")).unwrap()).unwrap();
    assert_eq!(manifest["date"], "2026-06-20");
    assert_eq!(manifest["fingerprint"], "sha256:1");
    assert_eq!(manifest["files"].as_object().unwrap().len(), 4);
    let page = &manifest["files"]["nordlys/index.html"];
    assert_eq!(page["length"], 19);
    assert_eq!(page["sha256"], "a0eb1d060709d60cb922d3f89a9fbb16c342792931bc119269c70c00b8acda43");
    let names = disk.names();
    assert_eq!(names.len(), 2, "beside the sources and the output there is {names:?}");
}

#[test]
fn an_empty_folder_and_a_missing_parent_are_fine() {
    let disk = Disk::new();
    fs::create_dir(disk.public()).unwrap();
    disk.build(&PAGES).unwrap();
    let staging = Staging::open(&disk.root().join("out/of/here/"), disk.options()).unwrap();
    accept(&staging, &PAGES);
    staging.finish(facts(20)).unwrap();
    assert!(disk.root().join("out/of/here/nordlys/index.html").exists());
}

#[test]
fn a_rebuild_that_differs_by_nothing_but_its_date_touches_nothing() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    let before = disk.traces();
    let staging = disk.open().unwrap();
    accept(&staging, &PAGES);
    assert_eq!(staging.finish(facts(21)).unwrap(), Published::Unchanged);
    assert_eq!(disk.traces(), before);
    assert_eq!(disk.names().len(), 2);
}

#[test]
fn another_fingerprint_is_published_though_the_pages_are_the_same() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    let before = disk.traces();
    let staging = disk.open().unwrap();
    accept(&staging, &PAGES);
    let published = staging.finish(BuildFacts { fingerprint: "sha256:2".to_owned(), ..facts(21) }).unwrap();
    assert_eq!(published, Published::Switched { written: 0, kept: 4, removed: 0 });
    let manifest = fs::read_to_string(disk.live("manifest.json")).unwrap();
    assert!(manifest.contains("sha256:2") && manifest.contains("2026-06-21"), "{manifest}");
    let (new, old) = (trace(&disk.live("manifest.json")), &before[&disk.live("manifest.json")]);
    assert!(second(new.modified) > second(old.modified));
}

#[test]
fn a_changed_file_is_newer_by_a_second_and_the_others_keep_their_inodes_and_times() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    let before = disk.traces();
    let published = disk.build(&with_page("<h1>Personvarn</h1>")).unwrap();
    assert_eq!(published, Published::Switched { written: 1, kept: 3, removed: 0 });
    let after = disk.traces();
    for (path, _) in PAGES {
        let (before, after) = (&before[&disk.live(path)], &after[&disk.live(path)]);
        if path == "nordlys/index.html" {
            assert!(second(after.modified) > second(before.modified), "{before:?} {after:?}");
        } else {
            assert_eq!(after.modified, before.modified);
            #[cfg(unix)]
            assert_eq!((after.inode, after.mode), (before.inode, before.mode));
        }
    }
}

#[test]
fn a_changed_file_is_newer_even_if_the_old_one_is_from_the_future() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    let page = disk.live("nordlys/index.html");
    let future = UNIX_EPOCH + Duration::from_secs(4_000_000_000);
    fs::File::options().write(true).open(&page).unwrap().set_modified(future).unwrap();
    let time = || fs::metadata(&page).unwrap().modified().unwrap();
    disk.build(&with_page("<h1>Personvarn</h1>")).unwrap();
    assert_eq!(time(), future + Duration::from_secs(1));
    // Its length tells it from the one before, so it does not run further ahead of the clock.
    disk.build(&with_page("<h1>Nytt</h1>")).unwrap();
    assert_eq!(time(), future + Duration::from_secs(1));
}

#[test]
fn a_page_that_is_gone_from_the_content_is_gone_from_the_output() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    let published = disk.build(&PAGES[..3]).unwrap();
    assert_eq!(published, Published::Switched { written: 0, kept: 3, removed: 1 });
    assert!(!disk.live("_hosting").exists());
}

#[test]
fn a_build_that_drops_more_than_half_of_the_files_asks_first() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    let before = disk.traces();
    assert_fails(disk.build(&PAGES[..1]), "would remove 3 of the 4 files");
    assert_eq!(disk.traces(), before);
    assert_eq!(disk.build(&PAGES[..2]).unwrap(), Published::Switched { written: 0, kept: 2, removed: 2 });

    let staging =
        Staging::open(&disk.public(), StagingOptions { allow_shrinking: true, ..disk.options() }).unwrap();
    assert_eq!(staging.finish(facts(20)).unwrap(), Published::Switched { written: 0, kept: 0, removed: 2 });
}

#[test]
fn folders_that_are_not_ours_are_refused_and_untouched() {
    let check = |prepare: &dyn Fn(&Disk), reason: &str| {
        let disk = Disk::new();
        prepare(&disk);
        let before = disk.everything();
        assert_fails(disk.open(), reason);
        assert_eq!(disk.everything(), before);
    };
    check(&|disk| fs::write(disk.public(), "a file").unwrap(), "is no folder");
    check(&|disk| fs::create_dir_all(disk.live("photos")).unwrap(), "is not empty");
    #[cfg(unix)]
    check(&|disk| symlink("content", disk.public()).unwrap(), "is a link");
    #[cfg(unix)]
    check(&|disk| symlink("nowhere", disk.public()).unwrap(), "is a link");
    let with_manifest = |text: &'static str| {
        move |disk: &Disk| {
            fs::create_dir(disk.public()).unwrap();
            fs::write(disk.live("manifest.json"), text).unwrap();
        }
    };
    check(&with_manifest(""), "is not empty");
    check(&with_manifest(r#"{ "name": "An app", "icons": [] }"#), "is not empty");
    check(&with_manifest(r#"{ "format": 1, "files": {} }"#), "is not empty");
    let left_by_somebody =
        |disk: &Disk| fs::create_dir_all(disk.root().join(".public.felles-staging/thesis")).unwrap();
    check(&left_by_somebody, "felles did not make it");
}

#[test]
fn a_folder_that_fills_up_during_the_build_is_refused() {
    let disk = Disk::new();
    let staging = disk.open().unwrap();
    accept(&staging, &PAGES);
    fs::create_dir_all(disk.live("photos")).unwrap();
    assert_fails(staging.finish(facts(20)), "is not empty");
    assert!(disk.live("photos").exists());
}

#[test]
fn the_sites_own_folders_are_refused() {
    let disk = Disk::new();
    assert_fails(Staging::open(disk.root(), disk.options()), "the site's sources");
    assert_fails(Staging::open(&disk.root().join("content"), disk.options()), "lies among");
    assert_fails(Staging::open(Path::new("/"), disk.options()), "the whole disk");
}

#[test]
fn a_second_build_at_the_same_time_is_refused_and_one_after_it_is_not() {
    let disk = Disk::new();
    let first = disk.open().unwrap();
    assert_fails(disk.open(), "another build is writing to");
    accept(&first, &PAGES);
    first.finish(facts(20)).unwrap();
    disk.build(&PAGES).unwrap();
}

#[test]
fn what_a_killed_build_left_is_no_hindrance() {
    let disk = Disk::new();
    fs::create_dir_all(disk.root().join(".public.felles-staging/tree/nordlys")).unwrap();
    fs::write(disk.root().join(".public.felles-staging/tree/nordlys/index.html"), "<h1>Pers").unwrap();
    fs::write(disk.root().join(".public.felles-lock"), "").unwrap();
    assert_eq!(disk.build(&PAGES).unwrap(), Published::Switched { written: 4, kept: 0, removed: 0 });
    assert_eq!(disk.names().len(), 2);
}

/// Where folders cannot be exchanged, they change places in three steps: the live one is moved away, the new
/// one takes its place, and the old one goes.
#[test]
fn a_build_that_was_killed_between_two_steps_of_the_switch_loses_nothing() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    let before = disk.everything();
    let staging = disk.root().join(".public.felles-staging");
    // After the first step: the old pages are those that count.
    fs::create_dir_all(staging.join("tree/nordlys")).unwrap();
    fs::rename(disk.public(), staging.join("tree.old")).unwrap();
    assert_eq!(disk.build(&PAGES).unwrap(), Published::Unchanged);
    assert_eq!(disk.everything(), before);
    // After the second: the new ones do.
    fs::create_dir_all(staging.join("tree.old/nordlys")).unwrap();
    fs::write(staging.join("tree.old/nordlys/index.html"), "<h1>Gammelt</h1>").unwrap();
    assert_eq!(disk.build(&PAGES).unwrap(), Published::Unchanged);
    assert_eq!(disk.everything(), before);
}

#[test]
fn a_file_that_is_read_only_is_kept_and_then_taken_away() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    if cfg!(windows) {
        let mut rights = fs::metadata(disk.live("nordlys/assets/site.css")).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(disk.live("nordlys/assets/site.css"), rights).unwrap();
    }
    let published = disk.build(&with_page("<h1>Personvarn</h1>")).unwrap();
    assert_eq!(published, Published::Switched { written: 1, kept: 3, removed: 0 });
    let published = disk.build(&with_page("<h1>Personvarn</h1>")[1..]).unwrap();
    assert_eq!(published, Published::Switched { written: 0, kept: 3, removed: 1 });
    assert_eq!(disk.names().len(), 2, "{:?}", disk.names());
}

#[cfg(windows)]
#[test]
fn a_page_that_a_program_holds_open_for_a_moment_is_no_hindrance() {
    use std::os::windows::fs::OpenOptionsExt;

    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    // As a scanner reads: nobody else may write it or take it away.
    let held =
        fs::File::options().read(true).share_mode(1).open(disk.live("nordlys/assets/site.css")).unwrap();
    let new_tree = disk.root().join(".public.felles-staging/tree/manifest.json");
    std::thread::scope(|scope| {
        scope.spawn(move || {
            while !new_tree.exists() {
                std::thread::yield_now();
            }
            drop(held);
        });
        let published = disk.build(&with_page("<h1>Personvarn</h1>")).unwrap();
        assert_eq!(published, Published::Switched { written: 1, kept: 3, removed: 0 });
    });
}

#[test]
fn a_dropped_build_leaves_no_trace() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    let (before, traces) = (disk.everything(), disk.traces());
    let staging = disk.open().unwrap();
    accept(&staging, &with_page("changed"));
    drop(staging);
    assert_eq!(disk.everything(), before);
    assert_eq!(disk.traces(), traces);
}

#[test]
fn the_first_failure_is_told_with_its_path_and_the_live_tree_stays() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    let before = disk.everything();
    let staging = disk.open().unwrap();
    accept(&staging, &PAGES);
    for clash in
        [("nordlys/new", "a file"), ("nordlys/new/below", "needs a folder"), ("nordlys/new/other", "too")]
    {
        accept(&staging, &[clash]);
    }
    let error = staging.finish(facts(20)).unwrap_err().to_string();
    assert!(error.contains("cannot write") && error.contains("public/nordlys/new/below"), "{error}");
    assert!(!error.contains('\\'), "{error}");
    assert_eq!(disk.everything(), before);
}

#[cfg(unix)]
#[test]
fn what_was_changed_by_hand_is_repaired() {
    let check = |tamper: &dyn Fn(&Disk), written, removed| {
        let disk = Disk::new();
        disk.build(&PAGES).unwrap();
        let before = disk.everything();
        tamper(&disk);
        assert_eq!(disk.build(&PAGES).unwrap(), Published::Switched { written, kept: 4 - written, removed });
        assert_eq!(disk.everything(), before);
        disk.assert_exact_modes();
    };
    let page = |disk: &Disk| disk.live("nordlys/index.html");
    check(&|disk| fs::write(page(disk), "<h1>Personvarn</h1>").unwrap(), 1, 0);
    check(&|disk| fs::write(page(disk), "").unwrap(), 1, 0);
    check(&|disk| fs::remove_file(page(disk)).unwrap(), 1, 0);
    check(&|disk| set_mode(&page(disk), 0o666), 1, 0);
    check(&|disk| set_mode(&disk.live("nordlys"), 0o700), 0, 0);
    check(&|disk| set_mode(&disk.public(), 0o2755), 0, 0);
    check(&|disk| set_mode(&disk.live("manifest.json"), 0o600), 0, 0);
    check(&|disk| fs::write(disk.live("stray"), "").unwrap(), 0, 1);
    check(&|disk| fs::create_dir(disk.live("nordlys/empty")).unwrap(), 0, 0);
    let becomes_a_link = |disk: &Disk| {
        fs::remove_file(page(disk)).unwrap();
        symlink("../manifest.json", page(disk)).unwrap();
    };
    check(&becomes_a_link, 1, 0);
    let becomes_a_folder = |disk: &Disk| {
        fs::remove_file(page(disk)).unwrap();
        fs::create_dir(page(disk)).unwrap();
    };
    check(&becomes_a_folder, 1, 0);
}

#[cfg(unix)]
#[test]
fn modes_are_exact_whatever_the_folder_above_hands_down() {
    let disk = Disk::new();
    set_mode(disk.root(), 0o2755);
    disk.build(&PAGES).unwrap();
    disk.assert_exact_modes();
    disk.build(&with_page("changed")).unwrap();
    disk.assert_exact_modes();
}

#[cfg(unix)]
#[test]
fn modes_are_exact_under_any_umask() {
    // A test cannot change the umask for itself alone, so the test above runs once more in a process of its own.
    let tests = std::env::current_exe().unwrap();
    let script = r#"umask 077 && "$0" --exact modes_are_exact_whatever_the_folder_above_hands_down"#;
    let output = Command::new("sh").args(["-c", script]).arg(tests).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}
