//! `felles serve` on a copy of a site, whose files a test edits.
#![expect(clippy::disallowed_methods, reason = "copies a site, edits it and waits with a deadline")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;
use walkdir::WalkDir;

use crate::driver::Browser;

/// A deadline against a hang; nothing takes this long.
const LONG: Duration = Duration::from_mins(1);

/// A preview of a copy of a site; it ends with this.
pub(crate) struct Program {
    child: Child,
    port: u16,
    folder: TempDir,
    date: String,
}

impl Program {
    /// Serves a copy of the site in this folder of the repository, as on this day, after `arrange` has changed it.
    pub(crate) fn serve(site: &str, date: &str, arrange: impl FnOnce(&Self)) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the site");
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(site);
        for part in ["site.toml", "content", "themes"] {
            copy(&from.join(part), &folder.path().join(part));
        }
        // The files are as they are to be before the program reads them.
        let idle = Command::new("true").spawn().expect("a program that does nothing");
        let mut program = Self { child: idle, port: 0, folder, date: date.to_owned() };
        arrange(&program);
        program.start();
        program
    }

    /// Ends the preview, and starts another at the same port after `meanwhile` has changed the site.
    pub(crate) fn restart(&mut self, meanwhile: impl FnOnce(&Self)) {
        self.child.kill().expect("it runs");
        meanwhile(self);
        self.start();
    }

    /// Starts the preview when the last program has ended.
    fn start(&mut self) {
        self.child.wait().expect("it ends");
        let mut command = Command::new(env!("CARGO_BIN_EXE_felles"));
        command.args(["serve", "--lang", "en", "--date", &self.date, "--port", &self.port.to_string()]);
        // Nobody is there: a test sees what would be opened.
        command.args(["--editor", "http://editor.localhost/?opened={path}:{line}:{column}", "--root"]);
        command.arg(self.folder.path());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        self.child = command.spawn().expect("the preview starts");
        let mut lines = BufReader::new(self.child.stdout.take().expect("its output is piped")).lines();
        let port = lines.find_map(|line| {
            line.ok()?.split_once("http://localhost:")?.1.trim_end_matches('/').parse().ok()
        });
        self.port = port.expect("the preview says its port");
        // Read on, or the preview would wait for room in the pipe.
        std::thread::spawn(move || lines.for_each(drop));
    }

    /// The address of a page of all brands, or of one: `nordlys` and `/en/`.
    pub(crate) fn at(&self, brand: Option<&str>, path: &str) -> String {
        let host = brand.map_or_else(|| "localhost".to_owned(), |brand| format!("{brand}.localhost"));
        format!("http://{host}:{}{path}", self.port)
    }

    /// A file's text.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.path().join(path)).expect("the file can be read")
    }

    /// The names in a folder, in order.
    pub(crate) fn files(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path().join(folder)).expect("the folder can be read");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("an entry of the folder").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Saves a copy of a folder.
    pub(crate) fn copy(&self, from: &str, to: &str) {
        copy(&self.folder.path().join(from), &self.folder.path().join(to));
    }

    /// Saves a file.
    pub(crate) fn write(&self, path: &str, text: &str) {
        fs::write(self.folder.path().join(path), text).expect("the file can be written");
    }

    /// Takes a file away.
    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.folder.path().join(path)).expect("the file can be removed");
    }

    /// Makes a link to a file that is nowhere, which cannot be read.
    pub(crate) fn link_to_nowhere(&self, path: &str) {
        let nowhere = self.folder.path().join("nowhere");
        std::os::unix::fs::symlink(nowhere, self.folder.path().join(path)).expect("a link can be made");
    }

    /// Saves a file with `new` in the place of `old`, which is in it.
    pub(crate) fn edit(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} has {old:?}");
        self.write(path, &text.replacen(old, new, 1));
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in WalkDir::new(from).into_iter().map(|entry| entry.expect("the site can be read")) {
        let target = to.join(entry.path().strip_prefix(from).expect("it is below"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).expect("a folder can be made");
        } else {
            fs::copy(entry.path(), if from.is_file() { to } else { &target }).expect("a file can be copied");
        }
    }
}

/// Looks until this is true in the page, and fails with what `shown` gives there if it never is.
pub(crate) fn until(browser: &Browser, what: &str, is_so: &str) {
    let start = Instant::now();
    while browser.run(&format!("return Boolean({is_so})")) != Value::Bool(true) {
        if start.elapsed() > LONG {
            let page = browser.run(
                "const bar = document.querySelector('felles-preview')?.shadowRoot;
                return [location.href, document.body.innerText.slice(0, 2000), bar?.querySelector('.bar').innerText]",
            );
            panic!("{what}: {is_so}: {page:#}");
        }
    }
}
