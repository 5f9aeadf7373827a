//! The rules on finished pages: one line for each.

mod anchor_without_target;
mod foreign_load;
mod heading_level_skipped;
mod one_sided_translation;
mod page_without_language;
mod repeated_anchor;
mod several_main_headings;

pub(super) use foreign_load::check_stylesheet;

use super::fault::PageFault;
use super::page::PageTags;
use super::seen::SeenPages;
use crate::check::Rule;

pub(super) static RULES: [&Rule; 7] = [
    &anchor_without_target::RULE,
    &foreign_load::RULE,
    &heading_level_skipped::RULE,
    &one_sided_translation::RULE,
    &page_without_language::RULE,
    &repeated_anchor::RULE,
    &several_main_headings::RULE,
];

/// Holds one page to the rules that look at each by itself.
pub(super) fn check_page(page: &PageTags<'_>) -> Vec<PageFault> {
    let mut faults = Vec::new();
    for check in [
        foreign_load::check,
        heading_level_skipped::check,
        page_without_language::check,
        repeated_anchor::check,
        several_main_headings::check,
    ] {
        check(page, &mut faults);
    }
    faults
}

/// Holds one page to what is promised of every page, whoever wrote it.
pub(super) fn check_promise(page: &PageTags<'_>) -> Vec<PageFault> {
    let mut faults = Vec::new();
    foreign_load::check(page, &mut faults);
    faults
}

/// Holds a brand's pages, served by `host`, to the rules that look from one to another;
/// each fault with the page that it is on.
pub(super) fn check_pages<'p>(pages: &'p SeenPages, root: &str) -> Vec<(&'p str, PageFault)> {
    let mut faults = Vec::new();
    anchor_without_target::check(pages, &mut faults);
    one_sided_translation::check(pages, root, &mut faults);
    faults
}
