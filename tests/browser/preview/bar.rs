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
    program.link_to_nowhere("content/clinics/c-medical/lost.toml");
    until(&browser, "the panel is there", &format!("{} && {}", panel_is_open(), bar_says("errors: 2")));
    let unread = browser.run(&format!(
        "const link = {BAR}.querySelector('.unreadable a');
        return [link.textContent, new URL(link.href).search.split('/').slice(-4).join('/')]"
    ));
    let path = "content/clinics/c-medical/lost.toml";
    assert_eq!(unread, json!([format!("open {path} in the editor"), format!("{path}:1:1")]));
    let mut found = violations(&browser, "the panel");
    browser.press("Escape");
    until(&browser, "it is folded", &format!("!{}", panel_is_open()));
    assert_eq!(
        browser.run(&format!("return Boolean({})", bar_says("errors: 2"))),
        true,
        "the bar still says it"
    );
    browser.run(&format!("{}.click()", button(2)));
    found.extend(violations(&browser, "the dates"));
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_day_that_cannot_be_shown_is_not_claimed() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = open(&program, "nordlys", "/personvern/");
    let page = "return document.querySelector('main').textContent";
    let today = browser.run(page);
    for day in ["2500-01-01", "1899-12-31", "2026-02-30", "tomorrow", ""] {
        browser.open(&program.at(Some("nordlys"), &format!("/personvern/?date={day}")), Look::wide(1280));
        until(&browser, "the bar is there", &bar_says(FINE));
        let said = browser.run(&format!(
            "return [{BAR}.querySelector('.day').innerText, {BAR}.querySelector('.dates input').value]"
        ));
        let text = said[0].as_str().expect("a text");
        assert!(text.starts_with(&format!("The date “{day}” cannot be shown")), "{text}");
        assert!(text.contains("shown as it is today"), "{text}");
        assert_eq!(said[1], "2026-07-01", "{day}");
        assert_eq!(browser.run(page), today, "{day}");
    }
    browser.run(&format!("{BAR}.querySelector('.day a').click()"));
    until(&browser, "the date is gone", "location.search === ''");
    until(&browser, "the bar is there", &bar_says(FINE));
    for (day, is_valid) in
        [("1900-01-01", true), ("2199-12-31", true), ("1899-12-31", false), ("2200-01-01", false)]
    {
        let checked = browser.run(&format!(
            "const input = {BAR}.querySelector('.dates input');
            input.value = '{day}';
            return input.validity.valid"
        ));
        assert_eq!(checked, is_valid, "{day}");
    }
}

#[test]
fn a_site_that_is_gone_says_so_and_comes_back() {
    const BRAND: &str = "content/brands/nordlys.toml";
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let text = program.read(BRAND);
    for host in [Some("nordlys"), None] {
        let browser = Browser::start();
        let below = if host.is_some() { "" } else { "/_/nordlys" };
        browser.open(&program.at(host, &format!("{below}/personvern/")), Look::wide(1280));
        until(&browser, "the bar is there", &bar_says(FINE));
        program.remove(BRAND);
        until(&browser, "it says so", &bar_says("the site no longer exists"));
        let notice = format!("{BAR}.querySelector('.notice')");
        let words = format!("{notice}.textContent.startsWith('This site no longer exists')");
        until(&browser, "the page is said to be of before", &words);
        program.write(BRAND, &text);
        until(&browser, "it is back", &format!("{} && {notice}.hidden", bar_says(FINE)));
    }
}

#[test]
fn the_panel_says_which_pages_are_shown_while_there_are_errors() {
    const HOURS: &str = "content/clinics/nordlys/hours.toml";
    let (right, wrong) = ("monday = \"08:00-15:30\"", "monday = \"25:00-26:00\"");
    let panel = |text: &str| format!("{BAR}?.querySelector('.findings')?.textContent.includes('{text}')");
    // Where there never were pages without errors, the newest are shown.
    let program =
        Program::serve("tests/sites/fjord", "2026-07-01", |program| program.edit(HOURS, right, wrong));
    let browser = Browser::start();
    browser.open(&program.at(Some("nordlys"), "/personvern/"), Look::wide(1280));
    until(&browser, "it is the newest", &panel("The page below is the newest version, and it has errors"));
    program.edit(HOURS, wrong, right);
    until(&browser, "it is mended", &bar_says(FINE));
    program.edit(HOURS, right, wrong);
    until(&browser, "it is older", &panel("The page below is the last version without errors"));
}

