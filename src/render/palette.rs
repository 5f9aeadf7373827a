use crate::model::{BrandColours, Palette};

/// The rules that give a stylesheet the brand's colours, for light and dark: the theme's tokens, written again.
pub(super) fn palette_css(colours: &BrandColours) -> String {
    let (light, dark) = (tokens(&Palette::light(colours)), tokens(&Palette::dark(colours)));
    format!(
        "\n/* The brand's colours */\n:root {{\n{light}}}\n@media (prefers-color-scheme: dark) {{\n:root {{\n{dark}}}\n}}\n"
    )
}

fn tokens(palette: &Palette) -> String {
    let Palette { accent, accent_deep, accent_soft, on_accent, decor } = palette;
    let tokens = [
        ("accent", accent),
        ("accent-deep", accent_deep),
        ("accent-soft", accent_soft),
        ("on-accent", on_accent),
        ("decor", decor),
    ];
    tokens.iter().fold(String::new(), |css, (name, colour)| css + &format!("  --{name}: {colour};\n"))
}
