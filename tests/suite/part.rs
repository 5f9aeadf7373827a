//! Builds of which a part is published: one brand, or those without errors.
#![expect(clippy::disallowed_methods, reason = "runs the program on a copy on the disk")]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

use crate::paths::{copy_site, felles, files_below, fixture};

/// A site of two brands on a disk, and where it is published.
struct Disk {
    folder: TempDir,
}

const OSLO: &str = "content/clinics/nordlys-oslo/clinic.toml";
const BERGEN: &str = "content/clinics/nordlys-bergen/clinic.toml";

impl Disk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy_site(&fixture("sites/nordlys"), folder.path(), |_| {});
        Self { folder }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn edit(&self, path: &str, edit: impl Fn(&str) -> String) {
        let text = fs::read_to_string(self.path(path)).unwrap();
        let new = edit(&text);
        assert_ne!(text, new, "{path}");
        fs::write(self.path(path), new).unwrap();
    }

    /// Runs a command; gives its exit status and what it said.
    fn run(&self, arguments: &[&str]) -> (i32, String) {
        let (command, rest) = arguments.split_first().unwrap();
        let output = Command::new(felles())
            .args([command, "--date", "2026-07-01", "--lang", "en", "--format", "short", "--root"])
            .arg(self.folder.path())
            .args(rest)
            .current_dir(self.folder.path())
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap()).concat();
        (output.status.code().unwrap(), said)
    }

    fn verify(&self, folder: &str) -> i32 {
        let status = Command::new(felles()).arg("verify").arg(self.path(folder)).output().unwrap().status;
        status.code().unwrap()
    }

    fn tree(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let folder = self.path(folder);
        files_below(&folder)
            .into_iter()
            .map(|path| (path.clone(), fs::read(folder.join(path)).unwrap()))
            .collect()
    }
}

fn of<'t>(tree: &'t BTreeMap<String, Vec<u8>>, brand: &str) -> BTreeMap<&'t str, &'t [u8]> {
    let own = |path: &str| {
        path.starts_with(&format!("{brand}/"))
            || path.starts_with("_hosting/") && path.contains(&format!("/{brand}."))
    };
    let files = tree.iter().filter(|(path, _)| own(path));
    files.map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect()
}

fn renamed(text: &str) -> String {
    text.replace("Nordlys Bergen", "Nordlys Bergen sentrum")
}

fn broken(text: &str) -> String {
    format!("{text}\ncontrollers = nobody\n")
}

/// What is served after commands, on a disk on which oslo is broken and bergen is other than before.
fn check_oslo_stays(disk: &Disk, output: &str, before: &BTreeMap<String, Vec<u8>>) {
    let after = disk.tree(output);
    assert!(!of(before, "nordlys-oslo").is_empty());
    assert_eq!(of(&after, "nordlys-oslo"), of(before, "nordlys-oslo"));
    assert_ne!(of(&after, "nordlys-bergen"), of(before, "nordlys-bergen"));
    assert_eq!(after["_hosting/HOSTING.txt"], before["_hosting/HOSTING.txt"]);
    assert_eq!(after["_hosting/addresses.json"], before["_hosting/addresses.json"]);
    assert!(!after.contains_key("next-change.json"));
}

#[test]
fn a_brand_with_errors_stays_as_it_was_and_holds_up_no_other() {
    let disk = Disk::new();
    assert_eq!(disk.run(&["build"]).0, 0);
    let before = disk.tree("public");
    disk.edit(OSLO, broken);
    disk.edit(BERGEN, renamed);
    assert_eq!(disk.run(&["build"]).0, 1);
    assert_eq!(disk.tree("public"), before);

    let (status, said) = disk.run(&["build", "--keep-going"]);
    assert_eq!(status, 1, "{said}");
    assert!(
        said.contains("toml-syntax") && said.contains("with errors, and as they were: nordlys-oslo\n"),
        "{said}"
    );
    check_oslo_stays(&disk, "public", &before);
    assert_eq!(disk.verify("public"), 0);

    // It is due again at once, and then whole: the same as a build that never had a fault.
    assert_eq!(disk.run(&["build", "--if-due", "--keep-going"]).0, 1);
    disk.edit(OSLO, |text| text.replace("\ncontrollers = nobody\n", ""));
    let (status, said) = disk.run(&["build", "--if-due", "--keep-going"]);
    assert_eq!(status, 0, "{said}");
    let fresh = Disk::new();
    fresh.edit(BERGEN, renamed);
    assert_eq!(fresh.run(&["build"]).0, 0);
    assert_eq!(disk.tree("public"), fresh.tree("public"));
}

