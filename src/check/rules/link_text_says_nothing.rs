//! # link-text-says-nothing
//!
//! ## What it finds
//! A link whose words say nothing of where it goes: her, les mer, klikk her, here, read more.
//!
//! ## Why it matters
//! WCAG 2.4.4, which forskrift om universell utforming asks of every web site: a screen reader reads a list of links, and six
//! links called “her” are one.
//!
//! ## Example
//! ```markdown
//! Du kan klage [her](https://www.datatilsynet.no).
//! ```
//!
//! ## How to fix it
//! Let the words name what is there: `[Datatilsynet]({{ authority.url }})`, `[erklæringen om informasjonskapsler](doc:cookies)`.

use crate::check::prose::{Hit, PLACEHOLDER};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "link-text-says-nothing",
    severity: Severity::Error,
    docs: include_str!("link_text_says_nothing.rs"),
    looks: Looks::Prose(&[], check),
};

const EMPTY: &[&str] = &[
    "her",
    "hit",
    "der",
    "les mer",
    "les meir",
    "les mer her",
    "les meir her",
    "klikk her",
    "trykk her",
    "se her",
    "sjå her",
    "mer",
    "meir",
    "lenke",
    "lenken",
    "lenkje",
    "link",
    "linken",
    "denne lenken",
    "denne linken",
    "denne siden",
    "denne sida",
    "mer informasjon",
    "here",
    "click here",
    "read more",
    "read more here",
    "see here",
    "more",
    "this link",
    "this page",
    "the link",
    "learn more",
    "more information",
    "this",
];

fn check(reading: &Reading<'_>, _: &[Hit], found: &mut Diagnostics) {
    for block in &reading.blocks {
        for link in &block.links {
            let words =
                block.folded[link.range.clone()].trim_matches(|letter: char| !letter.is_alphanumeric());
            let has_placeholder = block.text[link.range.clone()].contains(PLACEHOLDER);
            if !has_placeholder && (words.is_empty() || EMPTY.contains(&words)) {
                let shown = &block.text[link.range.clone()];
                let place = if link.range.is_empty() { 0..block.text.len() } else { link.range.clone() };
                let finding = RULE.at_span(reading.span(block, &place), say::link_text_says_nothing(shown));
                found.push(finding.with_help(say::name_what_is_there()));
            }
        }
    }
}
