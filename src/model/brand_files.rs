/// How a picture is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureKind {
    /// Lines and areas.
    Svg,
    /// Pixels.
    Png,
}

impl PictureKind {
    /// The ending of such a file's name.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// What a server calls such a file.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
        }
    }
}

/// A picture that was found to be safe, and the size at which pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// How it is written.
    pub kind: PictureKind,
    /// The file.
    pub bytes: Vec<u8>,
    /// Pixels of the page.
    pub width: u32,
    /// Pixels of the page.
    pub height: u32,
}

/// A brand's own mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// The mark.
    pub light: Picture,
    /// The mark on dark ground.
    pub dark: Option<Picture>,
    /// Whether the name stands beside it: the mark alone does not say it.
    pub beside_name: bool,
}

/// A font of a brand's own, in WOFF2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrandFont {
    /// The font.
    pub regular: FontFile,
    /// Its bold cut, if the font has no axis of weights.
    pub bold: Option<FontFile>,
}

/// A file that was found to be a font in WOFF2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FontFile {
    /// The file.
    pub bytes: Vec<u8>,
    /// Whether one file holds all weights.
    pub has_weights: bool,
}

/// What a mark takes of the page: as much for a square as for a long name.
const AREA: f64 = 6400.0;
/// A long name is at least this high.
const LOWEST: f64 = 28.0;
/// A square is at most this high.
const HIGHEST: f64 = 64.0;
/// Nothing is wider: the narrowest phone must hold it.
const WIDEST: f64 = 240.0;

/// The size at which a mark is shown, in whole pixels: marks of all shapes weigh the same to the eye.
///
/// `width` and `height` are its own, in any unit; `most` is the height beyond which it would be blurred.
#[must_use]
pub fn shown_size(width: f64, height: f64, most: Option<f64>) -> (u32, u32) {
    let ratio = width / height;
    let high = (AREA / ratio).sqrt().clamp(LOWEST, HIGHEST).min(most.unwrap_or(HIGHEST));
    let high = whole(high.min(WIDEST / ratio));
    (whole((f64::from(high) * ratio).min(WIDEST)), high)
}

/// The nearest whole number, at least one.
fn whole(length: f64) -> u32 {
    (1..=400).find(|pixels| f64::from(*pixels) + 0.5 > length).unwrap_or(400)
}

#[cfg(test)]
mod tests {
    use super::shown_size;

    #[test]
    fn marks_of_all_shapes_take_as_much_of_the_page() {
        let check =
            |width: f64, height: f64, most, expected| assert_eq!(shown_size(width, height, most), expected);
        check(100.0, 100.0, None, (64, 64));
        check(400.0, 100.0, None, (160, 40));
        check(1.2, 0.3, None, (160, 40));
        check(800.0, 100.0, None, (224, 28));
        check(1600.0, 100.0, None, (240, 15));
        check(50.0, 100.0, None, (32, 64));
        check(1e9, 1.0, None, (240, 1));
        check(1.0, 1e9, None, (1, 64));
        check(80.0, 20.0, Some(20.0), (80, 20));
    }
}
