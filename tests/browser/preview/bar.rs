//! The bar below a page: why it says something, other days, and nothing of it for axe to find.

use serde_json::json;

use super::{BAR, FINE, bar_says, button, panel_is_open, violations};
use crate::axe::axe;
use crate::driver::{Browser, Look};
use crate::program::{Program, until};

/// Has the pages come with marks, as a preview sends them for `?why`.
const MARKS: &str = r##"const original = window.fetch;
    window.fetch = async (address, options) => {
        const answer = await original(address, options);
        if (!new URL(address, location.href).searchParams.has("why")) return answer;
        const page = (await answer.text()).replace("<h1", `<h1 data-felles-from="content/group/about.toml:1:1"
            data-felles-layer="group" data-felles-what="title"><span data-felles-from="content/clinics/nordlys/clinic.toml:3:2"
            data-felles-layer="clinic" data-felles-what="name" data-felles-replaced="content/group/about.toml:2:5">Clinic</span></h1><h1`);
        return new Response(page, { headers: { "Content-Type": "text/html" } });
    };"##;

fn open(program: &Program, path: &str) -> Browser {
    let browser = Browser::start();
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": MARKS}));
    browser.open(&program.at(Some("nordlys"), path), Look::wide(1280));
    until(&browser, "the bar is there", &bar_says(FINE));
    browser
}

#[test]
fn alt_and_a_click_open_the_innermost_part_in_the_editor() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = open(&program, "/personvern/");
    // The marks are put in first: they stand where a click on the plain page leads to nothing.
    browser.run(&format!("{}.click()", button(1)));
    until(&browser, "the parts are marked", "document.querySelectorAll('[data-felles-from]').length === 2");
    let place = browser.run(
        "const box = document.querySelector('span[data-felles-from]').getClientRects()[0];
        return [box.x + box.width / 2, box.y + box.height / 2]",
    );
    let at = |index: usize| place[index].as_f64().expect("a number");
    browser.click_with_alt(at(0), at(1));
    until(&browser, "it opens", "location.search.endsWith('/content/clinics/nordlys/clinic.toml:3:2')");
}

#[test]
fn parts_say_where_they_are_from_to_a_keyboard_too() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = open(&program, "/personvern/");
    browser.run(&format!("{}.focus()", button(1)));
    browser.press("Enter");
    until(&browser, "the parts are marked", "document.querySelector('span[data-felles-from]')");
    browser.run("document.querySelector('h1[data-felles-from]').focus()");
    browser.press("Tab");
    let card = format!("return {BAR}.querySelector('.card').innerText");
    let said = browser.run(&card);
    let said = said.as_str().expect("a text");
    assert!(said.contains("name · from the clinic"), "{said}");
    assert!(said.contains("clinic.toml:3") && said.contains("Replaces content/group/about.toml:2"), "{said}");
    browser.press("Escape");
    until(&browser, "the marks go", "!document.querySelector('[data-felles-from]')");
}

#[test]
fn links_of_a_page_of_another_day_lead_to_that_day() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = open(&program, "/personvern/?date=2026-12-30");
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
