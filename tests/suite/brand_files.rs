//! A brand's own mark and font: where they end up, and what the pages say of them.

use felles::model::{Colour, TextValue};
use felles::source::SourceTree;

use crate::fixture::{build_in_memory, file, lines, site, with};

const BRAND: &str =
    "name = \"Nordlys Oslo\"\ndomain = \"nordlys-oslo.example\"\nclinics = [\"nordlys-oslo\"]\n";

const SVG: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 160 40\"><path d=\"M0 0h40v40z\"/></svg>\n";

/// A font as far as its head and its list of tables go.
fn woff2(tables: &[u8]) -> Vec<u8> {
    let list: Vec<u8> = tables.iter().flat_map(|table| [*table, 100]).collect();
    let length = u32::try_from(48 + list.len() + 16).unwrap().to_be_bytes();
    let count = u16::try_from(tables.len()).unwrap().to_be_bytes();
    let head = [b"wOF2OTTO".as_slice(), &length, &count, &[0; 6], &16_u32.to_be_bytes(), &[0; 24]].concat();
    [head, list, vec![0; 16]].concat()
}

fn tree(keys: &str, files: &[(&str, &[u8])]) -> SourceTree {
    let folder = "content/brands/nordlys-oslo";
    let mut all = vec![file(&format!("{folder}.toml"), format!("{BRAND}{keys}"))];
    all.extend(files.iter().map(|(name, bytes)| file(&format!("{folder}/{name}"), bytes.to_vec())));
    with(&site("nordlys"), all)
}

/// The files of the brand by their paths, all of them text where they can be.
fn built(tree: &SourceTree) -> Vec<(String, String)> {
    let (files, findings) = build_in_memory(tree);
    assert_eq!(lines(&findings, tree), "");
    of_brand(files)
}

fn of_brand(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Vec<(String, String)> {
    let of_brand = files.into_iter().filter_map(|(path, bytes)| {
        Some((path.strip_prefix("nordlys-oslo/")?.to_owned(), String::from_utf8_lossy(&bytes).into_owned()))
    });
    of_brand.collect()
}

fn path_of(files: &[(String, String)], start: &str, end: &str) -> String {
    let mut found =
        files.iter().map(|(path, _)| path).filter(|path| path.starts_with(start) && path.ends_with(end));
    let path = found.next().unwrap_or_else(|| panic!("no {start}…{end}"));
    assert_eq!(found.next(), None);
    path.clone()
}

fn text<'f>(files: &'f [(String, String)], path: &str) -> &'f str {
    &files.iter().find(|(other, _)| other == path).unwrap().1
}

#[test]
fn a_logo_stands_in_the_head_of_every_page_with_its_size_and_the_brands_name() {
    let keys = "logo = { file = \"logo.svg\", dark = \"night.svg\" }\n";
    let files = built(&tree(keys, &[("logo.svg", SVG.as_bytes()), ("night.svg", SVG.as_bytes())]));
    let (light, dark) = (
        path_of(&files, "assets/nordlys-oslo-logo.", ".svg"),
        path_of(&files, "assets/nordlys-oslo-logo-dark.", ".svg"),
    );
    assert_eq!(text(&files, &light), SVG);
    for (page, root) in [("index.html", ""), ("personvern/index.html", "../"), ("404.html", "/")] {
        let page = text(&files, page);
        let image = format!("<img src=\"{root}{light}\" width=\"160\" height=\"40\" alt=\"Nordlys Oslo\">");
        assert!(page.contains(&image), "{image}\n{page}");
        let night = format!("srcset=\"{root}{dark}\" width=\"160\" height=\"40\">");
        assert!(page.contains(&night), "{night}");
    }
}

#[test]
fn a_mark_beside_the_name_says_nothing_by_itself() {
    let keys = "logo = { file = \"logo.svg\", beside_name = true }\n";
    let files = built(&tree(keys, &[("logo.svg", SVG.as_bytes())]));
    let page = text(&files, "index.html");
    assert!(page.contains("height=\"40\" alt=\"\"> <span>Nordlys Oslo</span></a>"), "{page}");
    assert!(page.contains("class=\"plate\""), "a mark for light ground gets one in the dark");
}

#[test]
fn a_brand_without_a_logo_has_its_name_in_type() {
    let files = built(&tree("", &[]));
    let page = text(&files, "index.html");
    assert!(
        page.contains("<span class=\"mark\" aria-hidden=\"true\">NO</span>Nordlys Oslo</a></p>"),
        "{page}"
    );
    assert!(!page.contains("<img"));
}

const SQUARE: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 40\"><path d=\"M0 0h40v40z\"/></svg>\n";

