//! Reads a brand: its file, and the mark and the font in its folder.

mod files;
mod font;
mod logo;
mod png;
mod svg;
mod svg_weight;
mod woff2;

use super::languages::each_once;
use super::meant::as_meant;
use super::site_config::read_fallback;
use super::slipped::{Tables, lift_slipped_keys};
use crate::diagnostic::{Diagnostic, catalogue::content as say};
use crate::model::{
    Brand, BrandColours, BrandStyle, Domain, Id, Language, Node, OtherNames, Reader, Redirects, SiteAddress,
    StatementMode, TableReader, Text,
};
use crate::span::{Located, Span};

pub(super) use files::BrandFolder;
pub(crate) use svg::svg_is_safe;

/// The keys of a brand's file itself.
const KEYS: &[&str] =
    &["name", "domain", "aliases", "languages", "clinics", "statement", "noindex", "mentions", "style"];

/// The tables of a brand's file.
const TABLES: Tables = &[
    ("colours", &["primary", "decoration"]),
    ("names", &["also", "former"]),
    ("logo", &["file", "dark", "beside_name"]),
    ("font", &["file", "bold"]),
    ("redirects", &[]),
    ("fallback", &[]),
];

/// Reads `content/brands/<id>.toml`, and what it names of its `folder`.
pub(super) fn read_brand(
    id: Id,
    root: &Node,
    span: Span,
    folder: &mut BrandFolder<'_>,
    reader: &mut Reader<'_>,
) -> Option<Brand> {
    let tables = TABLES.iter().map(|(table, _)| *table);
    let keys: Vec<&str> = KEYS.iter().copied().chain(tables).collect();
    let root = as_meant(root, &keys, &[], reader).into_owned();
    let root = lift_slipped_keys(root, KEYS, TABLES, reader);
    let mut table = TableReader::open(&root, reader)?;
    let name = table.required::<Text>("name");
    let address = table.required::<SiteAddress>("domain");
    let aliases = table.field::<Vec<Located<Domain>>>("aliases");
    let redirects = table.field::<Redirects>("redirects");
    let languages = table.field::<Vec<Located<Language>>>("languages");
    let fallback = table.node("fallback");
    let clinics = table.required::<Vec<Located<Id>>>("clinics");
    let statement = table.field::<StatementMode>("statement");
    let colours = table.field::<BrandColours>("colours");
    let style = table.field::<BrandStyle>("style");
    let noindex = table.field::<bool>("noindex");
    let logo = table.node("logo").and_then(|node| logo::read_logo(node, folder, table.reader()));
    let font = table.node("font").and_then(|node| font::read_font(node, folder, table.reader()));
    let names = table.field::<OtherNames>("names");
    let mentions = table.field::<Vec<Located<Id>>>("mentions");
    table.finish(&[]);
    let clinics = clinics?;
    let address = address?;
    let aliases = aliases.map(|aliases| aliases.value).unwrap_or_default();
    if let (Some(alias), false) = (aliases.first(), address.value.base.is_root()) {
        let error = Diagnostic::error("invalid-value", alias.span, say::alias_of_a_path(alias.value.shown()));
        reader.found.push(error.with_help(say::redirect_at_the_other_site()));
    }
    if clinics.is_empty() {
        reader.found.push(Diagnostic::error("invalid-value", clinics.span, say::brand_without_clinics()));
        return None;
    }
    Some(Brand {
        languages: brand_languages(languages, reader),
        fallback: fallback.map(|node| read_fallback(node, reader.languages, reader)).unwrap_or_default(),
        id,
        span,
        name: name?,
        domain: Located::new(address.value.domain, address.span),
        base: address.value.base,
        aliases,
        redirects: redirects.map(|redirects| redirects.value).unwrap_or_default(),
        clinics: clinics.value,
        statement: statement.map_or(StatementMode::Each, |statement| statement.value),
        colours: colours.map(|colours| colours.value),
        logo,
        font,
        style: style.map_or(BrandStyle::Calm, |style| style.value),
        names: names.map(|names| names.value).unwrap_or_default(),
        mentions: mentions.map(|mentions| mentions.value).unwrap_or_default(),
        noindex: noindex.is_some_and(|noindex| noindex.value),
    })
}

/// The brand's languages; the site's if it names none. Each must be one of the site's.
fn brand_languages(
    written: Option<Located<Vec<Located<Language>>>>,
    reader: &mut Reader<'_>,
) -> Vec<Language> {
    let mut known = Vec::new();
    for written in written.map(|written| written.value).unwrap_or_default() {
        let name = Located::new(written.as_str().to_owned(), written.span);
        known.extend(reader.language_of(&name).map(|language| Located::new(language, written.span)));
    }
    let languages = each_once(known, reader);
    if languages.is_empty() { reader.languages.to_vec() } else { languages }
}
