//! An `id` that stands more than once on a page.

use std::collections::BTreeSet;

use crate::audit::fault::PageFault;
use crate::audit::page::PageTags;
use crate::check::Rule;
use crate::diagnostic::catalogue::audit as say;

pub(super) static RULE: Rule = Rule::of_pages("repeated-anchor");

pub(super) fn check(page: &PageTags<'_>, faults: &mut Vec<PageFault>) {
    let (mut seen, mut told) = (BTreeSet::new(), BTreeSet::new());
    for id in page.tags.iter().filter_map(|tag| tag.get("id")) {
        // One fault however often it stands there: it is told at all of the places.
        if !seen.insert(id) && told.insert(id) {
            faults.push(PageFault {
                rule: &RULE,
                headline: say::repeated_anchor(id),
                help: say::give_another_id(),
                literals: vec![format!(" id=\"{id}\""), format!(" id={id}")],
            });
        }
    }
}
