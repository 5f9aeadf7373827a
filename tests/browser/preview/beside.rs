//! Two pages side by side: they scroll as one, and each keeps its day.

use super::violations;
use crate::axe::axe;
use crate::driver::{Browser, Look};
use crate::program::{Program, until};

#[test]
fn axe_finds_nothing_around_two_pages_and_they_scroll_as_one() {
    let program = Program::serve("", "2026-11-21", |_| {});
    let browser = Browser::start();
    let address = "/_felles/beside?left=/personvern/&right=/en/privacy/";
    browser.open(&program.at(Some("medoslo"), address), Look::wide(1280));
    let page = |index: usize| format!("document.querySelectorAll('iframe')[{index}].contentWindow");
    until(
        &browser,
        "both are there",
        &format!("{}.scrollY + {}.document.body.childElementCount > 1", page(0), page(1)),
    );
    browser.run(&format!("{}.scrollTo(0, 1e6)", page(0)));
    let is_at_end = format!(
        "{0}.scrollY > 0 && Math.abs({0}.scrollY + {0}.innerHeight - {0}.document.documentElement.scrollHeight) < 3",
        page(1)
    );
    until(&browser, "the other is at its end too", &is_at_end);
    // Only here: in the frames are two whole pages, whose landmarks are twice the same.
    browser.run(&axe());
    assert_eq!(violations(&browser, "two pages side by side"), Vec::<String>::new());
}

#[test]
fn each_side_keeps_its_day_and_can_be_given_another() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = Browser::start();
    let address = "/_felles/beside?left=/personvern/&right=/personvern/%3Fdate%3D2026-12-30";
    browser.open(&program.at(Some("nordlys"), address), Look::wide(1280));
    let side = |index: usize| format!("document.querySelectorAll('main > section')[{index}]");
    let page = |index: usize| format!("{}.querySelector('iframe').contentWindow", side(index));
    let says = |index: usize, text: &str| format!("{}.innerText.includes('{text}')", side(index));
    until(&browser, "it says its day", &says(1, "The page as on 30 December 2026"));
    until(&browser, "the page listens", &format!("{}.document.querySelector('a[href=\"../\"]')", page(1)));
    let shows = |index: usize, address: &str| {
        format!("{0}.location.pathname + {0}.location.search === '{address}'", page(index))
    };
    // A page that has not loaded its script yet leads to today.
    until(
        &browser,
        "its links keep the day",
        &format!(
            "(() => {{
                const link = {}.document.querySelector('a[href^=\"../\"]');
                link?.dispatchEvent(new Event('focusin', {{ bubbles: true }}));
                return link?.href.endsWith('/?date=2026-12-30');
            }})()",
            page(1)
        ),
    );
    browser.run(&format!("{}.document.querySelector('a[href^=\"../\"]').click()", page(1)));
    until(&browser, "the front page is of that day too", &shows(1, "/?date=2026-12-30"));
    until(&browser, "it still says its day", &says(1, "/?date=2026-12-30"));
    until(
        &browser,
        "the address follows",
        "new URLSearchParams(location.search).get('right') === '/?date=2026-12-30'",
    );
    let choose = |index: usize, day: &str| {
        browser.run(&format!(
            "const form = {}.querySelector('form');
            form.querySelector('input').value = '{day}';
            form.requestSubmit();",
            side(index)
        ));
    };
    choose(0, "2026-12-24");
    until(&browser, "the first is of another day", &shows(0, "/personvern/?date=2026-12-24"));
    until(&browser, "it says so", &says(0, "The page as on 24 December 2026"));
    choose(1, "");
    until(&browser, "the second is of today", &shows(1, "/"));
    until(&browser, "it says no other day", &format!("!{}", says(1, "The page as on")));
}

#[test]
fn errors_are_said_beside_the_pages_that_they_concern() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = Browser::start();
    let address = "/_felles/beside?left=/_/nordlys/&right=/_/havna/";
    browser.open(&program.at(None, address), Look::wide(1280));
    let frames = "document.querySelectorAll('iframe')[1].contentDocument?.querySelector('h1')";
    until(&browser, "the pages are there", frames);
    program.edit("content/clinics/havna/clinic.toml", "name", "nmae");
    let states = "[...document.querySelectorAll('.state')].map(state => state.textContent).join('|')";
    let expected = "/^\\|errors: \\d+; shows the last version without errors$/";
    until(&browser, "the second says so", &format!("{expected}.test({states})"));
    program.edit("content/clinics/havna/clinic.toml", "nmae", "name");
    until(&browser, "it is mended", &format!("{states} === '|'"));
}
