//! The program itself: `felles serve` (hardening E10).
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "runs the program and looks at what it leaves")]

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use super::client::{get, until};
use crate::paths::{copy_site, felles, files_below, fixture};

/// A preview of a copy of a site, as a program of its own; it ends with this.
pub(super) struct Program {
    child: Child,
    output: BufReader<ChildStdout>,
    port: u16,
    folder: TempDir,
}

impl Program {
    /// Starts it below a shell, after `before`.
    pub(super) fn serve(before: &str) -> Self {
        Self::serve_with(before, "--port 0")
    }

    fn serve_with(before: &str, arguments: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy_site(&fixture("sites/fjord"), &folder.path().join("site"), |_| {});
        fs::create_dir_all(folder.path().join("site/public")).unwrap();
        fs::write(folder.path().join("site/public/mine.txt"), "mine").unwrap();
        fs::create_dir_all(folder.path().join("temporary")).unwrap();
        let script =
            format!("{before} exec \"$0\" serve --root site --date 2026-07-01 --lang en {arguments}");
        let mut child = Command::new("sh")
            .arg("-c")
            .arg(script)
            .arg(felles())
            .current_dir(folder.path())
            .env("TMPDIR", folder.path().join("temporary"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut lines = String::new();
        let port = loop {
            assert!(output.read_line(&mut lines).unwrap() > 0, "it did not start: {lines}");
            let port =
                lines.split_once("http://localhost:").map(|(_, rest)| rest.trim_end_matches("/\n").parse());
            if let Some(port) = port {
                break port.unwrap();
            }
        };
        Self { child, output, port, folder }
    }

    pub(super) fn port(&self) -> u16 {
        self.port
    }

    pub(super) fn id(&self) -> u32 {
        self.child.id()
    }

    pub(super) fn site(&self) -> &Path {
        self.folder.path()
    }

    /// Stops it with a signal; gives its exit status, the rest of its answers, and its complaints.
    fn stop(mut self, signal: Signal) -> (Option<i32>, String, String) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
        let (mut answers, mut complaints) = (String::new(), String::new());
        self.output.read_to_string(&mut answers).unwrap();
        self.child.stderr.take().unwrap().read_to_string(&mut complaints).unwrap();
        let status = self.child.wait().unwrap().code();
        let left = files_below(&self.folder.path().join("temporary"));
        assert_eq!(left, Vec::<String>::new(), "nothing is left in the temporary folder");
        assert_eq!(fs::read_dir(self.folder.path().join("temporary")).unwrap().count(), 0);
        (status, answers, complaints)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Every file with its content and the time of its last change.
fn state(folder: &Path) -> Vec<(String, Vec<u8>, std::time::SystemTime)> {
    let state = |file: String| {
        let path = folder.join(&file);
        let changed = fs::metadata(&path).unwrap().modified().unwrap();
        (file, fs::read(path).unwrap(), changed)
    };
    files_below(folder).into_iter().map(state).collect()
}

#[test]
fn the_preview_writes_nothing_to_the_site() {
    let program = Program::serve("");
    let site = program.site().join("site");
    let before = state(&site);
    assert!(before.iter().any(|(path, _, _)| path == "public/mine.txt"));
    for target in ["/", "/en/", "/x"] {
        get(program.port(), "nordlys.localhost", target);
    }
    assert_eq!(state(&site), before);
    assert_eq!(fs::read_dir(site.join("public")).unwrap().count(), 1);
}

#[test]
fn it_stops_in_order_when_it_is_asked_to() {
    for signal in [Signal::INT, Signal::TERM] {
        let program = Program::serve("");
        assert_eq!(get(program.port(), "nordlys.localhost", "/").status, 200);
        let (status, answers, complaints) = program.stop(signal);
        assert_eq!((status, complaints.as_str()), (Some(0), ""));
        assert!(answers.contains("  nordlys     http://nordlys.localhost:"), "{answers}");
        assert!(answers.ends_with("the preview has stopped\n"), "{answers}");
    }
}

#[test]
fn it_listens_to_this_machine_alone() {
    let program = Program::serve("");
    let port = format!(":{:04X} ", program.port());
    let mut listening = Vec::new();
    for table in ["/proc/net/tcp", "/proc/net/tcp6"] {
        let text = fs::read_to_string(table).unwrap_or_default();
        // The fourth field 0A is LISTEN.
        let of_port = text.lines().filter(|line| {
            let fields: Vec<&str> = line.split_whitespace().collect();
            fields.get(1).is_some_and(|local| format!("{local} ").ends_with(&port))
                && fields.get(3) == Some(&"0A")
        });
        listening.extend(of_port.map(|line| line.split_whitespace().nth(1).unwrap().to_owned()));
    }
    assert!(!listening.is_empty());
    for local in listening {
        let address = local.split(':').next().unwrap();
        assert!(["0100007F", "00000000000000000000000001000000"].contains(&address), "{local}");
    }
}

#[test]
fn a_busy_port_becomes_the_next_free_one_and_that_is_said() {
    let first = Program::serve("");
    let second = Program::serve_with("", &format!("--port {}", first.port()));
    assert!(second.port() > first.port());
    let said =
        format!("port {} is in use by another program, so this is port {}\n", first.port(), second.port());
    let (_, _, complaints) = second.stop(Signal::TERM);
    assert_eq!(complaints, said);
}

#[test]
fn a_name_that_is_allowed_is_answered_and_learns_no_path_of_this_machine() {
    let own = Program::serve("");
    let folder = own.site().to_string_lossy().into_owned();
    assert!(
        get(own.port(), "localhost", "/_felles/state").text().contains(&folder),
        "own pages open the editor"
    );
    let program =
        Program::serve_with("", "--port 0 --allow-host Klinikk-PC.local --allow-host a1b2.tunnel.example");
    let folder = program.site().to_string_lossy().into_owned();
    let port = program.port();
    for host in ["klinikk-pc.local:8000", "KLINIKK-PC.local", "a1b2.tunnel.example", "localhost"] {
        for target in ["/", "/_felles/state", "/_/nordlys/"] {
            let reply = get(port, host, target);
            assert_eq!(reply.status, 200, "{host}{target}");
            assert!(!reply.text().contains(&folder), "{host}{target}: {}", reply.text());
        }
    }
    for host in ["klinikk-tv.local", "x.klinikk-pc.local", "evil.example"] {
        let reply = get(port, host, "/_/nordlys/");
        assert_eq!(reply.status, 421, "{host}");
        assert!(reply.text().contains(&format!("`--allow-host {host}`")), "{}", reply.text());
    }
    let (_, _, complaints) = program.stop(Signal::TERM);
    assert!(complaints.contains("everybody who can reach `klinikk-pc.local`"), "{complaints}");
}

#[test]
fn an_address_of_the_network_comes_with_a_warning() {
    let mut child = Command::new(felles())
        .args(["serve", "--port", "0", "--host", "0.0.0.0", "--lang", "en", "--date", "2026-07-01", "--root"])
        .arg(fixture("sites/minimal"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut warning = String::new();
    let mut complaints = BufReader::new(child.stderr.take().unwrap());
    until("it warns", || {
        complaints.read_line(&mut warning).unwrap();
        warning.contains("warning: everybody who can reach `0.0.0.0")
    });
    assert!(!warning.contains("`0.0.0.0:0`"), "{warning}");
    child.kill().unwrap();
    child.wait().unwrap();
}
