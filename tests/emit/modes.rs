//! Modes, and what was changed by hand.

use super::*;

#[test]
fn what_was_changed_by_hand_is_repaired() {
    let check = |tamper: &dyn Fn(&Disk), written, removed| {
        let disk = Disk::new();
        disk.build(&PAGES).unwrap();
        let before = disk.everything();
        tamper(&disk);
        assert_eq!(disk.build(&PAGES).unwrap(), Published::Switched { written, kept: 4 - written, removed });
        assert_eq!(disk.everything(), before);
        disk.assert_exact_modes();
    };
    let page = |disk: &Disk| disk.live("nordlys/index.html");
    check(&|disk| fs::write(page(disk), "<h1>Personvarn</h1>").unwrap(), 1, 0);
    check(&|disk| fs::write(page(disk), "").unwrap(), 1, 0);
    check(&|disk| fs::remove_file(page(disk)).unwrap(), 1, 0);
    check(&|disk| set_mode(&page(disk), 0o666), 1, 0);
    check(&|disk| set_mode(&disk.live("nordlys"), 0o700), 0, 0);
    check(&|disk| set_mode(&disk.public(), 0o2755), 0, 0);
    check(&|disk| set_mode(&disk.live("manifest.json"), 0o600), 0, 0);
    check(&|disk| fs::create_dir(disk.live("nordlys/empty")).unwrap(), 0, 0);
    let becomes_a_link = |disk: &Disk| {
        fs::remove_file(page(disk)).unwrap();
        symlink("../manifest.json", page(disk)).unwrap();
    };
    check(&becomes_a_link, 1, 0);
    let becomes_a_folder = |disk: &Disk| {
        fs::remove_file(page(disk)).unwrap();
        fs::create_dir(page(disk)).unwrap();
    };
    check(&becomes_a_folder, 1, 0);
}

#[test]
fn modes_are_exact_whatever_the_folder_above_hands_down() {
    let disk = Disk::new();
    set_mode(disk.root(), 0o2755);
    disk.build(&PAGES).unwrap();
    disk.assert_exact_modes();
    disk.build(&with_page("changed")).unwrap();
    disk.assert_exact_modes();
}

#[test]
fn modes_are_exact_under_any_umask() {
    // A test cannot change the umask for itself alone, so the test above runs once more in a process of its own.
    let tests = std::env::current_exe().unwrap();
    let script = r#"umask 077 && "$0" --exact modes::modes_are_exact_whatever_the_folder_above_hands_down"#;
    let output = Command::new("sh").args(["-c", script]).arg(tests).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}
