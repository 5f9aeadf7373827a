//! Builds that are killed or fail, and files that others hold.

use super::*;

#[test]
fn what_a_killed_build_left_is_no_hindrance() {
    let disk = Disk::new();
    fs::create_dir_all(disk.root().join(".public.felles-staging/tree/nordlys")).unwrap();
    fs::write(disk.root().join(".public.felles-staging/tree/nordlys/index.html"), "<h1>Pers").unwrap();
    fs::write(disk.root().join(".public.felles-lock"), "").unwrap();
    assert_eq!(disk.build(&PAGES).unwrap(), Published::Switched { written: 4, kept: 0, removed: 0 });
    assert_eq!(disk.names().len(), 2);
}

/// Where folders cannot be exchanged, they change places in three steps: the live one is moved away, the new
/// one takes its place, and the old one goes.
#[test]
fn a_build_that_was_killed_between_two_steps_of_the_switch_loses_nothing() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    let before = disk.everything();
    let staging = disk.root().join(".public.felles-staging");
    // After the first step: the old pages are those that count.
    fs::create_dir_all(staging.join("tree/nordlys")).unwrap();
    fs::rename(disk.public(), staging.join("tree.old")).unwrap();
    assert_eq!(disk.build(&PAGES).unwrap(), Published::Unchanged);
    assert_eq!(disk.everything(), before);
    // After the second: the new ones do.
    fs::create_dir_all(staging.join("tree.old/nordlys")).unwrap();
    fs::write(staging.join("tree.old/nordlys/index.html"), "<h1>Gammelt</h1>").unwrap();
    assert_eq!(disk.build(&PAGES).unwrap(), Published::Unchanged);
    assert_eq!(disk.everything(), before);
}

#[test]
fn a_file_that_is_read_only_is_kept_and_then_taken_away() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    if cfg!(windows) {
        let mut rights = fs::metadata(disk.live("nordlys/assets/site.css")).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(disk.live("nordlys/assets/site.css"), rights).unwrap();
    }
    let published = disk.build(&with_page("<h1>Personvarn</h1>")).unwrap();
    assert_eq!(published, Published::Switched { written: 1, kept: 3, removed: 0 });
    let published = disk.build(&with_page("<h1>Personvarn</h1>")[1..]).unwrap();
    assert_eq!(published, Published::Switched { written: 0, kept: 3, removed: 1 });
    assert_eq!(disk.names().len(), 2, "{:?}", disk.names());
}

#[cfg(windows)]
#[test]
fn a_page_that_a_program_holds_open_for_a_moment_is_no_hindrance() {
    use std::os::windows::fs::OpenOptionsExt;

    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    // As a scanner reads: nobody else may write it or take it away.
    let held =
        fs::File::options().read(true).share_mode(1).open(disk.live("nordlys/assets/site.css")).unwrap();
    let new_tree = disk.root().join(".public.felles-staging/tree/manifest.json");
    std::thread::scope(|scope| {
        scope.spawn(move || {
            while !new_tree.exists() {
                std::thread::yield_now();
            }
            drop(held);
        });
        let published = disk.build(&with_page("<h1>Personvarn</h1>")).unwrap();
        assert_eq!(published, Published::Switched { written: 1, kept: 3, removed: 0 });
    });
}

#[test]
fn a_dropped_build_leaves_no_trace() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    let (before, traces) = (disk.everything(), disk.traces());
    let staging = disk.open().unwrap();
    accept(&staging, &with_page("changed"));
    drop(staging);
    assert_eq!(disk.everything(), before);
    assert_eq!(disk.traces(), traces);
}

#[test]
fn the_first_failure_is_told_with_its_path_and_the_live_tree_stays() {
    let disk = Disk::new();
    disk.build(&PAGES).unwrap();
    let before = disk.everything();
    let staging = disk.open().unwrap();
    accept(&staging, &PAGES);
    for clash in
        [("nordlys/new", "a file"), ("nordlys/new/below", "needs a folder"), ("nordlys/new/other", "too")]
    {
        accept(&staging, &[clash]);
    }
    let error = staging.finish(facts(20)).unwrap_err().to_string();
    assert!(error.contains("cannot write") && error.contains("public/nordlys/new/below"), "{error}");
    assert!(!error.contains('\\'), "{error}");
    assert_eq!(disk.everything(), before);
}
