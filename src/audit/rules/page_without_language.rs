//! A page whose `html` element does not say its language.

use crate::audit::fault::PageFault;
use crate::audit::page::PageTags;
use crate::check::Rule;
use crate::diagnostic::catalogue::audit as say;

pub(super) static RULE: Rule = Rule::of_pages("page-without-language");

pub(super) fn check(page: &PageTags<'_>, faults: &mut Vec<PageFault>) {
    let root = page.tags.iter().find(|tag| tag.name == "html");
    let language = root.and_then(|root| root.get("lang")).unwrap_or_default();
    if language.trim().is_empty() {
        faults.push(PageFault {
            rule: &RULE,
            headline: say::page_without_language(),
            help: say::say_the_language(),
            literals: vec!["<html".to_owned(), "<!doctype".to_owned()],
        });
    }
}
