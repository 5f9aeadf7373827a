//! A brand's colours for light and dark, with every contrast guaranteed by construction.
//!
//! A colour that carries text or marks a control is darkened (on light ground) or lightened (on dark ground)
//! until it reaches 4.5 : 1 against each ground that it stands on (WCAG 2.2, 1.4.3).
//! The brand's own colour is kept for decoration.

use super::{BrandColours, Colour};

/// What text needs against its ground, in hundredths; slightly more than 4.5,
/// so that no rounding falls below.
const TEXT: u64 = 452;

/// What a decoration needs to be told from the page, in hundredths; no guideline asks for any.
const SEEN: u64 = 130;

/// The grounds and inks of a theme in one mode, which a brand does not change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ground {
    /// The page.
    pub paper: Colour,
    /// What lies on the page.
    pub surface: Colour,
    /// Behind an important notice.
    pub warn_soft: Colour,
    /// Behind an urgent notice.
    pub alert_soft: Colour,
    /// Text.
    pub ink: Colour,
    /// Text of less weight.
    pub soft_ink: Colour,
    /// Whether light stands on dark.
    pub is_dark: bool,
}

/// The grounds and inks of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grounds {
    /// Dark on light.
    pub light: Ground,
    /// Light on dark.
    pub dark: Ground,
}

impl Grounds {
    /// Those of the base theme.
    pub const BASE: Self = Self {
        light: Ground {
            paper: rgb(0xfb, 0xfa, 0xf7),
            surface: Colour::WHITE,
            warn_soft: rgb(0xfd, 0xf3, 0xdf),
            alert_soft: rgb(0xfd, 0xec, 0xea),
            ink: rgb(0x15, 0x21, 0x1f),
            soft_ink: rgb(0x4a, 0x59, 0x56),
            is_dark: false,
        },
        dark: Ground {
            paper: rgb(0x0f, 0x16, 0x15),
            surface: rgb(0x17, 0x21, 0x1f),
            warn_soft: rgb(0x2d, 0x24, 0x10),
            alert_soft: rgb(0x37, 0x1a, 0x17),
            ink: rgb(0xe7, 0xed, 0xeb),
            soft_ink: rgb(0xa8, 0xb7, 0xb3),
            is_dark: true,
        },
    };

    /// The shades of a brand's colour that carry text: on light ground, and on dark.
    #[must_use]
    pub fn accents(&self, primary: Colour) -> (Colour, Colour) {
        (accent(primary, &self.light), accent(primary, &self.dark))
    }

    /// Whether a colour can be told from the grounds of the page in both modes.
    #[must_use]
    pub fn show(&self, colour: Colour) -> bool {
        self.light.shows(colour) && self.dark.shows(colour)
    }
}

impl Ground {
    fn shows(&self, colour: Colour) -> bool {
        [self.paper, self.surface].iter().all(|ground| colour.contrast(*ground) >= SEEN)
    }

    /// The colour towards which text is moved until it can be read.
    fn towards(&self) -> Colour {
        if self.is_dark { Colour::WHITE } else { Colour::BLACK }
    }

    /// The colour towards which a ground is tinted, and how much of the brand's colour tints it, of 255.
    fn tint(&self) -> (Colour, u8) {
        if self.is_dark { (self.surface, 40) } else { (Colour::WHITE, 24) }
    }

    /// The contrast that the accent is moved to: in the dark more than it must, or it would look dull.
    fn wanted(&self) -> u64 {
        if self.is_dark { 700 } else { TEXT }
    }
}

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
    /// A ground with a tint of the brand's colour.
    pub accent_soft: Colour,
    /// Text on the accent.
    pub on_accent: Colour,
    /// For decoration only.
    pub decor: Colour,
}

impl Palette {
    /// The brand's colours on a theme's ground.
    #[must_use]
    pub fn on(ground: &Ground, colours: &BrandColours) -> Self {
        let primary = colours.primary.value;
        let accent = accent(primary, ground);
        // Without a second colour the first decorates, in the shade that can be seen here.
        let shown = if ground.shows(primary) { primary } else { accent };
        Self {
            accent,
            accent_deep: accent.mixed(ground.towards(), 90),
            accent_soft: soft_ground(primary, ground),
            on_accent: on_accent(primary, ground),
            decor: colours.decoration.as_ref().map_or(shown, |decoration| decoration.value),
        }
    }
}

/// The brand's colour as it can be read on all grounds, and under what stands on it.
fn accent(primary: Colour, ground: &Ground) -> Colour {
    let soft = soft_ground(primary, ground);
    let grounds = [ground.paper, ground.surface, ground.warn_soft, ground.alert_soft, soft];
    // What stands on the accent is checked as well: in the dark it is a shade of the brand,
    // darker than any ground.
    readable(readable(primary, &grounds, ground), &[on_accent(primary, ground)], ground)
}

fn on_accent(primary: Colour, ground: &Ground) -> Colour {
    if ground.is_dark { primary.mixed(Colour::BLACK, 215) } else { Colour::WHITE }
}

/// The ground with a tint of the brand's colour, as strong as the contrast of the inks allows.
fn soft_ground(primary: Colour, ground: &Ground) -> Colour {
    let (from, most) = ground.tint();
    let carries =
        |colour: &Colour| colour.contrast(ground.ink) >= TEXT && colour.contrast(ground.soft_ink) >= TEXT;
    let tints = (0..=most).rev().map(|part| from.mixed(primary, part));
    tints.into_iter().find(carries).unwrap_or(from)
}

/// `colour`, moved towards black or white just as far as it takes to be read on all that it stands on.
fn readable(colour: Colour, stands_on: &[Colour], ground: &Ground) -> Colour {
    let reads = |colour: &Colour| stands_on.iter().all(|other| colour.contrast(*other) >= ground.wanted());
    (0..=u8::MAX).map(|part| colour.mixed(ground.towards(), part)).find(reads).unwrap_or(ground.towards())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_that_reads_well_is_kept_and_a_pale_one_is_darkened() {
        let on_light = |colour: Colour| Grounds::BASE.accents(colour).0.to_string();
        assert_eq!(on_light(rgb(0x0b, 0x5c, 0x55)), "#0b5c55");
        assert_ne!(on_light(rgb(0xff, 0xd7, 0x00)), "#ffd700");
    }

    #[test]
    fn a_colour_as_pale_or_as_dark_as_the_page_is_not_seen_on_it() {
        let check = |colour: Colour, seen: bool| assert_eq!(Grounds::BASE.show(colour), seen, "{colour}");
        check(rgb(0xd9, 0x96, 0x3a), true);
        check(rgb(0xff, 0xff, 0xf0), false);
        check(rgb(0x11, 0x16, 0x14), false);
    }
}
