//! The bar below a page: other days, the panel, and nothing of it for axe to find.

use serde_json::json;

use super::{BAR, FINE, bar_says, button, open, panel_is_open, violations};
use crate::axe::axe;
use crate::driver::{Browser, Look};
use crate::program::{Program, until};

#[test]
fn links_of_a_page_of_another_day_lead_to_that_day() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = open(&program, "nordlys", "/personvern/?date=2026-12-30");
    let strip = browser.run(&format!("return {BAR}.querySelector('.day').innerText"));
    assert_eq!(strip, "The page as on 30 December 2026 – back to today");
    browser.run("document.querySelector('a[href=\"../\"]').click()");
    until(
        &browser,
        "the front page is of that day too",
        "location.pathname === '/' && location.search === '?date=2026-12-30'",
    );
    until(&browser, "the bar is there", BAR);
    browser.run(&format!("{BAR}.querySelector('.day a').click()"));
    until(&browser, "today is today", "location.pathname === '/' && location.search === ''");
}

#[test]
fn a_panel_is_folded_by_escape_and_axe_finds_nothing_in_it() {
    let program = Program::serve("", "2026-11-21", |_| {});
    let browser = Browser::start();
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": axe()}));
    browser.open(&program.at(Some("c-medical"), "/"), Look::wide(1280));
    until(&browser, "the bar is there", &bar_says(FINE));
    let clinic = program.read("content/clinics/c-medical/clinic.toml");
    program.write("content/clinics/c-medical/clinic.toml", &format!("nmae = 1\n{clinic}"));
    until(&browser, "the panel is there", &panel_is_open());
    let mut found = violations(&browser, "the panel");
    browser.press("Escape");
    until(&browser, "it is folded", &format!("!{}", panel_is_open()));
    assert_eq!(
        browser.run(&format!("return Boolean({})", bar_says("errors: 1"))),
        true,
        "the bar still says it"
    );
    browser.run(&format!("{}.click()", button(2)));
    found.extend(violations(&browser, "the dates"));
    assert_eq!(found, Vec::<String>::new());
}
