//! # heading-level-skipped
//!
//! ## What it finds
//! A heading that is more than one level below the heading before it.
//!
//! ## Why it matters
//! WCAG 1.3.1 and 2.4.6, which forskrift om universell utforming asks for: those who listen to a page move through it by its headings.
//!
//! ## Example
//! ```html
//! <h2>Kontakt</h2> … <h4>Telefon</h4>
//! ```
//!
//! ## How to fix it
//! Use the next level in the template, and let the stylesheet decide how large it is.

use crate::audit::fault::Fault;
use crate::audit::page::{Page, Tag};
use crate::check::Rule;
use crate::diagnostic::catalogue::audit as say;

pub(super) static RULE: Rule =
    Rule::of_pages("heading-level-skipped", include_str!("heading_level_skipped.rs"));

pub(super) fn check(page: &Page, faults: &mut Vec<Fault>) {
    let levels: Vec<u8> = page.tags.iter().filter_map(Tag::level).collect();
    for pair in levels.windows(2).filter(|pair| pair[1] > pair[0] + 1) {
        let (before, level) = (usize::from(pair[0]), usize::from(pair[1]));
        faults.push(Fault {
            rule: &RULE,
            headline: say::heading_level_skipped(level, before),
            help: say::use_the_next_level(before + 1),
            literals: vec![format!("<h{level}")],
        });
    }
}
