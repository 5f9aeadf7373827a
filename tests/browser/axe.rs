//! axe-core on every page of every brand, in each language, light and dark, at four widths.
#![expect(clippy::disallowed_methods, reason = "reads axe-core from where it was installed")]

use std::io::Write;
use std::sync::Mutex;

use serde_json::json;

use crate::driver::{Browser, Look};
use crate::server::pages;

const WIDTHS: [u32; 4] = [320, 390, 768, 1280];

const RUN: &str = "axe.run(document, {
    resultTypes: ['violations', 'incomplete'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}).then(found => done({
    version: axe.version,
    passes: found.passes.length,
    violations: found.violations.flatMap(said),
    incomplete: found.incomplete.flatMap(said),
}), error => done({error: String(error)}));
function said(finding) {
    return finding.nodes.map(node => [finding.id, node.target.join(' '), node.failureSummary || '']);
}";

/// axe-core's own program.
pub(crate) fn axe() -> String {
    let file = std::env::var("AXE").expect("AXE names the file axe.min.js of npm's axe-core");
    std::fs::read_to_string(&file).expect("axe-core can be read")
}

#[test]
fn axe_finds_nothing_on_any_page() {
    let axe = axe();
    let (queue, found, looks) = (Mutex::new(pages()), Mutex::new(Vec::new()), Mutex::new(0));
    std::thread::scope(|scope| {
        // Two browsers: one alone leaves half of a small machine idle.
        for _ in 0..2 {
            scope.spawn(|| {
                let browser = Browser::start();
                browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": axe}));
                while let Some(page) = next(&queue) {
                    for finding in look_at(&browser, &page) {
                        found.lock().expect("no test panics with it").push(finding);
                    }
                    *looks.lock().expect("no test panics with it") += WIDTHS.len() * 2;
                }
            });
        }
    });
    let (found, looks) =
        (found.into_inner().expect("all are done"), looks.into_inner().expect("all are done"));
    writeln!(std::io::stdout(), "{looks} looks at {} pages", looks / WIDTHS.len() / 2)
        .expect("the terminal can be written");
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found[..found.len().min(40)].join("\n"));
}

fn next(queue: &Mutex<Vec<String>>) -> Option<String> {
    queue.lock().expect("no test panics with it").pop()
}

fn look_at(browser: &Browser, page: &str) -> Vec<String> {
    browser.open(page, Look::wide(WIDTHS[0]));
    look_around(browser, page)
}

/// What axe finds on the open page, at every width, light and dark.
pub(crate) fn look_around(browser: &Browser, page: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (width, dark) in WIDTHS.iter().flat_map(|width| [(*width, false), (*width, true)]) {
        browser.look(Look { dark, ..Look::wide(width) });
        let result = browser.wait_for(RUN);
        assert!(result["error"].is_null() && result["passes"].as_u64() > Some(10), "axe runs: {result:#}");
        let mode = if dark { "dark" } else { "light" };
        let kinds = [("violation", &result["violations"]), ("needs review", &result["incomplete"])];
        for (kind, finding) in kinds
            .iter()
            .flat_map(|(kind, list)| list.as_array().into_iter().flatten().map(move |it| (kind, it)))
        {
            found.push(format!("{page} {width} {mode}: {kind}: {finding}"));
        }
    }
    found
}
