use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::memo::Memo;
use crate::diagnostic::Diagnostics;
use crate::merge::{Clinic, Site};
use crate::model::{ConditionKind, Id, OutputPath};
use crate::render::{BrandInput, FinishedFile, Places, mark_page, privacy_schema, render_brand};
use crate::source::SourceTree;
use crate::theme::{Signs, Theme};

/// What pages are made of, as it was read: one brand can be made of it alone, for any day.
#[derive(Debug, Clone)]
pub struct Content {
    tree: SourceTree,
    site: Arc<Site>,
    theme: Arc<Theme>,
}

impl Content {
    /// Reads a site; what is wrong with it is reported by the build.
    ///
    /// Returns None if there is no site, or no theme.
    #[must_use]
    pub fn read(tree: &SourceTree, memo: &mut Memo) -> Option<Self> {
        let mut found = Diagnostics::new();
        let site = memo.site(tree, &mut found)?;
        let theme = memo.theme(tree, &site.config, &mut found)?;
        Some(Self::of(tree, &Arc::new(Site::new(site)), &theme))
    }

    pub(super) fn of(tree: &SourceTree, site: &Arc<Site>, theme: &Arc<Theme>) -> Self {
        Self { tree: tree.clone(), site: Arc::clone(site), theme: Arc::clone(theme) }
    }

    /// The site.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The files that it was read from.
    #[must_use]
    pub fn tree(&self) -> &SourceTree {
        &self.tree
    }

    /// The files of a brand as a build on this day makes them.
    ///
    /// Returns None if there is no such brand, or nothing to make pages of.
    #[must_use]
    pub fn brand(&self, brand: &str, date: Date) -> Option<BTreeMap<OutputPath, Vec<u8>>> {
        self.with(brand, date, |input, _| files(input))
    }

    /// The pages of a brand as a build makes them, with marks that say where each part of their text comes
    /// from.
    ///
    /// A text stands in an element with `data-felles-from`, a file's path with line and column;
    /// `data-felles-layer`, the layer that it was written in; `data-felles-what`, its key as `felles trace`
    /// has it; and, if it took the place of others, `data-felles-replaced` with their places, the widest
    /// layer's first. Without these attributes, and the `span` elements that have nothing else,
    /// a page is what a build makes, byte for byte.
    ///
    /// Returns None if there is no such brand, or nothing to make pages of.
    #[must_use]
    pub fn marked_brand(&self, brand: &str, date: Date) -> Option<BTreeMap<OutputPath, Vec<u8>>> {
        self.with(brand, date, |input, clinics| {
            let pages = |input: &BrandInput<'_, '_>| {
                let mut pages = files(input);
                pages.retain(|path, _| path.as_str().rsplit('.').next() == Some("html"));
                pages
            };
            let plain = pages(input);
            let Some(signs) = Signs::absent_from(plain.values().map(Vec::as_slice)) else { return plain };
            let theme = self.theme.marking(signs, &self.tree);
            let marked = pages(&BrandInput { theme: &theme, ..*input });
            let mut places = Places::of(&self.tree, input.brand, clinics, theme.chain());
            let page = |(path, plain): (OutputPath, Vec<u8>)| {
                let page = marked.get(&path).and_then(|page| mark_page(page, &plain, signs, &mut places));
                (path, page.unwrap_or(plain))
            };
            plain.into_iter().map(page).collect()
        })
    }

    fn with<R>(
        &self,
        brand: &str,
        date: Date,
        make: impl FnOnce(&BrandInput<'_, '_>, &[&Clinic<'_>]) -> R,
    ) -> Option<R> {
        let site = &*self.site;
        let brand = site.brand(brand)?;
        // What is wrong with them is reported by the build.
        let clinic = |id: &Id| site.clinic(id.as_str(), &mut Diagnostics::new());
        let clinics: Vec<Clinic<'_>> = site.clinics_of(brand).into_iter().filter_map(clinic).collect();
        let clinics: Vec<&Clinic<'_>> = clinics.iter().collect();
        if clinics.is_empty() {
            return None;
        }
        let roles: Vec<&str> = site.known.of_kind(ConditionKind::Contacts).collect();
        let input = BrandInput {
            brand,
            clinics: &clinics,
            config: &site.input.config,
            brands: &site.input.brands,
            files: site.input.static_files.of(&brand.id),
            before: None,
            theme: &self.theme,
            schema: privacy_schema(),
            roles: &roles,
            date,
        };
        Some(make(&input, &clinics))
    }
}

fn files(input: &BrandInput<'_, '_>) -> BTreeMap<OutputPath, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut accept = |file: FinishedFile<'_>| drop(files.insert(file.path.clone(), file.bytes.to_vec()));
    render_brand(input, &mut accept, &mut Diagnostics::new());
    files
}
