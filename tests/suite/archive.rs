//! `felles publish --archive`: a release for a host that has nothing but `tar` and `sha256sum`.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "runs programs on copies on the disk")]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use flate2::read::GzDecoder;
use tempfile::TempDir;

use crate::paths::{copy_site, felles, files_below, fixture};

struct Disk {
    folder: TempDir,
}

/// What `tar` keeps of a file beside its content.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Kept {
    path: String,
    mode: u32,
    owners: (u64, u64),
    time: u64,
}

impl Disk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy_site(&fixture("sites/nordlys"), folder.path(), |_| {});
        Self { folder }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Runs a line of a shell in the folder.
    fn shell(&self, line: &str) -> Output {
        let path = std::env::var("PATH").unwrap();
        let program = felles().parent().unwrap().display().to_string();
        Command::new("sh")
            .args(["-c", line])
            .env("PATH", format!("{program}:{path}"))
            .current_dir(self.folder.path())
            .output()
            .unwrap()
    }

    fn archive(&self, before: &str, more: &str) -> Output {
        self.shell(&format!(
            "{before} felles publish --archive out.tar.gz --date 2026-07-01 --lang en {more}"
        ))
    }
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn said(output: &Output) -> String {
    [&output.stdout[..], &output.stderr]
        .concat()
        .try_into()
        .unwrap_or_else(|_| String::from_utf8_lossy(&output.stderr).into())
}

fn entries(archive: &Path) -> Vec<Kept> {
    let mut archive = tar::Archive::new(GzDecoder::new(File::open(archive).unwrap()));
    let kept = |entry: tar::Entry<'_, _>| Kept {
        path: entry.path().unwrap().to_str().unwrap().to_owned(),
        mode: entry.header().mode().unwrap(),
        owners: (entry.header().uid().unwrap(), entry.header().gid().unwrap()),
        time: entry.header().mtime().unwrap(),
    };
    archive.entries().unwrap().map(|entry| kept(entry.unwrap())).collect()
}

fn folder_in(archive: &Path) -> String {
    entries(archive)[0].path.trim_end_matches('/').to_owned()
}

#[test]
fn the_same_content_gives_the_same_bytes_whatever_the_machine() {
    let one = Disk::new();
    let two = Disk::new();
    let written = one.archive("", "");
    assert_eq!(status(&written), 0, "{}", said(&written));
    let machine = "umask 077; TZ=Pacific/Auckland LANG=C HOME=/nowhere RAYON_NUM_THREADS=1";
    assert_eq!(status(&two.archive(machine, "")), 0);
    let bytes = fs::read(one.path("out.tar.gz")).unwrap();
    assert!(bytes == fs::read(two.path("out.tar.gz")).unwrap());
    assert_eq!(&bytes[..10], b"\x1f\x8b\x08\0\0\0\0\0\x02\xff", "neither a time nor a name nor a system");
    let midnight = 1_782_864_000;
    let all = entries(&one.path("out.tar.gz"));
    for Kept { path, mode, owners, time } in &all {
        assert_eq!((*mode, *owners), (if path.ends_with('/') { 0o755 } else { 0o644 }, (0, 0)), "{path}");
        assert!((midnight - 86_400..=midnight).contains(time), "{path}: {time}");
    }
    let files: Vec<&String> = all.iter().map(|kept| &kept.path).filter(|path| !path.ends_with('/')).collect();
    assert!(files.is_sorted() && files.len() > 30, "{files:?}");
    // Written again over itself, and nothing beside it stays.
    assert_eq!(status(&one.archive("", "")), 0);
    assert!(bytes == fs::read(one.path("out.tar.gz")).unwrap());
    let left = files_below(one.folder.path()).into_iter().filter(|path| path.contains("felles-"));
    assert_eq!(left.collect::<Vec<_>>(), [".out.tar.gz.felles-lock"; 0]);
}

