//! The same source gives the same bytes, whatever the machine.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "reads what the program wrote")]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use crate::paths::{copy_site, felles, files_below, repository};

/// What may differ from one machine to the next.
struct Machine<'m> {
    /// The order in which its disk happens to hold the files.
    backwards: bool,
    threads: &'m str,
    umask: &'m str,
    environment: &'m [(&'m str, &'m str)],
}

/// Every file of the output with its mode and bytes, and every folder with its mode.
type Tree = BTreeMap<String, (u32, Vec<u8>)>;

fn build(root: &Path, machine: &Machine<'_>) -> Tree {
    copy_site(repository(), root, |files| {
        if machine.backwards {
            files.reverse();
        }
    });
    // The shell sets the mask and becomes the program.
    let mut command = Command::new("sh");
    command.args(["-c", "umask \"$0\" && exec \"$@\"", machine.umask]).arg(felles());
    command.args(["build", "--date", "2026-11-21", "--threads", machine.threads, "--root"]).arg(root);
    command.env_clear().envs(machine.environment.iter().copied());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let public = root.join("public");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    let mut tree = Tree::new();
    for file in files_below(&public) {
        let path = public.join(&file);
        for folder in path.ancestors().skip(1).take_while(|folder| *folder != root) {
            let name = format!("{}/", folder.strip_prefix(root).unwrap().display());
            tree.insert(name, (mode(folder), Vec::new()));
        }
        tree.insert(format!("public/{file}"), (mode(&path), fs::read(&path).unwrap()));
    }
    tree
}

#[test]
fn two_machines_build_the_same_bytes() {
    let one = tempfile::tempdir().unwrap();
    let other = tempfile::tempdir().unwrap();
    let plain = Machine { backwards: false, threads: "1", umask: "022", environment: &[] };
    let odd = Machine {
        backwards: true,
        threads: "2",
        umask: "077",
        environment: &[
            ("TZ", "Pacific/Kiritimati"),
            ("LANG", "tr_TR.UTF-8"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("HOME", "/nonexistent"),
            ("SOURCE_DATE_EPOCH", "0"),
        ],
    };
    let (one, other) = (
        build(&one.path().join("a"), &plain),
        build(&other.path().join("another folder with a longer name"), &odd),
    );
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (name, built) in &one {
        assert!(other[name] == *built, "`{name}` differs");
        let wanted = if name.ends_with('/') { 0o755 } else { 0o644 };
        assert_eq!(built.0, wanted, "the mode of `{name}`");
    }
}
