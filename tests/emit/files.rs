//! What a build writes, and what it leaves alone.

use super::*;

#[test]
fn the_first_build_writes_every_file_and_a_manifest_that_names_them() {
    let disk = Disk::new();
    assert_eq!(disk.build(&PAGES).unwrap(), Published::Switched { written: 4, kept: 0, removed: 0 });
    for (path, text) in PAGES {
        assert_eq!(fs::read_to_string(disk.live(path)).unwrap(), text);
    }
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(disk.live("manifest.json")).unwrap()).unwrap();
    assert_eq!(manifest["date"], "2026-06-20");
    assert_eq!(manifest["fingerprint"], "sha256:1");
    assert_eq!(manifest["files"].as_object().unwrap().len(), 4);
    let page = &manifest["files"]["nordlys/index.html"];
    assert_eq!(page["length"], 19);
    assert_eq!(page["sha256"], "a0eb1d060709d60cb922d3f89a9fbb16c342792931bc119269c70c00b8acda43");
    let names = disk.names();
    assert_eq!(names.len(), 2, "beside the sources and the output there is {names:?}");
}

#[test]
fn an_empty_folder_and_a_missing_parent_are_fine() {
    let disk = Disk::new();
    fs::create_dir(disk.public()).unwrap();
    disk.build(&PAGES).unwrap();
    let staging = Staging::open(&disk.root().join("out/of/here/"), disk.options()).unwrap();
    accept(&staging, &PAGES);
    staging.finish(facts(20)).unwrap();
    assert!(disk.root().join("out/of/here/nordlys/index.html").exists());
}

#[test]
fn a_rebuild_that_differs_by_nothing_but_its_date_touches_nothing() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    let before = disk.traces();
    let staging = disk.open().unwrap();
    accept(&staging, &PAGES);
    assert_eq!(staging.finish(facts(21)).unwrap(), Published::Unchanged);
    assert_eq!(disk.traces(), before);
    assert_eq!(disk.names().len(), 2);
}

#[test]
fn another_fingerprint_is_published_though_the_pages_are_the_same() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    let before = disk.traces();
    let staging = disk.open().unwrap();
    accept(&staging, &PAGES);
    let published = staging.finish(BuildFacts { fingerprint: "sha256:2".to_owned(), ..facts(21) }).unwrap();
    assert_eq!(published, Published::Switched { written: 0, kept: 4, removed: 0 });
    let manifest = fs::read_to_string(disk.live("manifest.json")).unwrap();
    assert!(manifest.contains("sha256:2") && manifest.contains("2026-06-21"), "{manifest}");
    let (new, old) = (trace(&disk.live("manifest.json")), &before[&disk.live("manifest.json")]);
    assert!(second(new.modified) > second(old.modified));
}

#[test]
fn a_changed_file_is_newer_by_a_second_and_the_others_keep_their_inodes_and_times() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    let before = disk.traces();
    let published = disk.build(&with_page("<h1>Personvarn</h1>")).unwrap();
    assert_eq!(published, Published::Switched { written: 1, kept: 3, removed: 0 });
    let after = disk.traces();
    for (path, _) in PAGES {
        let (before, after) = (&before[&disk.live(path)], &after[&disk.live(path)]);
        if path == "nordlys/index.html" {
            assert!(second(after.modified) > second(before.modified), "{before:?} {after:?}");
        } else {
            assert_eq!(after.modified, before.modified);
            #[cfg(unix)]
            assert_eq!((after.inode, after.mode), (before.inode, before.mode));
        }
    }
}

#[test]
fn a_changed_file_is_newer_even_if_the_old_one_is_from_the_future() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    let page = disk.live("nordlys/index.html");
    let future = UNIX_EPOCH + Duration::from_secs(4_000_000_000);
    fs::File::options().write(true).open(&page).unwrap().set_modified(future).unwrap();
    let time = || fs::metadata(&page).unwrap().modified().unwrap();
    disk.build(&with_page("<h1>Personvarn</h1>")).unwrap();
    assert_eq!(time(), future + Duration::from_secs(1));
    // Its length tells it from the one before, so it does not run further ahead of the clock.
    disk.build(&with_page("<h1>Nytt</h1>")).unwrap();
    assert_eq!(time(), future + Duration::from_secs(1));
}

#[test]
fn a_page_that_is_gone_from_the_content_is_gone_from_the_output() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    let published = disk.build(&PAGES[..3]).unwrap();
    assert_eq!(published, Published::Switched { written: 0, kept: 3, removed: 1 });
    assert!(!disk.live("_hosting").exists());
}

#[test]
fn what_others_put_there_is_named_before_it_goes() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    let put = |path: &str| {
        fs::create_dir_all(disk.live(path).parent().unwrap()).unwrap();
        fs::write(disk.live(path), "x").unwrap();
    };
    ["google1.html", "nordlys/.well-known/acme-challenge/a", ".git/HEAD", ".git/objects/1", "nordlys/b/c/d"]
        .into_iter()
        .for_each(put);
    let before = disk.everything();
    for pages in [&PAGES[..], &with_page("<h1>Nytt</h1>")] {
        let refusal = disk.build(pages).unwrap_err().to_string();
        for named in
            ["`.git/ (2)`", "`google1.html`", "`nordlys/.well-known/acme-challenge/ (1)`", "`nordlys/b/ (1)`"]
        {
            assert!(refusal.contains(named), "{named}: {refusal}");
        }
        assert!(!refusal.contains("index.html") && refusal.contains("--allow-deleting"), "{refusal}");
        assert_eq!(disk.everything(), before);
    }
    // A file of theirs in the place of a new page of ours goes too.
    let more = [&PAGES[..], &[("nordlys/b/c/d", "new")]].concat();
    assert!(disk.build(&more).unwrap_err().to_string().contains("`nordlys/b/ (1)`"));
    assert_eq!(disk.everything(), before);

    let options = StagingOptions { allow_deleting: true, allow_shrinking: true, ..disk.options() };
    let staging = Staging::open(&disk.public(), options).unwrap();
    accept(&staging, &PAGES);
    assert_eq!(staging.finish(facts(20)).unwrap(), Published::Switched { written: 0, kept: 4, removed: 5 });
    assert!(!disk.live(".git").exists());
    assert_eq!(disk.build(&PAGES).unwrap(), Published::Unchanged);
}

#[test]
fn very_many_files_of_others_are_counted_and_not_all_told() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    for number in 0..50 {
        fs::write(disk.live(&format!("note-{number:02}")), "x").unwrap();
    }
    let refusal = disk.build(&PAGES).unwrap_err().to_string();
    assert!(refusal.contains("`note-19` … +30") && !refusal.contains("note-20"), "{refusal}");
}