#[test]
fn a_host_unpacks_checks_and_goes_back_with_what_every_system_has() {
    let disk = Disk::new();
    assert_eq!(status(&disk.archive("", "")), 0);
    let first = folder_in(&disk.path("out.tar.gz"));
    let run = |line: &str| {
        let output = disk.shell(line);
        assert_eq!(status(&output), 0, "{line}: {}", said(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    run("mkdir srv && tar -xzf out.tar.gz -C srv");
    let sums = run(&format!("cd srv/{first} && sha256sum --check --strict SHA256SUMS"));
    assert_eq!(sums.lines().count() + 1, files_below(&disk.path(&format!("srv/{first}"))).len());
    run(&format!("felles verify srv/{first}"));
    let page = fs::read_to_string(disk.path(&format!("srv/{first}/HOSTING.txt"))).unwrap();
    assert!(page.lines().all(|line| line.chars().count() <= 110), "{page}");
    for told in ["Tilbake til det som var", "Back to what was", "sha256sum --check", "nordlys-oslo/", &first]
    {
        assert!(page.contains(told), "{told}: {page}");
    }

    // Another release, switched to as the page says, and gone back from in the same way.
    let brand = disk.path("content/brands/nordlys-bergen.toml");
    let text = fs::read_to_string(&brand).unwrap();
    fs::write(&brand, text.replace("Nordlys Bergen", "Nordlys Berget")).unwrap();
    assert_eq!(status(&disk.archive("", "")), 0);
    let second = folder_in(&disk.path("out.tar.gz"));
    assert_ne!(first, second);
    run("tar -xzf out.tar.gz -C srv");
    let switch = |name: &str| {
        run(&format!("cd srv && ln -s {name} current.new && mv -T current.new current"));
        fs::read_to_string(disk.path("srv/current/nordlys-bergen/index.html")).unwrap()
    };
    assert!(!switch(&first).contains("Berget"));
    assert!(switch(&second).contains("Berget"));
    assert!(!switch(&first).contains("Berget"));

    // Of a page that has as many letters as before, the time tells.
    let time = |name: &str| {
        let page = format!("srv/{name}/nordlys-bergen/index.html");
        fs::metadata(disk.path(&page)).unwrap().modified().unwrap()
    };
    assert_ne!(time(&first), time(&second));

    fs::write(disk.path(&format!("srv/{first}/SHA256SUMS")), "").unwrap();
    assert_eq!(status(&disk.shell(&format!("felles verify srv/{first}"))), 1);
}

#[test]
fn a_page_that_has_moved_since_the_archive_before_is_found_at_its_old_address() {
    let disk = Disk::new();
    assert_eq!(status(&disk.archive("", "")), 0);
    let redirects = || {
        let line = "mkdir -p all && tar -xzf out.tar.gz --strip-components=1 -C all && cat all/nordlys-oslo/_redirects";
        String::from_utf8(disk.shell(line).stdout).unwrap()
    };
    assert!(!redirects().contains(" 301"), "{}", redirects());
    let policy = disk.path("content/group/policy.toml");
    let text = fs::read_to_string(&policy).unwrap();
    assert!(text.contains("\"personvern\""), "{text}");
    fs::write(&policy, text.replace("\"personvern\"", "\"om-oss/personvern\"")).unwrap();
    let written = disk.archive("", "");
    assert!(status(&written) == 0 && said(&written).contains("address-moved"), "{}", said(&written));
    assert!(redirects().contains("/personvern /om-oss/personvern/ 301"), "{}", redirects());
    // It is so in the archive after that one, too.
    assert_eq!(status(&disk.archive("", "")), 0);
    assert!(redirects().contains("/personvern /om-oss/personvern/ 301"), "{}", redirects());
}

#[test]
fn one_brand_is_handed_over_alone() {
    let disk = Disk::new();
    assert_eq!(status(&disk.archive("", "--brand nordlys-oslo")), 0);
    let all = entries(&disk.path("out.tar.gz"));
    let has = |part: &str| all.iter().any(|kept| kept.path.contains(part));
    assert!(
        has("/nordlys-oslo/index.html")
            && has("/_hosting/nginx/nordlys-oslo.conf")
            && has("/_hosting/HOSTING.txt")
    );
    assert!(!has("nordlys-bergen"));
}

#[test]
fn what_is_no_archive_of_ours_is_left_alone_and_errors_write_nothing() {
    let disk = Disk::new();
    let refused = |line: &str, kept: &str| {
        let before = fs::read(disk.path(kept)).unwrap();
        let output = disk.shell(line);
        assert_eq!(status(&output), 2, "{line}: {}", said(&output));
        assert_eq!(fs::read(disk.path(kept)).unwrap(), before);
    };
    refused("felles publish --archive site.toml", "site.toml");
    fs::write(disk.path("thesis.tar.gz"), "a thesis").unwrap();
    refused("felles publish --archive thesis.tar.gz", "thesis.tar.gz");
    assert_eq!(status(&disk.shell("mkdir docs && touch docs/a && tar -czf docs.tar.gz docs")), 0);
    refused("felles publish --archive docs.tar.gz", "docs.tar.gz");
    assert_eq!(status(&disk.shell("ln -s docs.tar.gz link.tar.gz")), 0);
    refused("felles publish --archive link.tar.gz", "docs.tar.gz");
    refused("felles publish --archive content/out.tar.gz", "site.toml");
    refused("felles publish --archive out.tar.gz --to www", "site.toml");
    refused("felles publish", "site.toml");

    assert_eq!(status(&disk.archive("", "")), 0);
    let before = fs::read(disk.path("out.tar.gz")).unwrap();
    fs::write(disk.path("content/group/policy.toml"), "broken =").unwrap();
    assert_eq!(status(&disk.archive("", "")), 1);
    assert!(fs::read(disk.path("out.tar.gz")).unwrap() == before);
}

#[test]
fn the_manifest_says_of_what_all_files_are_free_and_how_that_was_looked_at() {
    let disk = Disk::new();
    assert_eq!(status(&disk.shell("felles build --date 2026-07-01")), 0);
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(disk.path("public/manifest.json")).unwrap()).unwrap();
    let promises = manifest["promises"].as_array().unwrap();
    let names: Vec<&str> = promises.iter().map(|promise| promise["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["script-free", "no-foreign-request", "no-cookie"]);
    let files = files_below(&disk.path("public"));
    for promise in promises {
        assert!(promise["checked"].as_str().unwrap().len() > 60);
        for (ending, count) in promise["read"].as_object().unwrap() {
            let there = files.iter().filter(|path| path.ends_with(&format!(".{ending}"))).count();
            assert_eq!(count.as_u64(), Some(there as u64), "{ending}");
            assert!(there > 0);
        }
    }
    // It is so: by another reading than the one that is told of.
    for path in files.iter().filter(|path| *path != "manifest.json") {
        let text = String::from_utf8_lossy(&fs::read(disk.path(&format!("public/{path}"))).unwrap())
            .to_ascii_lowercase();
        assert!(!text.contains("set-cookie"), "{path}");
        assert!(![".js", ".mjs", ".wasm", ".swf"].iter().any(|ending| path.ends_with(ending)), "{path}");
        if path.rsplit('.').next() == Some("html") {
            assert_eq!(
                text.matches("<script").count(),
                text.matches("<script type=\"application/ld+json\"").count()
            );
        }
    }
}
