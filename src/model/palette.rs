//! A brand's colours for light and dark, with every contrast guaranteed by construction.
//!
//! A colour that carries text or marks a control is darkened (on light ground) or lightened (on dark ground) until it reaches
//! 4.5 : 1 against each ground that it stands on (WCAG 2.2, 1.4.3). The brand's own colour is kept for decoration.

use super::{BrandColours, Colour};

/// What text needs against its ground, in hundredths; a hair more than 4.5, so that no rounding falls below.
const TEXT: u64 = 452;

/// The grounds and inks of the base theme, which a brand does not change.
struct Ground {
    paper: Colour,
    surface: Colour,
    /// The colour towards which a ground is tinted: white in the light, the surface in the dark.
    tint_from: Colour,
    /// How much of the brand's colour tints a ground, of 255.
    tint: u8,
    /// The colour towards which text is moved until it can be read.
    towards: Colour,
    /// The contrast that the accent is moved to: in the dark a little more than it must, or it would look dull.
    accent: u64,
    ink: Colour,
    soft_ink: Colour,
}

const LIGHT: Ground = Ground {
    paper: rgb(0xfb, 0xfa, 0xf7),
    surface: Colour::WHITE,
    tint_from: Colour::WHITE,
    tint: 24,
    towards: Colour::BLACK,
    accent: TEXT,
    ink: rgb(0x15, 0x21, 0x1f),
    soft_ink: rgb(0x4a, 0x59, 0x56),
};

const DARK: Ground = Ground {
    paper: rgb(0x0f, 0x16, 0x15),
    surface: rgb(0x17, 0x21, 0x1f),
    tint_from: rgb(0x17, 0x21, 0x1f),
    tint: 40,
    towards: Colour::WHITE,
    accent: 700,
    ink: rgb(0xe7, 0xed, 0xeb),
    soft_ink: rgb(0xa8, 0xb7, 0xb3),
};

const fn rgb(red: u8, green: u8, blue: u8) -> Colour {
    Colour { red, green, blue }
}

/// A brand's colours in one mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Links, buttons and marks.
    pub accent: Colour,
    /// The same under the pointer.
    pub accent_deep: Colour,
    /// A ground with a breath of the brand's colour.
    pub accent_soft: Colour,
    /// Text on the accent.
    pub on_accent: Colour,
    /// Decoration alone.
    pub decor: Colour,
}

impl Palette {
    /// The brand's colours on light ground.
    #[must_use]
    pub fn light(colours: &BrandColours) -> Self {
        palette(colours, &LIGHT)
    }

    /// The brand's colours on dark ground.
    #[must_use]
    pub fn dark(colours: &BrandColours) -> Self {
        palette(colours, &DARK)
    }
}

fn palette(colours: &BrandColours, ground: &Ground) -> Palette {
    let primary = colours.primary.value;
    let soft = soft_ground(primary, ground);
    let accent = readable(primary, &[ground.paper, ground.surface, soft], ground);
    let on_accent =
        if ground.towards == Colour::BLACK { Colour::WHITE } else { primary.mixed(Colour::BLACK, 215) };
    // What stands on the accent is checked as well: in the dark it is a shade of the brand, darker than any ground.
    let accent = readable(accent, &[on_accent], ground);
    Palette {
        accent,
        accent_deep: accent.mixed(ground.towards, 90),
        accent_soft: soft,
        on_accent,
        decor: colours.decoration.as_ref().map_or(primary, |decoration| decoration.value),
    }
}

/// The ground with a breath of the brand's colour, as much of it as the inks can stand.
fn soft_ground(primary: Colour, ground: &Ground) -> Colour {
    let carries =
        |colour: &Colour| colour.contrast(ground.ink) >= TEXT && colour.contrast(ground.soft_ink) >= TEXT;
    let tints = (0..=ground.tint).rev().map(|part| ground.tint_from.mixed(primary, part));
    tints.into_iter().find(carries).unwrap_or(ground.tint_from)
}

/// `colour`, moved towards black or white just as far as it takes to be read on all that it stands on.
fn readable(colour: Colour, stands_on: &[Colour], ground: &Ground) -> Colour {
    let reads = |colour: &Colour| stands_on.iter().all(|other| colour.contrast(*other) >= ground.accent);
    (0..=u8::MAX).map(|part| colour.mixed(ground.towards, part)).find(reads).unwrap_or(ground.towards)
}

/// The nearest colour to `primary` that can carry text on the theme's light grounds; itself if it can.
#[must_use]
pub fn nearest_for_text(primary: Colour) -> Colour {
    readable(primary, &[LIGHT.paper, LIGHT.surface, soft_ground(primary, &LIGHT)], &LIGHT)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::span::{FileId, Located, Span};

    fn brand(primary: Colour) -> BrandColours {
        BrandColours { primary: Located::new(primary, Span::start_of(FileId(0))), decoration: None }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        #[test]
        fn every_pair_of_text_and_ground_can_be_read_whatever_the_brands_colour(red: u8, green: u8, blue: u8) {
            for ground in [&LIGHT, &DARK] {
                let palette = palette(&brand(rgb(red, green, blue)), ground);
                let grounds = [ground.paper, ground.surface, palette.accent_soft];
                for text in [palette.accent, palette.accent_deep, ground.ink, ground.soft_ink] {
                    for ground in grounds {
                        prop_assert!(text.contrast(ground) >= 450, "{text} on {ground}");
                    }
                }
                for ground in [palette.accent, palette.accent_deep] {
                    prop_assert!(palette.on_accent.contrast(ground) >= 450, "{} on {ground}", palette.on_accent);
                }
            }
        }
    }

    #[test]
    fn a_colour_that_reads_well_is_kept_and_a_pale_one_is_darkened() {
        let check =
            |colour: Colour, expected: &str| assert_eq!(nearest_for_text(colour).to_string(), expected);
        check(rgb(0x0b, 0x5c, 0x55), "#0b5c55");
        assert_ne!(nearest_for_text(rgb(0xff, 0xd7, 0x00)).to_string(), "#ffd700");
    }

    #[test]
    fn the_theme_and_the_palette_agree_on_the_grounds() {
        let css = include_str!("../../themes/base/static/style.css");
        for (ground, name) in [
            (LIGHT.paper, "paper"),
            (DARK.paper, "paper"),
            (DARK.surface, "surface"),
            (LIGHT.ink, "ink"),
            (DARK.ink, "ink"),
        ] {
            assert!(css.contains(&format!("--{name}: {ground};")), "--{name}: {ground}");
        }
        for (ink, name) in [(LIGHT.soft_ink, "ink-soft"), (DARK.soft_ink, "ink-soft")] {
            assert!(css.contains(&format!("--{name}: {ink};")), "--{name}: {ink}");
        }
    }
}
