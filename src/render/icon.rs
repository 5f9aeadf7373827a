//! The small picture that stands for a brand on a browser's tab.

use super::fill::escape;
use crate::model::{Brand, BrandStyle, Colour, Palette};
use crate::theme::Theme;

/// The letters that stand for a brand: the first of the first two words of its name, as capitals.
pub(super) fn mark(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    words.filter_map(|word| word.chars().next()).take(2).flat_map(char::to_uppercase).collect()
}

/// The mark as a picture: its own ground and letters, so that it can be read on a light tab and on a dark
/// one.
pub(super) fn icon_svg(brand: &Brand, name: &str, theme: &Theme) -> String {
    let Shades { ground, letters, decoration } = Shades::of(brand, theme);
    let (shape, mark) = (outline(brand.style), mark(name));
    let size = if mark.chars().count() > 1 { 14 } else { 19 };
    // A third of the letters' height below the middle of what the stripe leaves.
    let line = if size == 14 { 20 } else { 22 };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\" width=\"32\" height=\"32\">\
         <clipPath id=\"shape\"><path d=\"{shape}\"/></clipPath>\
         <g clip-path=\"url(#shape)\"><rect width=\"32\" height=\"32\" fill=\"{ground}\"/>\
         <rect y=\"28\" width=\"32\" height=\"4\" fill=\"{decoration}\"/></g>\
         <text x=\"16\" y=\"{line}\" fill=\"{letters}\" font-family=\"system-ui, \
         sans-serif\" font-size=\"{size}\" \
         font-weight=\"700\" text-anchor=\"middle\">{}</text></svg>\n",
        escape(&mark)
    )
}

/// The colours of an icon, of those in the light: the letters can be read on the ground.
struct Shades {
    ground: Colour,
    letters: Colour,
    decoration: Colour,
}

impl Shades {
    fn of(brand: &Brand, theme: &Theme) -> Self {
        let light = theme.grounds().light;
        if let Some(colours) = &brand.colours {
            let Palette { accent, on_accent, decor, .. } = Palette::on(&light, colours);
            return Self { ground: accent, letters: on_accent, decoration: decor };
        }
        let token = |name| theme.tokens.colour(name, false);
        // A theme without these tokens has an ink and a paper all the same.
        let (ground, letters) = token("accent").zip(token("on-accent")).unwrap_or((light.ink, light.paper));
        Self { ground, letters, decoration: token("decor").unwrap_or(ground) }
    }
}

/// The outline of the mark, as the stylesheet has it for each style.
fn outline(style: BrandStyle) -> &'static str {
    match style {
        BrandStyle::Calm => {
            "M10 0h12a10 10 0 0 1 10 10v12a10 10 0 0 1-10 10H10A10 10 0 0 1 0 22V10A10 10 0 0 1 10 0z"
        }
        BrandStyle::Warm => "M16 0a16 16 0 0 1 0 32H0V16A16 16 0 0 1 16 0z",
        BrandStyle::Crisp => "M0 0h32v32H0z",
        BrandStyle::Bold => "M16 0a16 16 0 0 1 0 32A16 16 0 0 1 16 0z",
    }
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn a_mark_is_the_first_letters_of_two_words() {
        let check = |name, expected| assert_eq!(mark(name), expected);
        check("Nordlys", "N");
        check("C-Medical", "CM");
        check("Legevakt X", "LX");
        check("østre klinikk for hud", "ØK");
        check("–", "");
    }
}
