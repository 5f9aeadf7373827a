//! Where a clinic's documents answer what a reader asks, and what the reader may ask for.

use super::address::PagePath;
use super::site_map::SiteMap;
use crate::merge::{Clause, ComposedDocument};
use crate::model::{GdprItem, TableKind};
use crate::span::Located;
use crate::theme::Strings;
use crate::theme::view::{RightView, StatementLinks};

/// The statement: the document that answers the front page's questions.
const STATEMENT: &str = "privacy";

/// The rights of the GDPR that a patient has, with the citations of a clause that explains one.
const RIGHTS: &[(&str, &[&str])] = &[
    ("access", &["15"]),
    ("rectification", &["16"]),
    ("erasure", &["17"]),
    ("restriction", &["18"]),
    ("objection", &["21"]),
    ("portability", &["20"]),
    ("withdrawal", &["7(3)", "13(2)(c)"]),
];

/// The sections of a clinic's documents, as links from one page.
struct Sections<'s, 'a> {
    map: SiteMap<'s, 'a>,
    page: &'s PagePath,
    shown: Vec<(&'s ComposedDocument<'a>, &'s Clause<'a>)>,
}

impl<'s, 'a> Sections<'s, 'a> {
    fn of(map: SiteMap<'s, 'a>, page: &'s PagePath) -> Self {
        let clinic = map.clinic;
        let shown = clinic.documents.iter().flat_map(|composed| {
            composed.sections.iter().map(move |section| (composed, &clinic.clauses[section.id]))
        });
        Self { map, page, shown: shown.collect() }
    }

    fn first(&self, asked: impl Fn(&Clause<'_>) -> bool) -> Option<String> {
        let (composed, clause) = self.shown.iter().find(|(_, clause)| asked(clause))?;
        Some(format!("{}#{}", self.page.link_to(&self.map.document(composed)), clause.id))
    }

    fn with_table(&self, kind: TableKind) -> Option<String> {
        self.first(|clause| clause.table.as_ref().is_some_and(|table| *table.get() == kind))
    }

    fn that_answers(&self, item: &str) -> Option<String> {
        let is_item = |answered: &Located<GdprItem>| answered.value.citation() == item;
        self.first(|clause| clause.satisfies.as_ref().is_some_and(|items| items.get().iter().any(is_item)))
    }
}

/// Where the clinic's documents answer the questions of the front page.
pub(super) fn statement_links(map: SiteMap<'_, '_>, page: &PagePath) -> StatementLinks {
    let sections = Sections::of(map, page);
    let mut documents = map.clinic.documents.iter();
    let statement = documents.find(|composed| composed.document.id.as_str() == STATEMENT);
    StatementLinks {
        statement: statement.map(|composed| page.link_to(&map.document(composed))),
        controllers: sections.with_table(TableKind::Controllers),
        contacts: sections.with_table(TableKind::Contacts),
        purposes: sections.with_table(TableKind::Purposes),
        processors: sections.with_table(TableKind::Processors),
        retention: sections.with_table(TableKind::Retention),
        rights: sections.with_table(TableKind::Rights).or_else(|| sections.that_answers("13(2)(b)")),
        complaint: sections.that_answers("77").or_else(|| sections.that_answers("13(2)(d)")),
        hours: sections.with_table(TableKind::Hours),
        laws: sections.with_table(TableKind::Laws),
    }
}

/// What the reader may ask for, and how.
pub(super) fn rights(map: SiteMap<'_, '_>, page: &PagePath, strings: &Strings) -> Vec<RightView> {
    let sections = Sections::of(map, page);
    let right = |(id, citations): &(&str, &[&str])| {
        let title = strings.get(&format!("right_{id}_title"));
        RightView {
            id: (*id).to_owned(),
            title: strings.say(&format!("right_{id}_title")),
            what: strings.say(&format!("right_{id}")),
            how: strings.say(&format!("right_{id}_how")),
            subject: percent_encoded(&strings.fill("right_subject", &[("right", title)])),
            href: citations.iter().find_map(|citation| sections.that_answers(citation)),
        }
    };
    RIGHTS.iter().map(right).collect()
}

/// A text as a value in the query of a link (RFC 6068, section 5).
fn percent_encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded + char::from(byte).encode_utf8(&mut [0; 4])
        } else {
            encoded + &format!("%{byte:02X}")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_holds_no_sign_that_ends_it() {
        assert_eq!(percent_encoded("Innsyn: a&b?c#d"), "Innsyn%3A%20a%26b%3Fc%23d");
        assert_eq!(percent_encoded("rett å"), "rett%20%C3%A5");
    }
}
