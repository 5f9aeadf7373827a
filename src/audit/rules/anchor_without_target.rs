//! A link to an anchor that is not on the page it leads to, within a brand.

use crate::audit::fault::PageFault;
use crate::audit::seen::{SeenPages, target};
use crate::check::Rule;
use crate::diagnostic::catalogue::audit as say;

pub(super) static RULE: Rule = Rule::of_pages("anchor-without-target");

pub(super) fn check<'p>(pages: &'p SeenPages, faults: &mut Vec<(&'p str, PageFault)>) {
    for (path, page) in pages {
        for href in &page.links {
            let Some((file, anchor)) = target(path, href) else { continue };
            // Every page has a top.
            let is_there = anchor.is_empty() || anchor == "top";
            if !is_there && pages.get(&*file).is_some_and(|other| !other.has_id(anchor)) {
                let literals = vec![format!("{href}\""), format!("#{anchor}\""), format!("#{anchor})")];
                let (headline, help) = (say::anchor_without_target(href), say::link_to_a_clause());
                faults.push((path, PageFault { rule: &RULE, headline, help, literals }));
            }
        }
    }
}
