//! What a build does not touch, and when it asks first.

use super::*;

#[test]
fn a_build_that_drops_more_than_half_of_the_files_asks_first() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    let before = disk.traces();
    assert_fails(disk.build(&PAGES[..1]), "would remove 3 of the 4 files");
    assert_eq!(disk.traces(), before);
    assert_eq!(disk.build(&PAGES[..2]).unwrap(), Published::Switched { written: 0, kept: 2, removed: 2 });

    let staging =
        Staging::open(&disk.public(), StagingOptions { allow_shrinking: true, ..disk.options() }).unwrap();
    assert_eq!(staging.finish(facts(20)).unwrap(), Published::Switched { written: 0, kept: 0, removed: 2 });
}

#[test]
fn folders_that_are_not_ours_are_refused_and_untouched() {
    let check = |prepare: &dyn Fn(&Disk), reason: &str| {
        let disk = Disk::new();
        prepare(&disk);
        let before = disk.everything();
        assert_fails(disk.open(), reason);
        assert_eq!(disk.everything(), before);
    };
    check(&|disk| fs::write(disk.public(), "a file").unwrap(), "is no folder");
    check(&|disk| fs::create_dir_all(disk.live("photos")).unwrap(), "is not empty");
    #[cfg(unix)]
    check(&|disk| symlink("content", disk.public()).unwrap(), "is a link");
    #[cfg(unix)]
    check(&|disk| symlink("nowhere", disk.public()).unwrap(), "is a link");
    let with_manifest = |text: &'static str| {
        move |disk: &Disk| {
            fs::create_dir(disk.public()).unwrap();
            fs::write(disk.live("manifest.json"), text).unwrap();
        }
    };
    check(&with_manifest(""), "is not empty");
    check(&with_manifest(r#"{ "name": "An app", "icons": [] }"#), "is not empty");
    check(&with_manifest(r#"{ "format": 1, "files": {} }"#), "is not empty");
    let left_by_somebody =
        |disk: &Disk| fs::create_dir_all(disk.root().join(".public.felles-staging/thesis")).unwrap();
    check(&left_by_somebody, "felles did not make it");
}

#[test]
fn a_folder_that_fills_up_during_the_build_is_refused() {
    let disk = Disk::new();
    let staging = disk.open().unwrap();
    accept(&staging, &PAGES);
    fs::create_dir_all(disk.live("photos")).unwrap();
    assert_fails(staging.finish(facts(20)), "is not empty");
    assert!(disk.live("photos").exists());
}

#[test]
fn the_sites_own_folders_are_refused() {
    let disk = Disk::new();
    assert_fails(Staging::open(disk.root(), disk.options()), "the site's sources");
    assert_fails(Staging::open(&disk.root().join("content"), disk.options()), "lies among");
    assert_fails(Staging::open(Path::new("/"), disk.options()), "the whole disk");
}

#[test]
fn a_second_build_at_the_same_time_is_refused_and_one_after_it_is_not() {
    let disk = Disk::new();
    let first = disk.open().unwrap();
    assert_fails(disk.open(), "another build is writing to");
    accept(&first, &PAGES);
    first.finish(facts(20)).unwrap();
    disk.build(&PAGES).unwrap();
}
