//! # anchor-without-target
//!
//! ## What it finds
//! A link to an anchor that is not on the page it leads to, within a brand.
//!
//! ## Why it matters
//! The reader who is sent to "how to complain" lands at the top of a page, and has to look for it: WCAG 2.4.4.
//!
//! ## Example
//! ```html
//! <a href="personvern/#klage">Slik klager du</a>
//! ```
//!
//! ## How to fix it
//! Link to a clause by its id, `[text](clause:complaint)`, or take the anchor away.

use crate::audit::fault::Fault;
use crate::audit::seen::{SeenPages, target};
use crate::check::Rule;
use crate::diagnostic::catalogue::audit as say;

pub(super) static RULE: Rule =
    Rule::of_pages("anchor-without-target", include_str!("anchor_without_target.rs"));

pub(super) fn check<'p>(pages: &'p SeenPages, faults: &mut Vec<(&'p str, Fault)>) {
    for (path, page) in pages {
        for href in &page.links {
            let Some((file, anchor)) = target(path, href) else { continue };
            // Every page has a top.
            let is_there = anchor.is_empty() || anchor == "top";
            if !is_there && pages.get(&file).is_some_and(|other| !other.ids.contains(anchor)) {
                let literals = vec![format!("{href}\""), format!("#{anchor}\""), format!("#{anchor})")];
                let (headline, help) = (say::anchor_without_target(href), say::link_to_a_clause());
                faults.push((path, Fault { rule: &RULE, headline, help, literals }));
            }
        }
    }
}
