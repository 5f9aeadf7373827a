//! Many tabs and windows of one host share one connection for events.

use serde_json::json;

use super::{FINE, bar_says};
use crate::driver::{Browser, Look};
use crate::program::{Program, until};

/// Counts the streams that a page has open, and says how many to those who ask.
const COUNT: &str = "const open = new Set();
    window.EventSource = class extends EventSource {
        constructor(...rest) { super(...rest); open.add(this); }
        close() { open.delete(this); super.close(); }
    };
    window.answers = [];
    const roll = new BroadcastChannel('roll');
    roll.onmessage = ({ data }) => data === 'ask' ? roll.postMessage(open.size) : answers.push(data);
    window.ask = () => { answers = [open.size]; roll.postMessage('ask'); };";

/// A browser at an address of the network has no locks.
const NO_LOCKS: &str = "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });";

/// All pages together have so many streams open; those that nobody sees are asked without a look at them.
fn has_streams(browser: &Browser, expected: u8) {
    browser.run("ask()");
    until(browser, "all seven answer", "answers.length === 7");
    assert_eq!(browser.run("return answers.sort()"), json!([0, 0, 0, 0, 0, 0, expected]));
}

/// Opens seven of a kind, each after these scripts, which together have so many streams open.
fn seven(kind: &str, scripts: &[&str], streams: u8) {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = Browser::start();
    let open = |_| {
        let window = browser.new_window(kind);
        for script in scripts {
            browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": script}));
        }
        browser.open(&program.at(None, "/_/nordlys/personvern/"), Look::wide(1280));
        until(&browser, "it loads", &bar_says(FINE));
        window
    };
    let windows: Vec<String> = (0..7).map(open).collect();
    has_streams(&browser, streams);
    program.edit("content/group/clauses/complaint.nb.md", "Du kan klage", "Du kan alltid klage");
    for window in &windows {
        browser.go_to_window(window);
        // What is behind others shows it as soon as somebody looks.
        browser.devtools("Page.bringToFront", &json!({}));
        until(&browser, "it shows the edit", "document.body.textContent.includes('Du kan alltid klage')");
    }
    has_streams(&browser, streams);
}

#[test]
fn seven_tabs_have_one_stream_and_show_an_edit() {
    seven("tab", &[COUNT], 1);
}

#[test]
fn seven_windows_have_one_stream_and_show_an_edit() {
    seven("window", &[COUNT], 1);
}

#[test]
fn seven_windows_without_locks_have_no_stream_and_show_an_edit() {
    seven("window", &[COUNT, NO_LOCKS], 0);
}

#[test]
fn a_page_and_the_views_of_the_wall_follow_the_files_without_locks() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = Browser::start();
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": NO_LOCKS}));
    browser.open(&program.at(None, "/"), Look::wide(1280));
    let view = "document.querySelector('#brand-nordlys iframe')?.contentDocument";
    until(&browser, "the view is there", &format!("{view}?.querySelector('h1')"));
    program.edit("content/brands/nordlys.toml", "name = \"Nordlys\"", "name = \"Sørlys\"");
    until(&browser, "the view shows the edit", &format!("{view}.title.includes('Sørlys')"));
    program.edit("content/brands/nordlys.toml", "name = ", "nmae = ");
    until(&browser, "the fault comes by itself", "document.querySelector('#brand-nordlys .errors')");
}
