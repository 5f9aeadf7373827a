//! The preview in a browser: pages that follow the files, the bar below them, the wall.

mod bar;
mod beside;
mod compare;
mod days;
mod edits;
mod progress;
mod restart;
mod tabs;
mod wall;
mod why;

use crate::axe::look_around;
use crate::driver::{Browser, Look};
use crate::program::{Program, until};

/// The bar's shadow tree, in a script.
const BAR: &str = "document.querySelector('felles-preview')?.shadowRoot";

/// A button of the bar, in a script: 0 is the state, then why, date and compare.
fn button(index: usize) -> String {
    format!("{BAR}.querySelectorAll('.buttons button')[{index}]")
}

/// Whether the findings are unfolded, in a script.
fn panel_is_open() -> String {
    format!("{BAR}?.querySelector('.findings')?.checkVisibility()")
}

/// Whether the bar says this of the brand, in a script.
fn bar_says(text: &str) -> String {
    format!("{BAR}?.querySelector('[role=status]')?.textContent === '{text}'")
}

const FINE: &str = "no errors or warnings";

/// A browser with this page of a brand without faults, and its bar.
fn open(program: &Program, brand: &str, path: &str) -> Browser {
    let browser = Browser::start();
    browser.open(&program.at(Some(brand), path), Look::wide(1280));
    until(&browser, "the bar is there", &bar_says(FINE));
    browser
}

/// What axe finds wrong on the open page, at every width, light and dark.
///
/// What lies over the page in a shadow tree axe can only ask people to review: it cannot tell what is behind it.
fn violations(browser: &Browser, place: &str) -> Vec<String> {
    look_around(browser, place).into_iter().filter(|found| found.contains(": violation: ")).collect()
}