#[test]
fn one_brand_is_built_alone() {
    let disk = Disk::new();
    assert_eq!(disk.run(&["build"]).0, 0);
    let before = disk.tree("public");
    disk.edit(OSLO, broken);
    disk.edit(BERGEN, renamed);
    let (status, said) = disk.run(&["build", "--brand", "nordlys-bergen"]);
    assert_eq!((status, said.contains("error")), (0, false), "{said}");
    check_oslo_stays(&disk, "public", &before);
    let now = disk.tree("public");
    assert_eq!(disk.run(&["build", "--brand", "nordlys-oslo"]).0, 1);
    assert_eq!(disk.tree("public"), now);
    let (status, said) = disk.run(&["build", "--brand", "nordlys-bergn"]);
    assert_eq!(status, 1);
    assert!(said.contains("did you mean `nordlys-bergen`?"), "{said}");
}

#[test]
fn what_was_never_published_is_not_published_with_errors() {
    let disk = Disk::new();
    disk.edit(OSLO, broken);
    let (status, said) = disk.run(&["build", "--keep-going"]);
    assert_eq!(status, 1);
    assert!(said.contains("not published, since they never were: nordlys-oslo\n"), "{said}");
    let tree = disk.tree("public");
    assert!(of(&tree, "nordlys-oslo").is_empty() && !of(&tree, "nordlys-bergen").is_empty());
    assert!(!disk.path("public/nordlys-oslo").exists());
    assert!(tree.contains_key("_hosting/HOSTING.txt"));
}

#[test]
fn what_concerns_all_brands_holds_up_all() {
    let disk = Disk::new();
    assert_eq!(disk.run(&["build"]).0, 0);
    let before = disk.tree("public");
    disk.edit(BERGEN, renamed);
    disk.edit("content/group/policy.toml", broken);
    for arguments in [["build", "--keep-going"].as_slice(), &["build", "--brand", "nordlys-bergen"]] {
        let (status, said) = disk.run(arguments);
        assert_eq!(status, 1, "{said}");
        assert_eq!(disk.tree("public"), before);
    }
}

#[test]
#[cfg(unix)]
fn a_release_has_the_brands_with_errors_as_they_were() {
    let disk = Disk::new();
    assert_eq!(disk.run(&["publish", "--to", "www"]).0, 0);
    let before = disk.tree("www/current");
    disk.edit(OSLO, broken);
    disk.edit(BERGEN, renamed);
    let (status, said) = disk.run(&["publish", "--to", "www", "--keep-going"]);
    assert_eq!(status, 1, "{said}");
    check_oslo_stays(&disk, "www/current", &before);
    assert_eq!(disk.verify("www"), 0);
}

#[test]
fn what_is_told_of_all_brands_is_as_it_is_after_one_is_built() {
    let disk = Disk::new();
    assert_eq!(disk.run(&["build"]).0, 0);
    let before = disk.tree("public");
    let brand = "content/brands/nordlys-bergen.toml";
    disk.edit(brand, |text| text.replace("nordlys-bergen.example", "bergen.nordlys.example"));
    disk.edit(OSLO, broken);
    assert_eq!(disk.run(&["build", "--brand", "nordlys-bergen"]).0, 0);
    let after = disk.tree("public");
    let page = String::from_utf8(after["_hosting/HOSTING.txt"].clone()).unwrap();
    assert_ne!(after["_hosting/HOSTING.txt"], before["_hosting/HOSTING.txt"]);
    assert!(page.contains("bergen.nordlys.example") && page.contains("nordlys-oslo/"), "{page}");
    // As a whole build has it.
    disk.edit(OSLO, |text| text.replace("\ncontrollers = nobody\n", ""));
    assert_eq!(disk.run(&["build"]).0, 0);
    for file in ["HOSTING.txt", "nginx.conf", "apache.conf", "Caddyfile"] {
        let file = format!("_hosting/{file}");
        assert!(disk.tree("public")[&file] == after[&file], "{file}");
    }
}

#[test]
#[cfg(unix)]
fn a_dry_run_says_which_brands_stay() {
    let disk = Disk::new();
    assert_eq!(disk.run(&["publish", "--to", "www"]).0, 0);
    disk.edit(OSLO, broken);
    disk.edit(BERGEN, renamed);
    let (status, said) = disk.run(&["publish", "--to", "www", "--keep-going", "--dry-run"]);
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("with errors, and as they were: nordlys-oslo\n"), "{said}");
    let changed = |brand: &str| said.lines().find(|line| line.trim_start().starts_with(brand));
    assert!(changed("nordlys-bergen ").is_some() && changed("nordlys-oslo ").is_none(), "{said}");
    // It says what the release then does.
    let (_, done) = disk.run(&["publish", "--to", "www", "--keep-going"]);
    let told = |said: &str| {
        let lines = said.lines().filter(|line| line.contains("new files: "));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(told(&said), told(&done));
}
