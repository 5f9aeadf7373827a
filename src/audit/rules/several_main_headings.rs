//! A page with more than one main heading (`h1`), or with none.

use crate::audit::fault::PageFault;
use crate::audit::page::PageTags;
use crate::check::Rule;
use crate::diagnostic::catalogue::audit as say;

pub(super) static RULE: Rule = Rule::of_pages("several-main-headings");

pub(super) fn check(page: &PageTags<'_>, faults: &mut Vec<PageFault>) {
    let count = page.tags.iter().filter(|tag| tag.level() == Some(1)).count();
    if count != 1 {
        let headline = if count == 0 { say::no_main_heading() } else { say::several_main_headings(count) };
        let literals = vec!["<h1".to_owned()];
        faults.push(PageFault { rule: &RULE, headline, help: say::one_main_heading(), literals });
    }
}
