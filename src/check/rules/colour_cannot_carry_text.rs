//! A brand's main colour that is too light to be read on the light grounds of the theme. The pages darken it
//! where it carries text; the owner is told which shade they use.

use crate::check::{Looks, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};
use crate::model::{Brand, Grounds};

pub(super) static RULE: Rule =
    Rule { name: "colour-cannot-carry-text", severity: Severity::Warning, looks: Looks::Brand(check) };

fn check(brand: &Brand, grounds: &Grounds, found: &mut Diagnostics) {
    let Some(primary) = brand.colours.as_ref().map(|colours| colours.primary) else { return };
    // On dark ground every brand's colour is lightened: that is not a fault of the colour.
    let (light, dark) = grounds.accents(primary.value);
    if light != primary.value {
        let finding = RULE.at_span(primary.span, say::colour_cannot_carry_text(&primary.value.to_string()));
        found.push(finding.with_help(say::nearest_colours_are(&light.to_string(), &dark.to_string())));
    }
}
