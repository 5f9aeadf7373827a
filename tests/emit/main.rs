//! What a web server sees of a build: the output folder before, during and after.
#![expect(clippy::disallowed_methods, reason = "these tests look at the disk")]

mod files;
mod killed;
#[cfg(unix)]
mod modes;
mod refused;

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
        StagingOptions { source_root: self.root().to_owned(), allow_shrinking: false, allow_deleting: false }
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
    let (date, fingerprint) = (jiff::civil::date(2026, 6, day), "sha256:1".to_owned());
    BuildFacts { date, fingerprint, allowed_stale: Vec::new() }
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
