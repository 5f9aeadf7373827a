//! How long `felles build` takes, in units of `cp -r` of its own output, and how much memory.
//!
//! `cargo bench --bench build` measures 10, 100 and 1,000 clinics; `cargo bench --bench build -- 10` only ten.
//! The real program builds a generated repository ([`repository`]) on a file system in memory, so that no disk is
//! measured. Times are never printed: on another machine they say nothing, and the ratio says nearly the same.
//! Every ratio is of two medians, and what is compared ran in turns. On a machine that others use too, a build with
//! several threads loses more than a copy with one: there the ratio of the two shortest times is nearer the truth.
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a bench is a program of its own")]

mod hugo;
mod repository;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use repository::Repository;
use walkdir::WalkDir;

/// The day that is built for: both notices are shown.
const DATE: &str = "2026-11-21";

/// The sizes that are measured unless the arguments name others.
const SIZES: [usize; 3] = [10, 100, 1000];

const LEGEND: [&str; 6] = [
    "build: into an empty place; at best: the same, the shortest times instead of the medians",
    "Hugo: one Hugo site with the same words and no checks, where Hugo is on the path or named by the environment variable HUGO",
    "unchanged: once more, and nothing differs",
    "one clinic: once more, and one line of one clinic's hours differs",
    "peak: the most memory that was in use at once (VmHWM)",
    "per clinic: by how much that rose for each further clinic",
];

fn main() -> io::Result<()> {
    // Cargo itself adds `--bench`.
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { SIZES.to_vec() } else { asked };
    let memory = Path::new("/dev/shm");
    let place = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    println!("`felles build` on {}, 1.00 = `cp -r` of its own output beside it", place.display());
    println!();
    println!(
        "{:>8} {:>8} {:>9} {:>8} {:>9} {:>8} {:>10} {:>11} {:>10} {:>11}",
        "clinics",
        "files",
        "output",
        "build",
        "at best",
        "Hugo",
        "unchanged",
        "one clinic",
        "peak",
        "per clinic"
    );
    let hugo = hugo::find();
    let mut before: Option<Measured> = None;
    for clinics in sizes {
        let folder = tempfile::Builder::new().prefix("felles-bench-").tempdir_in(&place)?;
        let measured = measure(folder.path(), clinics, hugo.as_deref())?;
        println!("{}", measured.row(before.as_ref()));
        before = Some(measured);
    }
    println!();
    for line in LEGEND {
        println!("{line}");
    }
    Ok(())
}

/// What is known of one size.
struct Measured {
    clinics: usize,
    files: usize,
    bytes: u64,
    build: f64,
    at_best: f64,
    /// None if Hugo is not there.
    hugo: Option<f64>,
    unchanged: f64,
    one_clinic: f64,
    /// In kilobytes.
    peak: u64,
}

impl Measured {
    fn row(&self, before: Option<&Self>) -> String {
        let Self { clinics, files, build, at_best, unchanged, one_clinic, .. } = self;
        let hugo = self.hugo.map_or_else(|| "-".to_owned(), |hugo| format!("{hugo:.2}"));
        let growth = before.filter(|before| before.clinics < *clinics).map(|before| {
            format!("{} kB", self.peak.saturating_sub(before.peak) / (clinics - before.clinics) as u64)
        });
        format!(
            "{clinics:>8} {files:>8} {:>6} MB {build:>8.2} {at_best:>9.2} {hugo:>8} {unchanged:>10.2} {one_clinic:>11.2} {:>7} MB {:>11}",
            self.bytes / 1_000_000,
            self.peak / 1000,
            growth.unwrap_or_default(),
        )
    }
}

/// The times of one kind of run.
#[derive(Default)]
struct Times(Vec<Duration>);

impl Times {
    fn add(&mut self, run: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        let start = Instant::now();
        run()?;
        self.0.push(start.elapsed());
        Ok(())
    }

    fn median(&self) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort();
        sorted[sorted.len() / 2]
    }

    fn shortest(&self) -> Duration {
        self.0.iter().min().copied().unwrap_or_default()
    }

    fn in_units_of(&self, other: &Self) -> f64 {
        self.median().as_secs_f64() / other.median().as_secs_f64()
    }
}

fn measure(folder: &Path, clinics: usize, hugo: Option<&Path>) -> io::Result<Measured> {
    let root = folder.join("site");
    let repository = Repository::write(&root, clinics)?;
    let (output, copy) = (root.join("public"), folder.join("copy"));
    let (project, pages) = (folder.join("hugo"), folder.join("pages"));
    if hugo.is_some() {
        hugo::write(&root, &project)?;
    }
    let [mut built, mut copied, mut by_hugo, mut unchanged, mut one_clinic] =
        [(); 5].map(|()| Times::default());
    let rounds = if clinics < 500 { 15 } else { 7 };
    for round in 0..rounds {
        delete(&output)?;
        delete(&copy)?;
        built.add(|| build(&root))?;
        copied.add(|| succeed(Command::new("cp").arg("-r").arg(&output).arg(&copy)))?;
        if let Some(hugo) = hugo {
            delete(&pages)?;
            by_hugo.add(|| succeed(&mut hugo::build(hugo, &project, &pages)))?;
        }
        unchanged.add(|| build(&root))?;
        repository.change_a_clinic(round)?;
        one_clinic.add(|| build(&root))?;
    }
    let (files, bytes) = count(&output)?;
    [&output, &copy, &pages].into_iter().try_for_each(|folder| delete(folder))?;
    Ok(Measured {
        clinics,
        files,
        bytes,
        build: built.in_units_of(&copied),
        at_best: built.shortest().as_secs_f64() / copied.shortest().as_secs_f64(),
        hugo: hugo.map(|_| by_hugo.in_units_of(&copied)),
        unchanged: unchanged.in_units_of(&copied),
        one_clinic: one_clinic.in_units_of(&copied),
        peak: peak_of_a_build(&root)?,
    })
}

fn felles(root: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_felles"));
    command.args(["build", "--date", DATE, "--root"]).arg(root).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn build(root: &Path) -> io::Result<()> {
    succeed(&mut felles(root))
}

fn succeed(command: &mut Command) -> io::Result<()> {
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("{command:?}: {status}"))) }
}

/// The peak of a build's memory in kilobytes, read again and again while it runs: the system forgets it at the end.
fn peak_of_a_build(root: &Path) -> io::Result<u64> {
    let mut child = felles(root).spawn()?;
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut peak = 0;
    while child.try_wait()?.is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
        peak = peak.max(kilobytes.unwrap_or(0));
        thread::sleep(Duration::from_micros(200));
    }
    Ok(peak)
}

fn count(folder: &Path) -> io::Result<(usize, u64)> {
    let mut total = (0, 0);
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            total = (total.0 + 1, total.1 + entry.metadata()?.len());
        }
    }
    Ok(total)
}

fn delete(folder: &Path) -> io::Result<()> {
    if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) }
}
