//! Where the system refuses to tell of changes, felles looks for itself and says why.
#![cfg(target_os = "linux")]

use std::env::current_exe;
use std::process::Command;

use felles::serve::watch::Noticing;

use super::watched::Watched;

/// Runs the test below in a user namespace of its own, where a limit is nobody else's.
fn within_limit(limit: &str) {
    let script = format!("echo {limit} && exec \"$0\" --exact --ignored watch::limits::under_a_limit");
    let output = Command::new("unshare")
        .args(["--user", "--map-root-user", "sh", "-c", &script])
        .arg(current_exe().unwrap())
        .output()
        .expect("`unshare` of util-linux is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn a_small_limit_of_watches_leads_to_looking() {
    within_limit("20 > /proc/sys/user/max_inotify_watches");
}

#[test]
fn no_instance_left_leads_to_looking() {
    within_limit("0 > /proc/sys/user/max_inotify_instances");
}

#[test]
#[ignore = "runs within the limits that the tests above set"]
fn under_a_limit() {
    let mut watched = Watched::start(Noticing::Events);
    for index in 0..40 {
        watched.write(&format!("content/clinics/new-{index}/clauses/a.nb.md"), "text\n");
    }
    watched.comes_to_tell_what_is_there();
    watched.write("content/clinics/new-39/clauses/a.nb.md", "another text\n");
    watched.comes_to_tell_what_is_there();
    let reason = watched.looks_instead.expect("the limit is told");
    assert!(reason.contains("looks for itself"), "{reason}");
}
