//! # several-main-headings
//!
//! ## What it finds
//! A page with more than one main heading (`h1`), or with none.
//!
//! ## Why it matters
//! WCAG 1.3.1 and 2.4.6, which forskrift om universell utforming asks for: the main heading says what the page is about, and there is one.
//!
//! ## Example
//! ```html
//! <h1>Klinikken</h1> … <h1>Personvern</h1>
//! ```
//!
//! ## How to fix it
//! Keep the one in the template that holds the page's own title, and make the others `h2`.

use crate::audit::fault::Fault;
use crate::audit::page::Page;
use crate::check::Rule;
use crate::diagnostic::catalogue::audit as say;

pub(super) static RULE: Rule =
    Rule::of_pages("several-main-headings", include_str!("several_main_headings.rs"));

pub(super) fn check(page: &Page, faults: &mut Vec<Fault>) {
    let count = page.tags.iter().filter(|tag| tag.level() == Some(1)).count();
    if count != 1 {
        let headline = if count == 0 { say::no_main_heading() } else { say::several_main_headings(count) };
        let literals = vec!["<h1".to_owned()];
        faults.push(Fault { rule: &RULE, headline, help: say::one_main_heading(), literals });
    }
}
