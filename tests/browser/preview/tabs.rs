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

/// All pages together have one stream open; those that nobody sees are asked without a look at them.
fn one_stream(browser: &Browser) {
    browser.run("ask()");
    until(browser, "all seven answer", "answers.length === 7");
    assert_eq!(browser.run("return answers.sort()"), json!([0, 0, 0, 0, 0, 0, 1]));
}

fn seven(kind: &str) {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = Browser::start();
    let open = |_| {
        let window = browser.new_window(kind);
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": COUNT}));
        browser.open(&program.at(Some("nordlys"), "/personvern/"), Look::wide(1280));
        until(&browser, "it loads", &bar_says(FINE));
        window
    };
    let windows: Vec<String> = (0..7).map(open).collect();
    one_stream(&browser);
    program.edit("content/group/clauses/complaint.nb.md", "Du kan klage", "Du kan alltid klage");
    for window in &windows {
        browser.go_to_window(window);
        // What is behind others shows it as soon as somebody looks.
        browser.devtools("Page.bringToFront", &json!({}));
        until(&browser, "it shows the edit", "document.body.textContent.includes('Du kan alltid klage')");
    }
    one_stream(&browser);
}

#[test]
fn seven_tabs_have_one_stream_and_show_an_edit() {
    seven("tab");
}

#[test]
fn seven_windows_have_one_stream_and_show_an_edit() {
    seven("window");
}
