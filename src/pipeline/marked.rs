use std::collections::BTreeMap;

use super::BuildOptions;
use super::clinics::Clinics;
use super::layer_texts::LayerTexts;
use crate::diagnostic::Diagnostics;
use crate::merge::{Clinic, KnownIds, Publishers};
use crate::model::{ConditionKind, OutputPath};
use crate::parse::parse_site;
use crate::render::{BrandInput, Places, Signs, Theme, mark_page, render_brand};
use crate::source::SourceTree;

/// The pages of a brand as a build makes them, with marks that say where each part of their text comes from.
///
/// A text stands in an element with `data-felles-from`, a file's path with line and column; `data-felles-layer`, the layer that
/// it was written in; `data-felles-what`, its key as `felles trace` has it; and, where it took the place of others,
/// `data-felles-replaced` with their places, the widest layer's first. Without these attributes, and the `span` elements
/// that have nothing else, a page is what a build makes, byte for byte.
///
/// None where there is no such brand, or nothing to make pages of.
#[must_use]
pub fn marked_brand(
    tree: &SourceTree,
    brand: &str,
    options: BuildOptions,
) -> Option<BTreeMap<OutputPath, Vec<u8>>> {
    let mut found = Diagnostics::new();
    let site = parse_site(tree, &mut found)?;
    let brand = site.brands.values().find(|known| known.id.as_str() == brand)?;
    let theme = Theme::load(tree, &site.config, &mut found)?;
    let (publishers, known) = (Publishers::of(&site), KnownIds::of(&site));
    let (texts, date) = (LayerTexts::default(), options.date);
    let clinics = Clinics { site: &site, known: &known, publishers: &publishers, texts: &texts, date };
    let clinics = clinics.of_brand(brand, &mut found);
    let clinics: Vec<&Clinic<'_>> = clinics.iter().collect();
    let roles: Vec<&str> = known.of_kind(ConditionKind::Contacts).collect();
    let pages = |theme: &Theme| {
        pages(&BrandInput {
            brand,
            clinics: &clinics,
            config: &site.config,
            brands: &site.brands,
            theme,
            schema: &[],
            roles: &roles,
            date,
        })
    };
    if clinics.is_empty() {
        return None;
    }
    let plain = pages(&theme);
    let Some(signs) = Signs::absent_from(plain.values().map(Vec::as_slice)) else { return Some(plain) };
    let theme = theme.marking(signs, tree);
    let marked = pages(&theme);
    let mut places = Places::of(tree, brand, &clinics, theme.chain());
    let page = |(path, plain): (OutputPath, Vec<u8>)| {
        let page = marked.get(&path).and_then(|page| mark_page(page, &plain, signs, &mut places));
        (path, page.unwrap_or(plain))
    };
    Some(plain.into_iter().map(page).collect())
}

fn pages(input: &BrandInput<'_, '_>) -> BTreeMap<OutputPath, Vec<u8>> {
    let mut pages = BTreeMap::new();
    let mut accept = |path: &OutputPath, bytes: &[u8]| {
        if path.as_str().rsplit('.').next() == Some("html") {
            pages.insert(path.clone(), bytes.to_vec());
        }
    };
    render_brand(input, &mut accept, &mut Diagnostics::new());
    pages
}
