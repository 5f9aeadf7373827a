//! # builder-residue
//!
//! ## What it finds
//! Words that a web site builder or a template left behind: `top of page`, `lorem ipsum`, `skriv inn tekst her`.
//!
//! ## Why it matters
//! They are no part of the statement, and GDPR Article 12(1) asks for one that is concise and easy to read. Where they stand,
//! something else is often missing.
//!
//! ## Example
//! ```markdown
//! Vi svarer innen en måned. bottom of page
//! ```
//!
//! ## How to fix it
//! Delete the words, and look whether the text around them is whole.

use crate::check::prose::{Hit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "builder-residue",
    severity: Severity::Warning,
    docs: include_str!("builder_residue.rs"),
    looks: Looks::Prose(SAYINGS, check),
};

const SAYINGS: &[Saying] = &[Saying {
    starts: &[
        "top of page",
        "bottom of page",
        "lorem ipsum",
        "dolor sit amet",
        "skriv inn tekst her",
        "skriv inn teksten",
        "skriv teksten her",
        "legg til tekst her",
        "rediger denne teksten",
        "dobbeltklikk for å",
        "klikk for å redigere",
        "klikk her for å redigere",
        "skriv inn teksta",
        "add your text",
        "add text here",
        "edit this text",
        "click to edit",
        "click here to edit",
        "double click to edit",
        "double-click to edit",
        "this is a paragraph",
        "type your text",
        "enter your text",
        "powered by wix",
        "powered by wordpress",
        "sample page",
        "untitled page",
    ],
    then: &[],
    unless: &[],
}];

fn check(reading: &Reading<'_>, hits: &[Hit], found: &mut Diagnostics) {
    for hit in hits {
        let finding = RULE.at_span(reading.span_of(hit), say::builder_residue(reading.words_of(hit)));
        found.push(finding.with_help(say::delete_these_words()));
    }
}
