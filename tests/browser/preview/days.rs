//! A page of another day follows the files too, also where the pages of today stay the same.

use super::{FINE, bar_says};
use crate::driver::{Browser, Look};
use crate::program::{Program, until};

/// Shown in November alone.
const NOTICE: &str = "content/clinics/nordlys/notices/new-phones.nb.md";

#[test]
fn an_edit_that_changes_no_page_of_today_is_shown_in_the_page_of_its_day() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = Browser::start();
    browser.open(&program.at(Some("nordlys"), "/?date=2026-11-15"), Look::wide(1280));
    until(&browser, "the bar is there", &bar_says(FINE));
    browser.run("window.isTheSame = true");
    program.edit(NOTICE, "# Nye telefoner", "# Helt nye telefoner");
    let seen = "document.body.textContent.includes('Helt nye telefoner')";
    until(&browser, "the page shows it", &format!("{seen} && window.isTheSame"));
}

#[test]
fn two_days_side_by_side_follow_too() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = Browser::start();
    browser.open(
        &program.at(Some("nordlys"), "/_felles/beside?left=/&right=/?date=2026-11-15"),
        Look::wide(1280),
    );
    let text = |index: usize| {
        format!("document.querySelectorAll('iframe')[{index}].contentDocument?.body?.textContent")
    };
    until(&browser, "both are there", &format!("{}?.includes('Nye telefoner') && {}", text(1), text(0)));
    until(
        &browser,
        "the second listens",
        "document.querySelectorAll('iframe')[1].contentWindow.performance.getEntriesByName(
            new URL('/_felles/state?brand=nordlys', location).href
        ).length > 0",
    );
    program.edit(NOTICE, "# Nye telefoner", "# Helt nye telefoner");
    until(&browser, "the second shows it", &format!("{}?.includes('Helt nye telefoner')", text(1)));
    assert_eq!(
        browser.run(&format!("return {}.includes('Helt nye telefoner')", text(0))),
        serde_json::json!(false)
    );
}
