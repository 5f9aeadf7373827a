//! The wall of all brands: by keyboard alone, alive, and without a finding of axe.

use serde_json::json;

use super::violations;
use crate::axe::{axe, look_around};
use crate::driver::{Browser, Look};
use crate::program::{Program, until};

/// The brands that are shown, in a script.
const SHOWN: &str =
    "[...document.querySelectorAll('.brand:not([hidden])')].map(brand => brand.dataset.brand).join(' ')";

fn focus_is_on(brand: &str) -> String {
    format!("document.activeElement.closest('.brand')?.dataset.brand === '{brand}'")
}

#[test]
fn everything_on_the_wall_is_reached_by_keyboard() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = Browser::start();
    browser.open(&program.at(None, "/"), Look::wide(1280));
    until(&browser, "the views are there", "document.querySelectorAll('.view iframe').length === 5");
    for (key, brand) in [
        ("j", "fjordhelse"),
        ("j", "fjordhud"),
        ("ArrowRight", "havna"),
        ("k", "fjordhud"),
        ("ArrowLeft", "fjordhelse"),
    ] {
        browser.press(key);
        until(&browser, key, &focus_is_on(brand));
    }
    browser.press("ArrowDown");
    until(&browser, "the row below", &format!("!({})", focus_is_on("fjordhelse")));
    browser.press("/");
    until(&browser, "the search has the focus", "document.activeElement.id === 'search'");
    for letter in ["n", "o", "r", "d"] {
        browser.press(letter);
    }
    until(&browser, "one is found", &format!("{SHOWN} === 'nordlys'"));
    browser.press("Escape");
    until(&browser, "all are back", &format!("{SHOWN} === 'fjordhelse fjordhud havna nordlys sorpollen'"));
    program.edit("content/clinics/havna/clinic.toml", "name", "nmae");
    until(&browser, "the fault comes by itself", "document.querySelector('#brand-havna .errors')");
    browser.press("e");
    until(&browser, "only those with errors", &format!("{SHOWN} === 'havna'"));
    // What is searched for stays when the wall renews itself.
    program.edit("content/brands/nordlys.toml", "name = \"Nordlys\"", "nmae = \"Nordlys\"");
    until(&browser, "another fault", &format!("{SHOWN} === 'havna nordlys'"));
    program.edit("content/clinics/havna/clinic.toml", "nmae", "name");
    program.edit("content/brands/nordlys.toml", "nmae", "name");
    until(&browser, "all faults go by themselves", &format!("{SHOWN} === ''"));
    browser.press("e");
    browser.press("j");
    until(&browser, "the first", &focus_is_on("fjordhelse"));
    browser.press("Enter");
    until(&browser, "it opens", "location.host.startsWith('fjordhelse.localhost')");
}

#[test]
fn a_view_follows_the_files_and_has_no_bar_of_its_own() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = Browser::start();
    browser.open(&program.at(None, "/"), Look::wide(1280));
    let view = "document.querySelector('#brand-nordlys iframe')?.contentDocument";
    until(&browser, "the view is there", &format!("{view}?.querySelector('h1')"));
    browser.run("window.isTheSame = true");
    program.edit("content/brands/nordlys.toml", "name = \"Nordlys\"", "name = \"Sørlys\"");
    until(&browser, "the view shows the edit", &format!("{view}.title.includes('Sørlys')"));
    assert_eq!(
        browser.run(&format!("return [isTheSame, {view}.querySelector('felles-preview')]")),
        json!([true, null])
    );
}

#[test]
fn axe_finds_nothing_on_the_wall() {
    let program = Program::serve("", "2026-11-21", |program| {
        let clinic = program.read("content/clinics/c-medical/clinic.toml");
        program.write("content/clinics/c-medical/clinic.toml", &format!("\"<b>nmae</b>\" = 1\n{clinic}"));
    });
    let browser = Browser::start();
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": axe()}));
    browser.open(&program.at(None, "/"), Look::wide(1280));
    until(&browser, "the finding is there", "document.querySelector('.findings .error')");
    let markup = browser
        .run("return [document.querySelector('main b'), document.querySelector('.message').textContent]");
    assert_eq!(markup, json!([null, "unknown key `<b>nmae</b>`"]));
    browser.run("document.querySelector('.findings details').open = true");
    assert_eq!(look_around(&browser, "the wall"), Vec::<String>::new());
}

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
