//! # decoration-not-seen
//!
//! ## What it finds
//! A brand's `decoration` that can hardly be told from the page, in the light or in the dark.
//!
//! ## Why it matters
//! Decoration carries no text, so no guideline asks anything of it. But a brand whose second colour is as pale as the paper has
//! lost it, on all phones that show the one mode or the other.
//!
//! ## Example
//! ```toml
//! [colours]
//! primary = "#0b5c55"
//! decoration = "#fffdf5"
//! ```
//!
//! ## How to fix it
//! Choose a colour that is neither nearly white nor nearly black, or take the line away: then the main colour decorates.

use crate::check::{Looks, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};
use crate::model::{Brand, Grounds};

pub(super) static RULE: Rule = Rule {
    name: "decoration-not-seen",
    severity: Severity::Warning,
    docs: include_str!("decoration_not_seen.rs"),
    looks: Looks::Brand(check),
};

fn check(brand: &Brand, grounds: &Grounds, found: &mut Diagnostics) {
    let Some(decoration) = brand.colours.as_ref().and_then(|colours| colours.decoration) else { return };
    if !grounds.show(decoration.value) {
        let finding = RULE.at_span(decoration.span, say::decoration_not_seen(&decoration.value.to_string()));
        found.push(finding.with_help(say::choose_a_middle_colour()));
    }
}
