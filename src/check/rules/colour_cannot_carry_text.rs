//! # colour-cannot-carry-text
//!
//! ## What it finds
//! A brand's main colour that is too light to be read on the light grounds of the theme. The pages darken it where it carries
//! text; the owner is told which shade they use.
//!
//! ## Why it matters
//! WCAG 2.2, 1.4.3, which the Norwegian regulation on universal design asks of web sites: text needs a contrast of 4.5 to 1. A brand that
//! chooses its own readable shade looks the same on paper and on screen.
//!
//! ## Example
//! ```toml
//! [colours]
//! primary = "#ffd700"
//! ```
//!
//! ## How to fix it
//! Write the shade that is named, and the light one as `decoration`. Nothing has to be done for the sake of the readers.

use crate::check::{Looks, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};
use crate::model::{Brand, Grounds};

pub(super) static RULE: Rule = Rule {
    name: "colour-cannot-carry-text",
    severity: Severity::Warning,
    docs: include_str!("colour_cannot_carry_text.rs"),
    looks: Looks::Brand(check),
};

fn check(brand: &Brand, grounds: &Grounds, found: &mut Diagnostics) {
    let Some(primary) = brand.colours.as_ref().map(|colours| colours.primary) else { return };
    // On dark ground every brand's colour is lightened: that is no fault of the colour.
    let (light, dark) = grounds.accents(primary.value);
    if light != primary.value {
        let finding = RULE.at_span(primary.span, say::colour_cannot_carry_text(&primary.value.to_string()));
        found.push(finding.with_help(say::nearest_colours_are(&light.to_string(), &dark.to_string())));
    }
}
