//! Shards, each built by itself, and joined: the same bytes and the same findings as of one build.
#![expect(clippy::disallowed_methods, reason = "runs the program on copies on the disk")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::paths::{copy_site, felles, files_below, fixture};

/// A site on a disk.
struct Disk {
    folder: TempDir,
    date: &'static str,
}

/// What a command said, and its exit status.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    status: i32,
    out: String,
    err: String,
}

impl Disk {
    fn of(site: &Path, date: &'static str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy_site(site, folder.path(), |_| {});
        Self { folder, date }
    }

    /// Five brands, on a day with warnings, with allowances that one brand, all brands and none need.
    fn fjord() -> Self {
        let disk = Self::of(&fixture("sites/fjord"), "2026-12-24");
        let allow =
            |rule: &str| format!("[[allow]]\nrule = \"{rule}\"\nreason = \"Prøves.\"\nuntil = 2027-06-01\n");
        disk.write("content/clinics/havna/allow.toml", &allow("notice-is-over"));
        disk.write("content/group/allow.toml", &(allow("hard-to-read") + &allow("notice-is-over")));
        disk
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.path(path), text).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Said {
        let output = Command::new(felles()).args(arguments).current_dir(self.folder.path()).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Said { status: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }

    fn build(&self, format: &str, more: &[&str]) -> Said {
        self.run(&[&["build", "--date", self.date, "--format", format], more].concat())
    }

    fn build_shards(&self, of: usize, more: &[&str]) -> Vec<Said> {
        let build = |number: usize| {
            let (shard, to) = (format!("{number}/{of}"), format!("parts/{number}"));
            self.build("json", &[&["--shard", &shard, "--to", &to], more].concat())
        };
        (1..=of).map(build).collect()
    }

    /// Joins the shards, the last first: their order is of no account.
    fn join(&self, of: usize, format: &str) -> Said {
        let parts: Vec<String> = (1..=of).rev().map(|number| format!("parts/{number}")).collect();
        let parts = parts.iter().map(String::as_str);
        self.run(
            &["join"]
                .into_iter()
                .chain(parts)
                .chain(["--to", "whole", "--format", format])
                .collect::<Vec<_>>(),
        )
    }

    fn tree(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let folder = self.path(folder);
        let read = |path: String| (path.clone(), fs::read(folder.join(path)).unwrap());
        files_below(&folder).into_iter().map(read).collect()
    }
}

/// Joined shards, for each of these counts, are as one build is.
fn check_joined(disk: &Disk, counts: &[usize]) {
    let whole = disk.build("json", &[]);
    assert_eq!(whole.status, 0, "{}", whole.err);
    let brands = disk.tree("public");
    let mut seen = 0;
    for of in counts {
        let _ = fs::remove_dir_all(disk.path("whole"));
        for part in disk.build_shards(*of, &[]) {
            assert_eq!(part.status, 0, "{}", part.err);
        }
        assert_eq!(disk.join(*of, "json"), whole, "{of}");
        let joined = disk.tree("whole");
        let differs: Vec<&String> = brands
            .keys()
            .chain(joined.keys())
            .filter(|path| brands.get(*path) != joined.get(*path))
            .collect();
        assert_eq!(differs, Vec::<&String>::new(), "{of}");
        seen += joined.len();
        assert_eq!(disk.run(&["verify", "whole"]).status, 0);
        let again = disk.join(*of, "short");
        assert!(again.out.contains("som før") || again.out.contains("as they were"), "{}", again.out);
        fs::remove_dir_all(disk.path("parts")).unwrap();
    }
    assert_eq!(seen, brands.len() * counts.len());
}

#[test]
fn joined_shards_are_as_one_build_is() {
    let disk = Disk::fjord();
    check_joined(&disk, &[2, 3, 7]);
    let found = disk.build("short", &[]).err;
    assert!(found.contains("unused-allow") && found.contains("hard-to-read"), "{found}");
    assert!(!found.contains("content/clinics/havna/allow.toml"), "{found}");
}

#[test]
fn the_errors_of_all_shards_are_told_and_nothing_is_joined() {
    let disk = Disk::fjord();
    assert_eq!(disk.build("json", &["--shard", "1/1", "--to", "parts/1"]).status, 0);
    assert_eq!(disk.join(1, "json").status, 0);
    let before = disk.tree("whole");
    // One brand names a clinic that there is not, and a text of another has a placeholder that means nothing.
    let brand = fs::read_to_string(disk.path("content/brands/sorpollen.toml")).unwrap();
    disk.write(
        "content/brands/sorpollen.toml",
        &brand.replace("domain = ", "aliases = [\"x y\"]\ndomain = "),
    );
    let name = "content/clinics/havna/notices/storm.nb.md";
    let text = fs::read_to_string(disk.path(name)).unwrap();
    disk.write(name, &(text + "\n{{ clinic.nmae }}\n"));
    let whole = disk.build("human", &[]);
    assert_eq!(whole.status, 1);
    fs::remove_dir_all(disk.path("parts")).unwrap();
    for of in [2, 3, 7] {
        let parts = disk.build_shards(of, &[]);
        assert!(parts.iter().all(|part| part.status <= 1), "{parts:?}");
        assert!(parts.iter().any(|part| part.status == 1));
        assert_eq!(disk.join(of, "human"), whole, "{of}");
        assert_eq!(disk.tree("whole"), before);
        fs::remove_dir_all(disk.path("parts")).unwrap();
    }
}

#[test]
fn only_all_shards_of_one_build_are_joined() {
    let disk = Disk::fjord();
    let refused = |arguments: &[&str], reason: &str| {
        let said = disk.run(&[arguments, &["--lang", "en"]].concat());
        assert_eq!((said.status, said.err.contains(reason)), (2, true), "{arguments:?}: {}", said.err);
        assert!(!disk.path("whole").exists());
    };
    disk.build_shards(3, &[]);
    refused(&["join", "parts/1", "parts/3", "--to", "whole"], "these shards are missing: 2/3");
    refused(&["join", "parts/1", "parts/2", "parts/1", "--to", "whole"], "shard 1/3 is there twice");
    refused(&["join", "parts/1", "content", "--to", "whole"], "`content` is no shard of a build");
    refused(&["join", "parts/1", "parts/2", "parts/3", "--to", "parts/3/whole"], "are in one another");
    refused(&["join", "parts/1", "parts/2", "parts/3", "--to", "parts"], "are in one another");
    let all = ["join", "parts/1", "parts/2", "parts/3", "--to", "whole"];
    let build = |more: &[&str]| {
        let said = disk.run(&[&["build", "--shard", "2/3", "--to", "parts/2"], more].concat());
        assert_eq!(said.status, 0, "{}", said.err);
    };
    build(&["--date", "2026-12-23"]);
    refused(&all, "are no shards of the same build");
    build(&["--date", "2026-12-24", "--release"]);
    refused(&all, "are no shards of the same build");
    build(&["--date", "2026-12-24"]);
    let page = disk.path("parts/2/havna/index.html");
    let text = fs::read(&page).or_else(|_| fs::read(disk.path("parts/2/fjordhud/index.html"))).unwrap();
    let page = if page.exists() { page } else { disk.path("parts/2/fjordhud/index.html") };
    fs::write(&page, [&text[..], b" "].concat()).unwrap();
    refused(&all, "is not as it was built");
    fs::write(&page, text).unwrap();
    disk.write("content/clinics/havna/about.toml", "");
    build(&["--date", "2026-12-24"]);
    refused(&all, "are no shards of the same build");
    fs::remove_file(disk.path("content/clinics/havna/about.toml")).unwrap();
    build(&["--date", "2026-12-24"]);
    assert_eq!(disk.run(&all).status, 0);
}

#[test]
fn a_shard_takes_the_place_of_itself_alone() {
    let disk = Disk::fjord();
    assert_eq!(disk.build("short", &[]).status, 0);
    let before = disk.tree("public");
    let said = disk.build("short", &["--shard", "1/2", "--lang", "en"]);
    assert_eq!((said.status, said.err.contains("holds something else than shard 1/2")), (2, true));
    assert_eq!(disk.tree("public"), before);
    assert_eq!(disk.build("short", &["--shard", "1/2", "--to", "one"]).status, 0);
    assert_eq!(disk.build("short", &["--shard", "1/2", "--to", "one"]).status, 0);
    assert_eq!(disk.build("short", &["--shard", "2/2", "--to", "one"]).status, 2);
    let one = disk.tree("one");
    assert!(one.keys().all(|path| !path.starts_with("_hosting/HOSTING")));
    assert!(one.len() < before.len());
}
