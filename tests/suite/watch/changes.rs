//! Every way in which files change.
#![expect(clippy::disallowed_methods, reason = "these tests change files on the disk")]

use std::fs::{self, File};
use std::io::Write;

use felles::serve::watch::Noticing;
use proptest::prelude::*;

use super::watched::Watched;

const ABOUT: &str = "content/group/about.toml";

/// Both ways of noticing must come to the same.
fn both(test: impl Fn(Watched)) {
    for noticing in [Noticing::Events, Noticing::Looking] {
        test(Watched::start(noticing));
    }
}

#[test]
fn a_save_in_any_manner_is_told_once_and_never_by_half() {
    both(|mut watched| {
        // Notepad writes over the file.
        watched.write(ABOUT, "# one\n");
        assert!(watched.comes_to_tell_what_is_there() + watched.tells_afterwards() <= 2);
        // vim writes a new file and moves it to the old one's place, with a swap file and a backup beside it.
        watched.write("content/group/.about.toml.swp", "swap");
        fs::rename(watched.path(ABOUT), watched.path("content/group/about.toml~")).unwrap();
        watched.write(ABOUT, "# two\n");
        fs::remove_file(watched.path("content/group/about.toml~")).unwrap();
        fs::remove_file(watched.path("content/group/.about.toml.swp")).unwrap();
        assert!(watched.comes_to_tell_what_is_there() + watched.tells_afterwards() <= 2);
        // Others write beside it and rename.
        watched.write("content/group/~$about.toml", "lock");
        watched.write("content/group/about.toml.tmp~", "# three\n");
        fs::rename(watched.path("content/group/about.toml.tmp~"), watched.path(ABOUT)).unwrap();
        assert!(watched.comes_to_tell_what_is_there() + watched.tells_afterwards() <= 2);
        // Others empty the file, and write it piece by piece.
        let mut file = File::create(watched.path(ABOUT)).unwrap();
        for piece in ["# fo", "ur\n", "# and more\n"] {
            file.write_all(piece.as_bytes()).unwrap();
            file.sync_all().unwrap();
        }
        assert!(watched.comes_to_tell_what_is_there() + watched.tells_afterwards() <= 2);
        assert_eq!(watched.text(ABOUT), Some("# four\n# and more\n"));
    });
}

#[test]
fn a_change_that_leaves_length_and_time_alone_is_told() {
    both(|mut watched| {
        let path = watched.path(ABOUT);
        for text in ["# abc\n", "# abd\n", "# abe\n"] {
            let time = fs::metadata(&path).unwrap().modified().unwrap();
            fs::write(&path, text).unwrap();
            File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
            watched.comes_to_tell_what_is_there();
            assert_eq!(watched.text(ABOUT), Some(text));
        }
    });
}

#[test]
fn files_in_new_folders_within_new_folders_are_told() {
    both(|mut watched| {
        for index in 0..60 {
            watched.write(&format!("content/clinics/new-{index}/clauses/deep/er/{index}.nb.md"), "text\n");
        }
        watched.comes_to_tell_what_is_there();
        watched.write("content/clinics/new-7/clauses/deep/er/7.nb.md", "another text\n");
        watched.comes_to_tell_what_is_there();
        fs::remove_dir_all(watched.path("content/clinics/new-8")).unwrap();
        watched.comes_to_tell_what_is_there();
        assert_eq!(watched.text("content/clinics/new-8/clauses/deep/er/8.nb.md"), None);
    });
}

#[test]
fn a_content_folder_that_goes_and_comes_back_is_watched_again() {
    both(|mut watched| {
        fs::rename(watched.path("content"), watched.path("away")).unwrap();
        watched.comes_to_tell_what_is_there();
        assert_eq!(watched.text(ABOUT), None);
        fs::rename(watched.path("away"), watched.path("content")).unwrap();
        watched.comes_to_tell_what_is_there();
        watched.write(ABOUT, "# back\n");
        watched.comes_to_tell_what_is_there();
        assert_eq!(watched.text(ABOUT), Some("# back\n"));
        fs::remove_file(watched.path("site.toml")).unwrap();
        watched.comes_to_tell_what_is_there();
        assert!(watched.unreadable()[0].contains("site.toml"), "{:?}", watched.unreadable());
    });
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_told_and_the_rest_goes_on() {
    both(|mut watched| {
        std::os::unix::fs::symlink("round.toml", watched.path("content/group/round.toml")).unwrap();
        watched.comes_to_tell_what_is_there();
        assert!(watched.unreadable()[0].contains("content/group/round.toml"), "{:?}", watched.unreadable());
        watched.write(ABOUT, "# goes on\n");
        watched.comes_to_tell_what_is_there();
        assert_eq!(watched.text(ABOUT), Some("# goes on\n"));
    });
}

#[test]
fn a_storm_of_ten_thousand_files_comes_to_rest() {
    let mut watched = Watched::start(Noticing::Events);
    for index in 0..10_000 {
        watched.write(&format!("content/clinics/storm/clauses/{index}.nb.md"), "text\n");
    }
    watched.comes_to_tell_what_is_there();
    for index in 0..10_000 {
        fs::remove_file(watched.path(&format!("content/clinics/storm/clauses/{index}.nb.md"))).unwrap();
    }
    watched.comes_to_tell_what_is_there();
}

/// Something that happens to a file or folder.
#[derive(Debug, Clone)]
enum Deed {
    Write(&'static str, u8),
    Remove(&'static str),
    Move(&'static str, &'static str),
}

fn deed() -> impl Strategy<Value = Deed> {
    let path = proptest::sample::select(vec![
        "site.toml",
        "content",
        "content/group",
        "content/group/about.toml",
        "content/clinics/a/clinic.toml",
        "content/clinics/a/clauses/b.nb.md",
        "content/clinics/a",
        "content/clinics/b",
        "themes",
        "themes/mine/static/style.css",
        "elsewhere",
    ]);
    prop_oneof![
        (path.clone(), any::<u8>()).prop_map(|(path, text)| Deed::Write(path, text)),
        path.clone().prop_map(Deed::Remove),
        (path.clone(), path).prop_map(|(from, to)| Deed::Move(from, to)),
    ]
}

/// Does it if it can be done; what cannot be done changes nothing.
fn attempt(deed: &Deed, watched: &Watched) {
    let done = match deed {
        Deed::Write(path, text) => {
            let path = watched.path(path);
            path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, [*text, b'\n']))
        }
        Deed::Remove(path) if watched.path(path).is_dir() => fs::remove_dir_all(watched.path(path)),
        Deed::Remove(path) => fs::remove_file(watched.path(path)),
        Deed::Move(from, to) => fs::rename(watched.path(from), watched.path(to)),
    };
    drop(done);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_what_is_there_is_told(bursts in prop::collection::vec(prop::collection::vec(deed(), 1..8), 1..4)) {
        let mut watched = Watched::start(Noticing::Events);
        for burst in bursts {
            for deed in &burst {
                attempt(deed, &watched);
            }
            watched.comes_to_tell_what_is_there();
        }
    }
}
