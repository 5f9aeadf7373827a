//! # link-without-target
//!
//! ## What it finds
//! Words that point to a link where there is none: “klikk her”, “les mer …”, “linken der”.
//!
//! ## Why it matters
//! The link was lost when the text was moved. The reader is sent on and cannot go; where the link was to a right or a form, GDPR
//! Article 12(2) asks that it be easy to use.
//!
//! ## Example
//! ```markdown
//! Les mer …
//! ```
//!
//! ## How to fix it
//! Write the link again, `[what is there](https://…)`, or delete the words.

use crate::check::prose::{Hit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "link-without-target",
    severity: Severity::Error,
    docs: include_str!("link_without_target.rs"),
    looks: Looks::Prose(SAYINGS, check),
};

const SAYINGS: &[Saying] = &[Saying {
    starts: &[
        "klikk her",
        "trykk her",
        "les mer her",
        "les meir her",
        "les mer …",
        "les mer...",
        "les meir …",
        "linken der",
        "lenken der",
        "linken her",
        "lenken her",
        "denne linken",
        "denne lenken",
        "følg linken",
        "følg lenken",
        "følg lenkja",
        "click here",
        "read more here",
        "read more …",
        "read more...",
        "follow this link",
        "this link",
        "the link here",
    ],
    then: &[],
    unless: &[],
}];

fn check(reading: &Reading<'_>, hits: &[Hit], found: &mut Diagnostics) {
    for hit in hits {
        let links = &reading.blocks[hit.block].links;
        let has_link = links
            .iter()
            .any(|link| link.range.start < hit.sentence.end && link.range.end > hit.sentence.start);
        if !has_link {
            let finding = RULE.at_span(reading.span_of(hit), say::link_without_target(reading.words_of(hit)));
            found.push(finding.with_help(say::write_the_link_again()));
        }
    }
}
