//! What the files say that are no clinic's: those of brands, of themes, and `site.toml`.

use super::asked::{AskedBrand, AskedKind, AskedPart};
use super::asked_place::AskedPlace;
use super::lines::top_key;
use crate::diagnostic::Diagnostics;
use crate::merge::brand_of;
use crate::model::{Language, SiteInput};
use crate::parse::parse_theme_file;
use crate::source::SourceTree;
use crate::span::Span;
use crate::theme::{strings_of, theme_ids};

/// The keys of `site.toml` that no page of a brand is made of: rules, where pages go, and who serves them.
const BESIDE_PAGES: [&str; 5] = ["format", "levels", "output", "hosting", "preview"];

/// What `site.toml` says, or a line of it.
pub(super) fn of_site_file<'s>(place: AskedPlace<'_>) -> Vec<AskedPart<'s>> {
    let root = parse_theme_file(place.file, place.source, &mut Diagnostics::new());
    let kind = match place.line.map(|line| top_key(&root, place.source, line)) {
        None => AskedKind::Site,
        Some(Some(entry)) if !BESIDE_PAGES.contains(&entry.key.value.as_str()) => AskedKind::Site,
        Some(Some(_)) => AskedKind::Unseen,
        Some(None) => return Vec::new(),
    };
    vec![place.part(kind)]
}

/// What a brand's file says, or a line of it; or a picture or a font of the brand.
pub(super) fn of_brand_file<'s>(site: &'s SiteInput, place: AskedPlace<'_>) -> Vec<AskedPart<'s>> {
    let path = place.source.path.as_str();
    let named = brand_of(path).and_then(|id| site.brands.get(&id));
    let Some(brand) = named else { return Vec::new() };
    let id = &brand.id;
    let whole =
        |what| vec![AskedPart { key: format!("brand.{id}"), ..place.part(AskedKind::Brand { id, what }) }];
    let (Some(line), true) = (place.line, path.ends_with(&format!("/{id}.toml"))) else {
        return whole(AskedBrand::Addresses);
    };
    let root = parse_theme_file(place.file, place.source, &mut Diagnostics::new());
    let Some(entry) = top_key(&root, place.source, line) else { return Vec::new() };
    let key = entry.key.value.as_str();
    let what = match key {
        // What a brand is called besides, and whom it names, is for the rules alone.
        "names" | "mentions" => {
            return vec![AskedPart { key: format!("brand.{key}"), ..place.part(AskedKind::Unseen) }];
        }
        "name" => {
            let words = brand.name.value.each().filter(|(_, words)| place.meets(words.span));
            let languages: Vec<Option<&'s Language>> = words.map(|(language, _)| language).collect();
            AskedBrand::Name(if let [language] = languages.as_slice() { *language } else { None })
        }
        "domain" | "aliases" | "languages" | "clinics" | "statement" => AskedBrand::Addresses,
        _ => AskedBrand::Own,
    };
    vec![AskedPart { key: format!("brand.{key}"), ..place.part(AskedKind::Brand { id, what }) }]
}

/// What a file of a theme says, or a line of it; `rest` is its path below the theme's folder.
pub(super) fn of_theme_file<'s>(
    site: &'s SiteInput,
    tree: &SourceTree,
    theme: &str,
    rest: &str,
    place: AskedPlace<'_>,
) -> Vec<AskedPart<'s>> {
    let chain = theme_ids(tree, &site.config);
    let at = chain.iter().position(|id| id == theme);
    let nearer = || chain[..at.unwrap_or(0)].iter().map(|id| format!("themes/{id}/{rest}"));
    let known = site.config.languages.iter().chain(site.config.fallback.values());
    let tag = rest.strip_prefix("strings/").and_then(|name| name.strip_suffix(".toml"));
    let language = tag.map(|tag| known.clone().find(|language| language.as_str() == tag));
    let is_used = at.is_some() && language != Some(None);
    let theme = |replaced_by: Option<Span>| AskedKind::Theme {
        language: language.flatten(),
        replaced_by,
        is_used: is_used && is_made_of(rest),
    };
    if tag.is_none() || place.line.is_none() {
        // Words and settings of a nearer theme change some of those below it; any other file takes the place
        // of the whole.
        let takes_all = tag.is_none() && rest != "theme.toml";
        let replaced = nearer().find_map(|path| tree.find(&path)).filter(|_| takes_all);
        return vec![place.part(theme(replaced.map(|(file, _)| Span::start_of(file))))];
    }
    let strings = strings_of(place.file, place.source);
    let meant = strings.iter().filter(|key| place.meets(key.span)).map(|key| {
        let in_file = |path: String| {
            let (file, source) = tree.find(&path)?;
            strings_of(file, source).into_iter().find(|other| other.value == key.value)
        };
        let replaced = nearer().find_map(in_file).map(|other| other.span);
        AskedPart { key: key.value.clone(), span: key.span, kind: theme(replaced) }
    });
    let meant: Vec<_> = meant.collect();
    // The names of countries and holidays stand below headers of their own.
    let root = parse_theme_file(place.file, place.source, &mut Diagnostics::new());
    let is_written = place.line.is_some_and(|line| top_key(&root, place.source, line).is_some());
    if meant.is_empty() && is_written { vec![place.part(theme(None))] } else { meant }
}

/// Whether pages are made of a file of a theme; its README is for those who write themes.
fn is_made_of(rest: &str) -> bool {
    rest == "theme.toml"
        || ["templates/", "strings/", "static/"].iter().any(|folder| rest.starts_with(folder))
}
