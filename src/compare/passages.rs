use std::collections::{BTreeMap, BTreeSet};

use super::blocks::{PageBlockKind, blocks};
use super::rows::{ComparedCell, ComparedPage, ComparedPart, rows};
use super::words::OwnNames;

/// A passage of a page that reads otherwise than it did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PassageChange {
    /// The anchor of the section that it stands in.
    pub section: Option<String>,
    /// The section's heading, without its number.
    pub heading: Option<String>,
    /// Whether the list of contents names the section, as it does the clauses of a statement.
    pub is_listed: bool,
    /// Whether it is a heading.
    pub is_heading: bool,
    /// Whether it is a row of a table.
    pub is_row: bool,
    /// What stood there, in parts that are gone or not; empty if nothing did.
    pub then: Vec<ComparedPart>,
    /// What stands there; empty if nothing does.
    pub now: Vec<ComparedPart>,
}

/// What differs between two versions of one page, in the order of the page.
///
/// The list of contents is left out: it repeats the headings.
pub(super) fn passage_changes(then: &[u8], now: &[u8]) -> Vec<PassageChange> {
    let page = |html: &[u8]| ComparedPage { blocks: blocks(html), own: OwnNames::default() };
    let (then, now) = (page(then), page(now));
    let links = then.blocks.iter().chain(&now.blocks).filter(|block| block.kind == PageBlockKind::Link);
    let listed: BTreeSet<&str> = links.map(|link| link.text.as_str()).collect();
    let mut headings: BTreeMap<String, String> = BTreeMap::new();
    let mut changes = Vec::new();
    for row in rows(&then, &now) {
        let Some(cell) = row.right.as_ref().or(row.left.as_ref()) else { continue };
        if cell.kind == PageBlockKind::Link {
            continue;
        }
        let section = cell.section.clone();
        if let (Some(section), PageBlockKind::Heading) = (&section, cell.kind) {
            headings.entry(section.clone()).or_insert_with(|| cell.text());
        }
        if row.number > 0 {
            let is_heading = cell.kind == PageBlockKind::Heading;
            let is_row = cell.kind == PageBlockKind::Row;
            let heading = section.as_ref().and_then(|section| headings.get(section));
            let is_listed = heading.is_some_and(|heading| listed.contains(heading.as_str()));
            let heading = heading.map(|heading| without_number(heading));
            let parts = |cell: Option<ComparedCell>| cell.map(|cell| cell.parts).unwrap_or_default();
            changes.push(PassageChange {
                section,
                heading,
                is_listed,
                is_heading,
                is_row,
                then: parts(row.left),
                now: parts(row.right),
            });
        }
    }
    changes
}

/// A whole page that came or went: what it says, and in which sections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WholePage {
    /// Its words, in order.
    pub words: Vec<String>,
    /// The anchors of the sections that its list of contents names.
    pub listed: BTreeSet<String>,
    /// The anchors of all its sections.
    pub sections: BTreeSet<String>,
}

impl WholePage {
    pub(super) fn of(html: &[u8]) -> Self {
        let blocks = blocks(html);
        let links = blocks.iter().filter(|block| block.kind == PageBlockKind::Link);
        let links: BTreeSet<&str> = links.map(|link| link.text.as_str()).collect();
        let heads = blocks
            .iter()
            .filter(|block| block.kind == PageBlockKind::Heading && links.contains(block.text.as_str()));
        let listed = heads.filter_map(|head| head.section.clone()).collect();
        let sections = blocks.iter().filter_map(|block| block.section.clone()).collect();
        Self { words: blocks.into_iter().map(|block| block.text).collect(), listed, sections }
    }
}

/// A heading without the number of its chapter.
fn without_number(heading: &str) -> String {
    let is_number = |word: &str| word.split('.').all(|part| part.parse::<u16>().is_ok());
    match heading.split_once(' ') {
        Some((first, rest)) if is_number(first) => rest.to_owned(),
        _ => heading.to_owned(),
    }
}
