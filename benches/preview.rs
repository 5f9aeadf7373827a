//! How long it takes from saving a file to having the new page, beside `cp` of that file and the time that files must be quiet.
//!
//! `cargo bench --bench preview` measures 10 and 1,000 clinics; `cargo bench --bench preview -- 10` only ten.
//! The real program serves a generated repository ([`repository`]) on a file system in memory. Somebody looks at one clinic's
//! statement; each round saves a file of it, hears the event, and fetches the page until it holds what was saved. Then the round
//! waits until everything else is built and checked, which is told beside it.
//! The pages go over a socket as to a browser; what a browser does with them then is not in it.
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a bench is a program of its own")]

mod repository;

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use felles::serve::watch::QUIET;
use repository::Repository;

const SIZES: [usize; 2] = [10, 1000];

/// How many edits each median is of.
const EDITS: usize = 50;

/// A day on which nothing of the repository has run out.
const DATE: &str = "2026-11-21";

fn main() -> io::Result<()> {
    // Cargo itself adds `--bench`.
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { SIZES.to_vec() } else { asked };
    let memory = Path::new("/dev/shm");
    let place = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    println!("From save to the new page: medians of {EDITS} edits, in milliseconds");
    println!();
    println!(
        "{:>8} {:>14} {:>9} {:>12} {:>7} {:>11}",
        "clinics", "saved", "page", "cp + quiet", "ratio", "all checked"
    );
    let mut firsts = Vec::new();
    for clinics in sizes {
        let folder = tempfile::Builder::new().prefix("felles-bench-").tempdir_in(&place)?;
        let root = folder.path().join("site");
        let repository = Repository::write(&root, clinics)?;
        let start = Instant::now();
        let mut preview = Preview::start(&root, clinics)?;
        let first = start.elapsed();
        preview.wait_until_all_is_checked()?;
        firsts.push((clinics, first, start.elapsed()));
        let clinic = root.join("content/clinics/clinic-0/hours.toml");
        preview.measure(clinics, "a clinic's file", &clinic, |round| {
            repository.change_a_clinic(round)?;
            Ok(format!("Endret for {round}. gang."))
        })?;
        let (clause, text) = preview.shown_clause(&root)?;
        preview.measure(clinics, "group's clause", &clause, |round| {
            let marker = format!("Endret i runde {round}.");
            fs::write(&clause, format!("{text}\n{marker}\n"))?;
            Ok(marker)
        })?;
    }
    println!();
    for (clinics, page, all) in firsts {
        let [page, all] = [page, all].map(|time| time.as_secs_f64());
        println!(
            "{clinics:>8} clinics: the last clinic's page {page:.2} s after the start, all checked after {all:.2} s"
        );
    }
    println!();
    println!("page         until the page that somebody looks at holds what was saved");
    println!(
        "cp + quiet   `cp` of the saved file, and the {} ms for which files must be quiet",
        QUIET.as_millis()
    );
    println!("all checked  until every other page is made and checked too");
    Ok(())
}

/// A running preview, at which somebody looks.
struct Preview {
    child: Child,
    port: u16,
    events: BufReader<TcpStream>,
    page: String,
}

impl Preview {
    /// Starts it, and waits for the page of the last clinic.
    fn start(root: &Path, clinics: usize) -> io::Result<Self> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_felles"));
        command.args(["serve", "--port", "0", "--lang", "en", "--date", DATE, "--root"]).arg(root);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let told = BufReader::new(child.stdout.take().expect("the output is piped"));
        let mut told = told.lines();
        let port = loop {
            let line = told.next().ok_or_else(|| io::Error::other("the preview ended"))??;
            let port = line.split("http://localhost:").nth(1).map(|rest| rest.trim_end_matches('/').parse());
            if let Some(Ok(port)) = port {
                break port;
            }
        };
        // It tells of every change: somebody must read it.
        std::thread::spawn(move || told.for_each(drop));
        let mut events = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        write!(events, "GET /_felles/events HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n")?;
        let preview = Self { child, port, events: BufReader::new(events), page: String::new() };
        preview.get(&format!("/_/clinic-{}/", clinics - 1))?;
        Ok(preview)
    }

    fn wait_until_all_is_checked(&mut self) -> io::Result<()> {
        while self.get("/_felles/state")?.contains("\"checking\":true") {
            std::thread::sleep(Duration::from_millis(50));
        }
        let front = self.get("/_/clinic-0/")?;
        let targets = front.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let statement = targets.into_iter().find(|link| link.ends_with('/') && !link.contains([':', '.']));
        let statement = statement.ok_or_else(|| io::Error::other("the front page leads to no statement"))?;
        self.page = format!("/_/clinic-0/{statement}");
        Ok(())
    }

    fn get(&self, path: &str) -> io::Result<String> {
        let mut socket = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        let port = self.port;
        write!(socket, "GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n")?;
        let mut page = String::new();
        socket.read_to_string(&mut page)?;
        Ok(page)
    }

    /// Waits until the events say this.
    fn hear(&mut self, wanted: &str) -> io::Result<()> {
        let mut line = String::new();
        while line.trim_end() != wanted {
            line.clear();
            if self.events.read_line(&mut line)? == 0 {
                return Err(io::Error::other("the preview hung up"));
            }
        }
        Ok(())
    }

    /// A clause of the group that the page shows, and its text.
    fn shown_clause(&self, root: &Path) -> io::Result<(PathBuf, String)> {
        let page = self.get(&self.page)?;
        for entry in fs::read_dir(root.join("content/group/clauses"))? {
            let path = entry?.path();
            let text = fs::read_to_string(&path)?;
            let last = text.lines().rev().find(|line| !line.is_empty()).unwrap_or_default();
            // Words without placeholders and marks, as the page has them.
            if last.len() > 40 && !last.contains(['{', '[', '*', '_']) && page.contains(last) {
                return Ok((path, text));
            }
        }
        Err(io::Error::other("the page shows no clause of the group"))
    }

    fn measure(
        &mut self,
        clinics: usize,
        what: &str,
        file: &Path,
        edit: impl Fn(usize) -> io::Result<String>,
    ) -> io::Result<()> {
        let target = file.with_extension("copy~");
        let [mut pages, mut copies, mut wholes] = [(); 3].map(|()| Vec::new());
        for round in 0..EDITS {
            let start = Instant::now();
            let marker = edit(round)?;
            loop {
                self.hear("event: build")?;
                if self.get(&self.page)?.contains(&marker) {
                    break;
                }
            }
            pages.push(start.elapsed());
            self.hear("data: all")?;
            wholes.push(start.elapsed());
            let start = Instant::now();
            Command::new("cp").arg(file).arg(&target).status()?;
            copies.push(start.elapsed() + QUIET);
        }
        let [page, copy, whole] = [pages, copies, wholes].map(median);
        println!("{clinics:>8} {what:>14} {page:>9.1} {copy:>12.1} {:>7.2} {whole:>11.1}", page / copy);
        Ok(())
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The median in milliseconds.
fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1000.0
}
