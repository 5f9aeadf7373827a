//! Answers for others, in files of their own.
#![expect(clippy::disallowed_methods, reason = "reads the files that the program wrote")]

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::paths::{copy_site, felles, fixture};

/// Each command that gives an answer for others.
const COMMANDS: [&[&str]; 8] = [
    &["calendar", "--format", "ics"],
    &["calendar"],
    &["trace", "nordlys", "contacts.privacy", "--format", "json"],
    &["trace", "nordlys", "phone", "--date", "2026-11-23"],
    &["check", "--format", "sarif"],
    &["check", "--lang", "en"],
    &["check", "--coverage", "json"],
    &["export", "record", "--clinic", "nordlys"],
];

fn run(root: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(felles());
    command.args(arguments).arg("--root").arg(root).current_dir(root).env("SOURCE_DATE_EPOCH", "1795262400");
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_file_that_is_asked_for_holds_the_answer_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    copy_site(&fixture("sites/fjord"), folder.path(), |_| {});
    for asked in COMMANDS {
        let (code, printed, findings) = run(folder.path(), asked);
        let (code_again, said, _) = run(folder.path(), &[asked, &["--output", "answer"]].concat());
        assert_eq!(code_again, code, "{asked:?}");
        assert!(said == "skrevet til answer\n" || said == "written to answer\n", "{asked:?}: {said}");
        let written = fs::read_to_string(folder.path().join("answer")).unwrap();
        assert_eq!(written, findings + &printed, "{asked:?}");
        assert!(!written.is_empty() && !written.contains('\u{1b}'), "{asked:?}");
    }
}

#[test]
fn no_answer_is_written_where_it_would_be_published() {
    let folder = tempfile::tempdir().unwrap();
    copy_site(&fixture("sites/fjord"), folder.path(), |_| {});
    for asked in COMMANDS {
        for place in ["public/answer", "content/answer", "public./answer"] {
            let (code, _, complaint) = run(folder.path(), &[asked, &["--output", place]].concat());
            assert_eq!(code, Some(2), "{asked:?} {place}");
            assert!(complaint.contains(place), "{asked:?}: {complaint}");
        }
    }
    assert!(!folder.path().join("public").exists() && !folder.path().join("content/answer").exists());
}
