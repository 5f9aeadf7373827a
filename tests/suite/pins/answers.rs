//! What people answer, and the bytes that come of it, by the real program on the disk.

#![expect(
    clippy::disallowed_methods,
    reason = "copies a site to a folder of its own, and runs the program in it"
)]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::paths::{felles, files_below, repository};

/// The site of the transcript, in a folder of its own.
fn site() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let from = repository().join("tests/cli/review.in");
    for path in files_below(&from) {
        let to = folder.path().join(&path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from.join(&path), to).unwrap();
    }
    folder
}

/// Runs the program with these answers; gives what it said.
fn answered(root: &Path, arguments: &[&str], answers: &str, editor: &str) -> String {
    let mut command = Command::new(felles());
    command.args(arguments).args(["--lang", "en"]).current_dir(root);
    command.env("EDITOR", editor).env_remove("VISUAL").env("NO_COLOR", "1");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().unwrap();
    running.stdin.take().unwrap().write_all(answers.as_bytes()).unwrap();
    let output = running.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn bases(root: &Path) -> Vec<String> {
    let mut names = files_below(&root.join("content/bases"));
    names.sort();
    names
}

const OWN: &str = "content/clinics/havna/clauses/how-long.nb.md";

#[test]
fn a_text_that_is_kept_changes_in_one_line_whatever_editor_wrote_it() {
    let site = site();
    let root = site.path();
    let plain = fs::read_to_string(root.join(OWN)).unwrap();
    let windows = format!("\u{feff}{}", plain.replace('\n', "\r\n"));
    fs::write(root.join(OWN), &windows).unwrap();
    let before = bases(root);
    let said = answered(root, &["review", "havna", "how-long"], "what?\nk\n", "");
    assert_eq!(said.matches("(k)eep").count(), 2, "what is no answer is asked again: {said}");
    let now = fs::read_to_string(root.join(OWN)).unwrap();
    let lines = |text: &str| text.split_inclusive('\n').map(str::to_owned).collect::<Vec<_>>();
    let (before_lines, now_lines) = (lines(&windows), lines(&now));
    let changed: Vec<&String> = now_lines.iter().filter(|line| !before_lines.contains(line)).collect();
    let [changed] = changed.as_slice() else { panic!("one line changes: {changed:?}") };
    assert!(changed.starts_with("base = { nb = \"sha256:") && changed.ends_with(" }\r\n"), "{changed}");
    assert_eq!(now_lines.len(), before_lines.len());
    // The old text is still what the English one was translated from; the new one is kept beside it.
    let after = bases(root);
    assert!(before.iter().all(|name| after.contains(name)), "{before:?} {after:?}");
    assert_eq!(after.len(), before.len() + 1);
    answered(root, &["review", "group"], "k\n", "");
    assert_eq!(bases(root).len(), before.len(), "what nothing is pinned to goes");
}

#[test]
fn the_base_is_taken_and_the_rest_is_left_by_letters_alone() {
    let site = site();
    let root = site.path();
    let about = fs::read(root.join("content/clinics/havna/about.toml")).unwrap();
    let said = answered(root, &["review", "havna"], "s\nt\nq\nk\n", "");
    assert!(said.contains("skipped: clinics/havna/about.name"), "{said}");
    assert!(said.contains("removed, so that the layer below counts: clinics/havna/how-long"), "{said}");
    assert!(!root.join(OWN).exists() && !root.join(OWN.replace(".nb.", ".en.")).exists());
    assert_eq!(fs::read(root.join("content/clinics/havna/about.toml")).unwrap(), about);
}

#[test]
fn an_editor_is_opened_and_the_item_is_shown_again() {
    let site = site();
    let root = site.path();
    let said = answered(root, &["review", "havna", "how-long"], "e\n", "");
    assert!(said.contains("edit it here: content/clinics/havna/clauses/how-long.nb.md:"), "{said}");
    let said = answered(root, &["review", "havna", "how-long"], "e\nk\n", "sed -i s/fredag/mandag/");
    assert!(said.contains("hver fredag") && said.contains("hver mandag"), "{said}");
    let now = fs::read_to_string(root.join(OWN)).unwrap();
    assert!(now.contains("hver mandag"), "{now}");
}

#[test]
fn the_manifest_tells_which_stale_overrides_were_allowed() {
    let site = site();
    let root = site.path();
    let manifest = |place: &str| -> serde_json::Value {
        serde_json::from_slice(&fs::read(root.join(place).join("manifest.json")).unwrap()).unwrap()
    };
    let day = ["--date", "2026-07-01"];
    let stale = serde_json::json!([
        "content/clinics/havna/clauses/how-long.nb.md:5",
        "content/clinics/havna/clauses/security.nb.md:5"
    ]);
    answered(root, &["build", "--release", "--allow-stale", day[0], day[1]], "", "");
    assert_eq!(manifest("public")["allowed_stale"], stale);
    answered(root, &["publish", "--to", "www", "--allow-stale", day[0], day[1]], "", "");
    assert_eq!(manifest("www/current")["allowed_stale"], stale);
    // A build that is no release is not asked, and a release without any has nothing to tell.
    answered(root, &["build", day[0], day[1]], "", "");
    assert_eq!(manifest("public")["allowed_stale"], serde_json::Value::Null);
    answered(root, &["review", "--accept", "--all"], "", "");
    answered(root, &["build", "--release", day[0], day[1]], "", "");
    assert_eq!(manifest("public")["allowed_stale"], serde_json::Value::Null);
}
