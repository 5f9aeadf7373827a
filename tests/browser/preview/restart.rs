//! The preview ends and starts again while pages are open.

use super::{BAR, FINE, bar_says};
use crate::driver::{Browser, Look};
use crate::program::{Program, until};

#[test]
fn an_open_page_catches_up_with_a_preview_that_was_started_again() {
    let mut program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = Browser::start();
    browser.open(&program.at(Some("nordlys"), "/personvern/"), Look::wide(1280));
    until(&browser, "it loads", &bar_says(FINE));
    program.restart(|site| {
        site.edit("content/group/clauses/complaint.nb.md", "Du kan klage", "Du kan alltid klage");
    });
    until(&browser, "it shows the edit", "document.body.textContent.includes('Du kan alltid klage')");
    until(&browser, "all is fine", &bar_says(FINE));
}

#[test]
fn a_site_that_cannot_be_shown_at_the_start_is_shown_when_it_is_mended() {
    let brand = "content/brands/nordlys.toml";
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |site| site.edit(brand, "domain", "web"));
    let browser = Browser::start();
    browser.open(&program.at(Some("nordlys"), "/"), Look::wide(1280));
    until(&browser, "it says so", "document.body.textContent.includes('cannot be shown yet')");
    until(&browser, "the panel says why", &format!("{BAR}?.textContent.includes('`web`')"));
    program.edit(brand, "web", "domain");
    until(&browser, "it is shown", "document.body.textContent.includes('Personvern hos Nordlys')");
    until(&browser, "all is fine", &bar_says(FINE));
}
