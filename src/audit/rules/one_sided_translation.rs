//! A page that names another language's page (`hreflang`) which does not name it back.

use std::collections::BTreeMap;

use crate::audit::fault::PageFault;
use crate::audit::seen::{Seen, SeenPages};
use crate::check::Rule;
use crate::diagnostic::catalogue::audit as say;

pub(super) static RULE: Rule = Rule::of_pages("one-sided-translation");

pub(super) fn check<'p>(pages: &'p SeenPages, root: &str, faults: &mut Vec<(&'p str, PageFault)>) {
    let address = |path: &str| {
        let folder = path.split_once('/').map_or("", |(_, path)| path.trim_end_matches("index.html"));
        format!("{root}{folder}")
    };
    let by_address: BTreeMap<String, &Seen> =
        pages.iter().map(|(path, page)| (address(path), page)).collect();
    // What is not found has no address, and so no languages.
    for (path, page) in pages.iter().filter(|(_, page)| page.has_address) {
        let own = address(path);
        for (language, named) in page.alternates.iter().filter(|(language, _)| *language != "x-default") {
            let names_back =
                by_address.get(named).is_some_and(|other| other.alternates.values().any(|back| *back == own));
            if !names_back {
                let (headline, help) =
                    (say::one_sided_translation(language, named), say::name_all_languages());
                let literals = vec!["rel=\"alternate\" hreflang=".to_owned(), "hreflang=".to_owned()];
                faults.push((path, PageFault { rule: &RULE, headline, help, literals }));
            }
        }
    }
}
