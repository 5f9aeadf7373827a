//! The files of a brand's own beside its pages: its stylesheet, its mark, its font.

use super::icon::icon_svg;
use crate::model::{Brand, BrandFont, FontFile, Logo, Picture, PictureKind};
use crate::theme::Asset;
use crate::theme::Theme;
use crate::theme::palette_css;
use crate::theme::root_rules;
use crate::theme::view::{IconView, LogoView, PictureView};

/// What a brand's pages load, beside the theme's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BrandAssets {
    /// The theme's, with the brand's colours and font.
    pub stylesheet: Asset,
    logo: Option<LogoAssets>,
    /// The mark, if no logo can stand in for it.
    icon: Option<Asset>,
    fonts: Vec<Asset>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct LogoAssets {
    light: ShownPicture,
    dark: Option<ShownPicture>,
    beside_name: bool,
}

/// A picture, and the size at which it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
struct ShownPicture {
    asset: Asset,
    kind: PictureKind,
    width: u32,
    height: u32,
}

impl LogoAssets {
    /// Whether it can be read on the tab of a browser, light and dark:
    /// about as wide as high, with a version for each.
    fn fits_a_tab(&self) -> bool {
        let is_square = |shown: &ShownPicture| shown.width.abs_diff(shown.height) * 4 <= shown.height;
        self.dark.as_ref().is_some_and(|dark| is_square(dark) && is_square(&self.light))
    }
}

impl BrandAssets {
    /// The files that the brand gets of the theme and of its own folder.
    ///
    /// `name` is the brand's, in its main language.
    pub(super) fn of(brand: &Brand, name: &str, theme: &Theme) -> Self {
        let mut rules = String::new();
        let mut fonts = Vec::new();
        if let Some(colours) = &brand.colours {
            rules.push_str(&palette_css(colours, &theme.grounds()));
        }
        if let Some(font) = &brand.font {
            rules.push_str(&font_rules(brand, font, theme, &mut fonts));
        }
        let stylesheet = theme.stylesheet.clone().with(&rules);
        let logo = brand.logo.as_ref().map(|logo| logo_assets(brand, logo));
        let icon = if logo.as_ref().is_some_and(LogoAssets::fits_a_tab) {
            None
        } else {
            let svg = icon_svg(brand, name, theme);
            Some(Asset::new(&format!("{}-icon.svg", brand.id), svg.into_bytes()))
        };
        Self { stylesheet, logo, icon, fonts }
    }

    /// All files.
    pub(super) fn all(&self) -> impl Iterator<Item = &Asset> {
        let logo = self.logo.iter();
        let pictures = logo.flat_map(|logo| [Some(&logo.light), logo.dark.as_ref()]).flatten();
        let pictures = pictures.map(|shown| &shown.asset).chain(&self.icon);
        [&self.stylesheet].into_iter().chain(pictures).chain(&self.fonts)
    }

    /// What stands for the brand on a browser's tab, seen from a page with this path to the root.
    pub(super) fn icons(&self, root: &str) -> Vec<IconView> {
        let view = |asset: &Asset, kind: PictureKind, media: Option<&str>| IconView {
            href: format!("{root}{}", asset.path),
            kind: kind.media_type().to_owned(),
            media: media.map(str::to_owned),
        };
        if let Some(icon) = &self.icon {
            return vec![view(icon, PictureKind::Svg, None)];
        }
        let Some(LogoAssets { light, dark: Some(dark), .. }) = &self.logo else { return Vec::new() };
        // A browser that does not read the query takes the last one.
        vec![
            view(&dark.asset, dark.kind, Some("(prefers-color-scheme: dark)")),
            view(&light.asset, light.kind, Some("(prefers-color-scheme: light)")),
        ]
    }

    /// The mark, seen from a page with this path to the root.
    pub(super) fn logo(&self, root: &str) -> Option<LogoView> {
        let view = |shown: &ShownPicture| PictureView {
            href: format!("{root}{}", shown.asset.path),
            width: shown.width,
            height: shown.height,
        };
        let logo = self.logo.as_ref()?;
        Some(LogoView {
            light: view(&logo.light),
            dark: logo.dark.as_ref().map(view),
            beside_name: logo.beside_name,
        })
    }
}

fn logo_assets(brand: &Brand, logo: &Logo) -> LogoAssets {
    let shown = |picture: &Picture, name: &str| {
        let name = format!("{}-{name}.{}", brand.id, picture.kind.ending());
        let asset = Asset::new(&name, picture.bytes.clone());
        ShownPicture { asset, kind: picture.kind, width: picture.width, height: picture.height }
    };
    LogoAssets {
        light: shown(&logo.light, "logo"),
        dark: logo.dark.as_ref().map(|dark| shown(dark, "logo-dark")),
        beside_name: logo.beside_name,
    }
}

/// The rules that load a brand's font and put it before the theme's own.
///
/// `optional`: a page that has been drawn in another font is never drawn again,
/// so nothing moves under the reader's eyes.
fn font_rules(brand: &Brand, font: &BrandFont, theme: &Theme, fonts: &mut Vec<Asset>) -> String {
    let mut face = |file: &FontFile, name: &str, weight: &str| {
        let asset = Asset::new(&format!("{}-{name}.woff2", brand.id), file.bytes.clone());
        let rule = format!(
            "\n@font-face {{ font-family: \"brand\"; src: url(\"{}\") format(\"woff2\"); font-weight: \
            {weight}; font-display: optional; }}\n",
            asset.name()
        );
        fonts.push(asset);
        rule
    };
    let BrandFont { regular, bold } = font;
    let weight = match bold {
        Some(_) => "100 599",
        None if regular.has_weights => "100 900",
        None => "400",
    };
    let mut rules = face(regular, "font", weight);
    rules.extend(bold.as_ref().map(|bold| face(bold, "font-bold", "600 900")));
    let others = theme.tokens.get("sans", false).map_or("system-ui, sans-serif", |token| &token.value);
    rules + &root_rules("The brand's font", &format!("  --sans: \"brand\", {others};\n"), "")
}