#[test]
fn the_mark_is_the_icon_of_every_page() {
    let files = built(&tree("", &[]));
    let icon = path_of(&files, "assets/nordlys-oslo-icon.", ".svg");
    for (page, root) in [("index.html", ""), ("personvern/index.html", "../"), ("404.html", "/")] {
        let link = format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"{root}{icon}\">");
        assert_eq!(text(&files, page).matches(&link).count(), 1, "{page}: {link}");
    }
    let svg = text(&files, &icon);
    assert!(svg.contains(">NO</text>") && !svg.contains("style"), "{svg}");
}

#[test]
fn the_letters_of_an_icon_can_be_read_whatever_the_brands_colour() {
    let plain = built(&tree("", &[]));
    let mut icons = vec![text(&plain, &path_of(&plain, "assets/nordlys-oslo-icon.", ".svg")).to_owned()];
    for primary in ["#ffff00", "#ffffff", "#000000", "#7f7f7f", "#00ff88"] {
        // Some of them are warned of, and built all the same.
        let files = of_brand(build_in_memory(&tree(&format!("[colours]\nprimary = \"{primary}\"\n"), &[])).0);
        icons.push(text(&files, &path_of(&files, "assets/nordlys-oslo-icon.", ".svg")).to_owned());
    }
    for icon in icons {
        let fills: Vec<Colour> =
            icon.split("fill=\"").skip(1).map(|rest| Colour::parse(&rest[..7]).unwrap()).collect();
        let [ground, _, letters] = fills[..] else { panic!("a ground, a stripe and letters: {icon}") };
        assert!(ground.contrast(letters) >= 450, "{icon}");
    }
}

#[test]
fn a_square_logo_with_a_version_for_each_mode_is_the_icon() {
    let logos = [("logo.svg", SQUARE.as_bytes()), ("night.svg", SQUARE.as_bytes())];
    let files = built(&tree("logo = { file = \"logo.svg\", dark = \"night.svg\" }\n", &logos));
    let (light, dark) = (
        path_of(&files, "assets/nordlys-oslo-logo.", ".svg"),
        path_of(&files, "assets/nordlys-oslo-logo-dark.", ".svg"),
    );
    let page = text(&files, "index.html");
    for (icon, mode) in [(light, "light"), (dark, "dark")] {
        let link = format!("href=\"{icon}\" media=\"(prefers-color-scheme: {mode})\">");
        assert!(page.contains(&format!("<link rel=\"icon\" type=\"image/svg+xml\" {link}")), "{link}");
    }
    assert!(!files.iter().any(|(path, _)| path.contains("-icon.")));
    let files = built(&tree("logo = \"logo.svg\"\n", &logos[..1]));
    path_of(&files, "assets/nordlys-oslo-icon.", ".svg");
}

#[test]
fn a_font_of_the_brands_own_stands_before_the_themes() {
    let (regular, bold) = (woff2(&[0, 1, 2, 3, 4, 13]), woff2(&[0, 1, 2, 3, 4, 13, 14]));
    let keys = "[font]\nfile = \"a.woff2\"\nbold = \"b.woff2\"\n";
    let files = built(&tree(keys, &[("a.woff2", &regular), ("b.woff2", &bold)]));
    let stylesheet = text(&files, &path_of(&files, "assets/style.", ".css"));
    for (start, weight) in
        [("assets/nordlys-oslo-font.", "100 599"), ("assets/nordlys-oslo-font-bold.", "600 900")]
    {
        let path = path_of(&files, start, ".woff2");
        let name = path.strip_prefix("assets/").unwrap();
        let rule =
            format!("url(\"{name}\") format(\"woff2\"); font-weight: {weight}; font-display: optional;");
        assert!(stylesheet.contains(&rule), "{rule}");
    }
    assert!(stylesheet.contains("--sans: \"brand\", system-ui"));
    let files = built(&tree("font = \"a.woff2\"\n", &[("a.woff2", &woff2(&[0, 1, 2, 3, 4, 13, 47]))]));
    assert!(text(&files, &path_of(&files, "assets/style.", ".css")).contains("font-weight: 100 900;"));
}

#[test]
fn a_theme_of_one_token_changes_it_on_the_screen_and_leaves_the_rest() {
    let theme = "name = \"Nordlys\"\nextends = \"base\"\n\n[tokens]\nradius = \"0\"\n\n[tokens.dark]\npaper = \"#101010\"\n";
    let tree = with(&tree("", &[]), vec![file("themes/nordlys/theme.toml", theme)]);
    let files = built(&tree);
    let stylesheet = text(&files, &path_of(&files, "assets/style.", ".css"));
    let (base, changes) = stylesheet.split_once("\n/* The theme's tokens */\n").expect("the changes follow");
    assert!(base.contains("--radius: .75rem;") && base.contains("@media print"));
    assert_eq!(
        changes,
        "@media screen {\n:root {\n  --radius: 0;\n}\n}\n@media screen and (prefers-color-scheme: dark) {\n:root {\n  --paper: #101010;\n}\n}\n"
    );
}
