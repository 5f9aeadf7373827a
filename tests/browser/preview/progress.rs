//! How far the first build is, on the wall.

use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use felles::diagnostic::MessageLanguage;
use felles::preview::{BuildWatch, DEFAULT_EDITOR, EditorLink, Preview, PreviewOptions, Progress};
use felles::serve::{AllowedHosts, Limits, Reach, ServerOptions};
use felles::source::disk::{Hints, SiteReader};
use jiff::civil::date;
use serde_json::json;

use crate::driver::{Browser, Look};
use crate::program::until;

/// A deadline against a hang; nothing takes this long.
const LONG: Duration = Duration::from_mins(2);

/// Answers that come to the page wait while `holds` is true.
const HELD_ANSWERS: &str = "
    const ask = window.fetch;
    window.answers = [];
    window.holds = false;
    window.underway = 0;
    window.fetch = async (...asked) => {
      window.underway += 1;
      const answer = await ask(...asked);
      if (window.holds) await new Promise((show) => window.answers.push(show));
      window.underway -= 1;
      return answer;
    };
    document.getElementById('made').dataset.mark = '';";

/// The page asks for itself as if it was seen again, and gets no answer yet.
const ASK_AGAIN: &str = "
    window.holds = true;
    document.getElementById('made').dataset.mark = '';
    document.dispatchEvent(new Event('visibilitychange'));";

/// What was asked for is shown: it has no mark.
const IS_SHOWN: &str = "document.getElementById('made').dataset.mark === undefined";

#[test]
fn the_wall_says_how_many_sites_are_made_until_all_are() {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/fjord");
    let reading = SiteReader::open(&site).expect("the site is there").read(&Hints::None);
    let server = ServerOptions {
        hosts: AllowedHosts { reach: Reach::Loopback, names: Vec::new() },
        port: 0,
        language: MessageLanguage::English,
        limits: Limits::of_this_process(),
    };
    let editor = EditorLink::new(DEFAULT_EDITOR, "/srv/fjord").expect("it is an address");
    let day = date(2026, 7, 1);
    let mut preview = Preview::start(PreviewOptions { server, editor: Some(editor) }, &reading, day)
        .expect("a port is free");
    let browser = Browser::start();
    browser.open(&format!("http://localhost:{}/", preview.port()), Look::wide(1280));
    let says = |text: &str| format!("document.getElementById('made').innerText === '{text}'");
    until(&browser, "nothing is made", &says("0 of 5 sites are made"));
    until(&browser, "every site is being made", "document.querySelectorAll('.state.checking').length === 5");
    browser.run(HELD_ANSWERS);
    let (release, held) = mpsc::channel::<()>();
    let held = Mutex::new(held);
    let progress = |Progress { made, .. }: Progress| {
        if made != 1 {
            // This ends when the wall has been looked at.
            let held = held.lock().unwrap_or_else(PoisonError::into_inner);
            assert_ne!(held.recv_timeout(LONG), Err(RecvTimeoutError::Timeout), "the wall was not looked at");
        }
    };
    // One thread makes one brand after the other, so that no third is made while the second is told.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread can be had");
    let watch = BuildWatch { progress: &progress, ..BuildWatch::default() };
    std::thread::scope(|scope| {
        let built = scope.spawn(|| pool.install(|| preview.show(reading, day, watch)));
        // A wall that was asked for before any was made comes after it is told that two are.
        until(&browser, "the theme is read", &format!("{IS_SHOWN} && window.underway === 0"));
        browser.run(ASK_AGAIN);
        until(&browser, "a wall comes", "window.answers.length > 0");
        release.send(()).expect("the build waits for it");
        until(&browser, "two are made", &says("2 of 5 sites are made"));
        browser.run("window.holds = false; window.answers.forEach((show) => show())");
        until(&browser, "that wall is shown", IS_SHOWN);
        assert_eq!(
            browser.run("return document.getElementById('made').innerText"),
            json!("2 of 5 sites are made")
        );
        assert_eq!(browser.run("return document.querySelectorAll('.state.fine').length"), json!(0));
        drop(release);
        assert!(built.join().expect("it is built").is_some());
    });
    until(&browser, "all are made", "document.getElementById('made').hidden");
    until(&browser, "all are checked", "document.querySelectorAll('.state.fine').length === 5");
}
