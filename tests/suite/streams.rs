//! A reader that goes away, and a disk that is full.
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "writes a file for the program to read")]

use std::fs::{self, File};
use std::io::Read;
use std::process::{Command, ExitStatus, Stdio};

use crate::paths::{copy_site, felles, fixture};

fn trace() -> Command {
    let mut command = Command::new(felles());
    command.args(["trace", "nordlys", "contacts.privacy", "--root"]).arg(fixture("sites/fjord"));
    command
}

/// Runs a command whose answers go to `stdout` and whose findings go to `stderr`; what it says to neither is its panic.
fn run(mut command: Command, stdout: impl Into<Stdio>, stderr: impl Into<Stdio>) -> ExitStatus {
    command.stdin(Stdio::null()).stdout(stdout).stderr(stderr).status().unwrap()
}

/// A pipe that nobody reads.
fn closed_pipe() -> std::io::PipeWriter {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    writer
}

fn full_disk() -> File {
    File::options().write(true).open("/dev/full").unwrap()
}

#[test]
fn a_reader_that_went_away_is_no_failure() {
    assert_eq!(run(trace(), closed_pipe(), Stdio::inherit()).code(), Some(0));
}

#[test]
fn a_reader_that_goes_away_early_sees_no_panic() {
    let mut child =
        trace().stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let mut complaints = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaints).unwrap();
    assert_eq!((child.wait().unwrap().code(), complaints.as_str()), (Some(0), ""));
}

#[test]
fn findings_that_nobody_reads_are_no_panic() {
    let mut command = trace();
    command.args(["--lang", "en", "extra"]);
    assert_eq!(run(command, closed_pipe(), closed_pipe()).code(), Some(2));
    let mut command = Command::new(felles());
    command.args(["trace", "nobody", "name", "--root"]).arg(fixture("sites/fjord"));
    assert_eq!(run(command, closed_pipe(), closed_pipe()).code(), Some(1));
}

#[test]
fn signs_that_steer_a_terminal_are_shown_and_not_sent() {
    let folder = tempfile::tempdir().unwrap();
    copy_site(&fixture("sites/minimal"), folder.path(), |_| {});
    let clause = folder.path().join("content/group/clauses/who-we-are.nb.md");
    fs::write(&clause, "# Hvem \u{1b}[31mvi er\n\nSe \u{1b}[2J&#27;[2J\u{9b}2J.\n").unwrap();
    for arguments in [&["build"][..], &["build", "--format", "short"], &["trace", "havna", "who-we-are"]] {
        let mut command = Command::new(felles());
        let output = command.args(arguments).arg("--root").arg(folder.path()).output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        let steers = |sign: char| sign.is_control() && sign != '\n';
        assert!(!said.contains(steers), "{arguments:?}: {said:?}");
        assert!(said.contains("who-we-are.nb.md:"), "{arguments:?}: {said}");
    }
}

#[test]
fn a_files_name_is_no_line_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    copy_site(&fixture("sites/minimal"), folder.path(), |_| {});
    fs::write(folder.path().join("content/group/a\n::error::b\r::c.toml"), "x = 1\n").unwrap();
    for format in ["human", "short", "github"] {
        let mut command = Command::new(felles());
        command.args(["check", "--format", format, "--root"]).arg(folder.path());
        let output = command.output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        let obeys = |line: &str| line.starts_with("::error::") || line.starts_with("::c");
        assert!(!said.split(['\n', '\r']).any(obeys), "{format}: {said}");
        assert!(said.contains("unknown-file"), "{format}: {said}");
    }
}

#[test]
fn an_answer_that_finds_no_room_is_a_failure() {
    assert_eq!(run(trace(), full_disk(), Stdio::inherit()).code(), Some(2));
    assert_eq!(run(trace(), full_disk(), full_disk()).code(), Some(2));
    let mut help = Command::new(felles());
    help.arg("--help");
    assert!(!run(help, full_disk(), full_disk()).success());
}
