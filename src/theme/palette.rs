use super::tokens::{palette_tokens, root_rules};
use crate::model::{BrandColours, Ground, Grounds, Palette};

/// The rules that give a stylesheet the brand's colours, for light and dark:
/// the theme's tokens, written again.
pub(crate) fn palette_css(colours: &BrandColours, grounds: &Grounds) -> String {
    let tokens = |ground: &Ground| {
        let tokens = palette_tokens(&Palette::on(ground, colours));
        tokens.iter().fold(String::new(), |css, (name, colour)| css + &format!("  --{name}: {colour};\n"))
    };
    root_rules("The brand's colours", &tokens(&grounds.light), &tokens(&grounds.dark))
}
