//! A heading that is more than one level below the heading before it.

use crate::audit::fault::PageFault;
use crate::audit::page::{PageTags, Tag};
use crate::check::Rule;
use crate::diagnostic::catalogue::audit as say;

pub(super) static RULE: Rule = Rule::of_pages("heading-level-skipped");

pub(super) fn check(page: &PageTags<'_>, faults: &mut Vec<PageFault>) {
    let levels: Vec<u8> = page.tags.iter().filter_map(Tag::level).collect();
    for pair in levels.windows(2).filter(|pair| pair[1] > pair[0] + 1) {
        let (before, level) = (usize::from(pair[0]), usize::from(pair[1]));
        faults.push(PageFault {
            rule: &RULE,
            headline: say::heading_level_skipped(level, before),
            help: say::use_the_next_level(before + 1),
            literals: vec![format!("<h{level}")],
        });
    }
}