#[test]
fn errors_that_were_folded_away_unfold_again_once_they_were_gone() {
    const CLINIC: &str = "content/clinics/nordlys/clinic.toml";
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = open(&program, "nordlys", "/personvern/");
    let right = program.read(CLINIC);
    program.write(CLINIC, &format!("unknown = 1\n{right}"));
    until(&browser, "the panel is there", &panel_is_open());
    browser.press("Escape");
    until(&browser, "it is folded", &format!("!{}", panel_is_open()));
    program.write(CLINIC, &right);
    until(&browser, "all is fine", &bar_says(FINE));
    program.write(CLINIC, &format!("# Another line.\nunknown = 1\n{right}"));
    until(&browser, "the same words unfold again", &panel_is_open());
    browser.press("Escape");
    until(&browser, "it is folded", &format!("!{}", panel_is_open()));
    program.write(CLINIC, &format!("another = 1\nunknown = 1\n{right}"));
    until(&browser, "another error unfolds", &panel_is_open());
}

#[test]
fn errors_wait_until_another_drawer_closes() {
    const CLINIC: &str = "content/clinics/nordlys/clinic.toml";
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = open(&program, "nordlys", "/personvern/");
    let close_by_button = |browser: &Browser| drop(browser.run(&format!("{}.click()", button(2))));
    let close_by_key = |browser: &Browser| browser.press("Escape");
    for close in [&close_by_button as &dyn Fn(&Browser), &close_by_key] {
        browser.run(&format!("{}.click()", button(2)));
        let right = program.read(CLINIC);
        program.write(CLINIC, &format!("unknown = 1\n{right}"));
        until(&browser, "there is an error", &bar_says("errors: 1"));
        let dates = format!("{BAR}.querySelector('.dates').checkVisibility() && !{}", panel_is_open());
        assert_eq!(browser.run(&format!("return {dates}")), true, "the drawer that was asked for stays");
        close(&browser);
        until(&browser, "the panel is there", &panel_is_open());
        program.write(CLINIC, &right);
        until(&browser, "all is fine", &bar_says(FINE));
    }
}

#[test]
fn the_focus_stays_in_a_drawer_while_pages_are_made() {
    const CLINIC: &str = "content/clinics/nordlys/clinic.toml";
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = open(&program, "nordlys", "/personvern/");
    let focus = |link: &str| {
        browser.run(&format!("window.held = {BAR}.querySelector('{link}'); held.focus()"));
    };
    let is_held = format!("return {BAR}.activeElement === held");
    browser.run(&format!("{}.click()", button(2)));
    focus(".dates li a");
    program.edit("content/group/clauses/complaint.nb.md", "Du kan klage", "Du kan alltid klage");
    until(&browser, "it shows the edit", "document.body.textContent.includes('Du kan alltid klage')");
    until(&browser, "it is checked", &bar_says(FINE));
    assert_eq!(browser.run(&is_held), true, "a day that comes");

    browser.run(&format!("{}.click()", button(2)));
    program.write(CLINIC, &format!("unknown = 1\n{}", program.read(CLINIC)));
    until(&browser, "the panel is there", &panel_is_open());
    focus(".findings li a");
    program.write(CLINIC, &format!("# One.\n# Two.\n{}", program.read(CLINIC)));
    let place = format!("{BAR}.querySelector('.findings li a').textContent.includes('{CLINIC}:3')");
    until(&browser, "the finding stands below", &place);
    assert_eq!(browser.run(&is_held), true, "a finding");
}
