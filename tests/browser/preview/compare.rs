//! What differs between two pages: reached from the bar, by keyboard, alive, and without a finding of axe.

use super::{BAR, button, violations};
use crate::axe::axe;
use crate::driver::{Browser, Look};
use crate::program::{Program, until};

fn focus_is_on(difference: &str) -> String {
    format!("document.activeElement.dataset.difference === '{difference}'")
}

#[test]
fn the_differences_of_a_page_are_reached_from_its_bar_and_by_keyboard() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = Browser::start();
    browser.open(&program.at(Some("havna"), "/personvern/"), Look::wide(1280));
    until(&browser, "the bar is there", &button(3));
    browser.run(&format!("{}.click()", button(3)));
    let form = format!("{BAR}.querySelector('form.compare')");
    until(&browser, "the group can be chosen", &format!("{form}.querySelector('option[value=_group]')"));
    browser.run(&format!("{form}.requestSubmit()"));
    until(&browser, "the comparison is there", "document.querySelector('[data-difference=\"2\"]')");
    for (key, difference) in [("n", "1"), ("n", "2"), ("p", "1")] {
        browser.press(key);
        until(&browser, key, &focus_is_on(difference));
    }
    browser.run("document.getElementById('next').click()");
    until(&browser, "the button goes on", &focus_is_on("2"));
    browser.run("window.isTheSame = true");
    program.edit("content/clinics/havna/clauses/who-we-are.nb.md", "sjøen", "havet");
    let edited = "[...document.querySelectorAll('del')].some(mark => mark.textContent.includes('ved havet'))";
    until(&browser, "the edit comes by itself", &format!("window.isTheSame && {edited}"));
    browser.run(&axe());
    assert_eq!(violations(&browser, "the comparison"), Vec::<String>::new());
}
