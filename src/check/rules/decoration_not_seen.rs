//! A brand's `decoration` that can hardly be told from the page, in the light or in the dark.

use crate::check::{Looks, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};
use crate::model::{Brand, Grounds};

pub(super) static RULE: Rule =
    Rule { name: "decoration-not-seen", severity: Severity::Warning, looks: Looks::Brand(check) };

fn check(brand: &Brand, grounds: &Grounds, found: &mut Diagnostics) {
    let Some(decoration) = brand.colours.as_ref().and_then(|colours| colours.decoration) else { return };
    if !grounds.show(decoration.value) {
        let finding = RULE.at_span(decoration.span, say::decoration_not_seen(&decoration.value.to_string()));
        found.push(finding.with_help(say::choose_a_middle_colour()));
    }
}
