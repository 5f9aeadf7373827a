//! The wall of all brands: by keyboard alone, alive, and without a finding of axe.

use serde_json::json;

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
    until(
        &browser,
        "the views are there",
        "document.querySelectorAll('.view iframe[src$=\"?view\"]').length === 5",
    );
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
        program.link_to_nowhere("content/clinics/c-medical/lost.toml");
    });
    let browser = Browser::start();
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": axe()}));
    browser.open(&program.at(None, "/"), Look::wide(1280));
    until(&browser, "the finding is there", "document.querySelector('.findings .error')");
    let markup = browser
        .run("return [document.querySelector('main b'), document.querySelector('.message').textContent]");
    assert_eq!(markup, json!([null, "unknown key `<b>nmae</b>`"]));
    let unread = browser.run(
        "const link = document.querySelector('.unreadable a');
        return [link.textContent, new URL(link.href).search.split('/').slice(-4).join('/')]",
    );
    let path = "content/clinics/c-medical/lost.toml";
    assert_eq!(unread, json!([format!("open {path} in the editor"), format!("{path}:1:1")]));
    browser.run("document.querySelector('.findings details').open = true");
    assert_eq!(look_around(&browser, "the wall"), Vec::<String>::new());
}

#[test]
fn every_finding_can_be_searched_for() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |program| {
        for number in 0..250 {
            program.write(&format!("content/clinics/havna/unknown-{number}.txt"), "x");
        }
        program.edit("content/clinics/nordlys/clinic.toml", "name", "nmae");
    });
    let browser = Browser::start();
    browser.open(&program.at(None, "/"), Look::wide(1280));
    until(&browser, "the first are listed", "document.querySelectorAll('.findings > li').length === 200");
    let counts = "return document.getElementById('more').checkVisibility() && document.getElementById('more').textContent";
    let more = browser.run(counts);
    assert!(more.as_str().is_some_and(|text| text.ends_with(" more; search to see them")), "{more}");
    browser.press("/");
    for letter in "nordlys".chars() {
        browser.press(&letter.to_string());
    }
    until(
        &browser,
        "that of the last is listed",
        "document.querySelector('.findings .place')?.textContent.startsWith('content/clinics/nordlys/')",
    );
    assert_eq!(browser.run(counts), false);
}

#[test]
fn what_is_to_be_mended_comes_first_and_leads_to_its_findings() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |program| {
        for brand in ["sorpollen", "havna"] {
            let file = format!("content/brands/{brand}.toml");
            program.write(&file, &format!("unknown = 1\n{}", program.read(&file)));
        }
    });
    let browser = Browser::start();
    browser.open(&program.at(None, "/"), Look::wide(1280));
    until(&browser, "those with errors first", &format!("{SHOWN}.startsWith('havna sorpollen ')"));
    let listed = "[...document.querySelectorAll('.findings .place')].map(place => place.textContent.split('/')[2]).join(' ')";
    until(&browser, "both are listed", &format!("/havna.*sorpollen/.test({listed})"));
    browser.run("document.querySelector('#brand-sorpollen .state a').focus()");
    browser.press("Enter");
    until(&browser, "its own are listed", &format!("{listed} === 'sorpollen.toml:1'"));
    until(&browser, "the findings have the focus", "document.activeElement.id === 'found'");
    assert_eq!(
        browser.run("return document.getElementById('only').innerText"),
        "Only what concerns sorpollen Show all"
    );
    browser.press("Escape");
    until(&browser, "all are listed", &format!("/havna.*sorpollen/.test({listed})"));
    browser.press("j");
    until(&browser, "the first", &focus_is_on("havna"));
    browser.press("f");
    until(&browser, "the findings again", "document.activeElement.id === 'found'");
    browser.press("Tab");
    until(&browser, "the first of them", "document.activeElement.closest('.findings')");
}

#[test]
fn a_site_is_found_by_its_name_and_the_wall_has_an_icon() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |program| {
        program.edit("content/brands/nordlys.toml", "name = \"Nordlys\"", "name = \"Kystklinikken\"");
    });
    let browser = Browser::start();
    browser.open(&program.at(None, "/"), Look::wide(1280));
    browser.press("/");
    for letter in "kystkl".chars() {
        browser.press(&letter.to_string());
    }
    until(&browser, "it is found", &format!("{SHOWN} === 'nordlys'"));
    let icon = browser.wait_for(
        "fetch(document.querySelector('link[rel=icon]').href)
            .then(answer => done([answer.status, answer.headers.get('Content-Type')]))",
    );
    assert_eq!(icon, json!([200, "image/svg+xml"]));
}

#[test]
fn what_concerns_no_site_is_found_too() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |program| {
        program.copy("content/clinics/havna", "content/clinics/ny-klinikk");
        program.edit("content/clinics/ny-klinikk/clinic.toml", "name", "nmae");
    });
    let browser = Browser::start();
    browser.open(&program.at(None, "/"), Look::wide(1280));
    let listed =
        "document.querySelector('.findings .place')?.textContent.startsWith('content/clinics/ny-klinikk/')";
    let says = |id: &str| format!("document.getElementById('{id}').checkVisibility()");
    until(&browser, "it is listed", listed);
    browser.press("e");
    until(&browser, "no site has errors", &format!("{SHOWN} === ''"));
    until(&browser, "it is listed among the errors", listed);
    browser.press("Escape");
    browser.press("/");
    for letter in "ny-kl".chars() {
        browser.press(&letter.to_string());
    }
    until(&browser, "no site is called so", &format!("{SHOWN} === ''"));
    until(&browser, "it is found by its path", listed);
    assert_eq!(
        browser.run(&format!("return [{}, {}]", says("none"), says("none-match"))),
        json!([false, false])
    );
    browser.press("z");
    until(&browser, "nothing is found", &format!("!{listed} && {} && !{}", says("none-match"), says("none")));
}

#[test]
fn what_is_unfolded_and_focused_stays_so_when_lines_are_written_above_it() {
    const CLINIC: &str = "content/clinics/havna/clinic.toml";
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |program| {
        program.write(CLINIC, &format!("unknown = 1\n{}", program.read(CLINIC)));
    });
    let browser = Browser::start();
    browser.open(&program.at(None, "/"), Look::wide(1280));
    let stands_at =
        |line: u8| format!("document.querySelector('.findings .place')?.textContent === '{CLINIC}:{line}'");
    until(&browser, "it is listed", &stands_at(1));
    browser.run(
        "const details = document.querySelector('.findings details');
        details.open = true;
        details.querySelector('summary').focus()",
    );
    program.write(CLINIC, &format!("# One.\n# Two.\n{}", program.read(CLINIC)));
    until(&browser, "it stands below", &stands_at(3));
    assert_eq!(
        browser.run(
            "return [document.querySelector('.findings details').open, document.activeElement.localName]"
        ),
        json!([true, "summary"])
    );
}
