//! Makes one brand after another: merged, rendered, audited, dropped.

use std::sync::Arc;

use super::BuiltBrand;
use super::clinics::Clinics;
use super::memo::Named;
use super::rules::rules;
use super::sink::Sink;
use super::text_findings::ClinicFiles;
use crate::audit::{BrandAudit, ThemeFiles};
use crate::calendar::{Change, brand_changes, horizon};
use crate::check::{BrandNames, Settling, check_names};
use crate::diagnostic::Diagnostics;
use crate::hosting::Addresses;
use crate::merge::{Clinic, check_shared_statement};
use crate::model::{Brand, StatementMode};
use crate::names::LayerNames;
use crate::render::{BrandInput, FinishedFile, render_brand};
use crate::source::SourceTree;
use crate::theme::Theme;

/// What became of a brand.
#[derive(Debug, Default)]
pub(super) struct Made {
    /// None if it could not be rendered.
    pub brand: Option<BuiltBrand>,
    pub changes: Arc<[Change]>,
    pub clinics: Vec<ClinicFiles>,
    pub found: Diagnostics,
    /// What is wrong between its pages; it counts if the whole site could be read.
    pub between_pages: Diagnostics,
}

/// What all brands of a build share.
pub(super) struct SharedByBrands<'a> {
    pub clinics: Clinics<'a>,
    pub tree: &'a SourceTree,
    /// The theme, and its files.
    pub theme: Option<(&'a Theme, &'a ThemeFiles<'a>)>,
    /// Who is named where.
    pub named: &'a Named,
    pub schema: &'a [u8],
    /// Where the pages were at the last build.
    pub before: &'a Addresses,
    pub roles: &'a [&'a str],
}

impl<'a> SharedByBrands<'a> {
    pub(super) fn make(&self, brand: &'a Brand, sink: &dyn Sink) -> Made {
        let mut found = Diagnostics::new();
        let clinics = self.clinics.of_brand(brand, &mut found);
        let files = clinics.iter().map(ClinicFiles::of).collect();
        let clinics: Vec<&Clinic<'a>> = clinics.iter().collect();
        let (site, date) = (&self.clinics.site.input, self.clinics.date);
        let mut allowances: Vec<_> = clinics.iter().flat_map(|clinic| &clinic.allowances).copied().collect();
        allowances.sort_by_key(|allowance| allowance.span);
        allowances.dedup_by_key(|allowance| allowance.span);
        let settling =
            Settling { rules: rules(), house: None, config: &site.config, allowances: &allowances, date };
        let before = found.count();
        self.check_names(brand, &clinics, &mut found);
        settling.settle(before, &mut found);
        // A brand that lacks a clinic has been reported; the others are rendered all the same,
        // for what is wrong with them.
        let (Some((theme, theme_files)), false) = (self.theme, clinics.is_empty()) else {
            return Made { clinics: files, found, ..Made::default() };
        };
        if brand.statement == StatementMode::Shared {
            check_shared_statement(brand, &clinics, &mut found);
        }
        let mut count = 0;
        let mut audit = BrandAudit::new(theme_files, self.tree, brand, &clinics);
        let mut accept = |file: FinishedFile<'_>| {
            count += 1;
            audit.read(&file);
            sink.accept(file.path, file.bytes);
        };
        let input = BrandInput {
            brand,
            clinics: &clinics,
            config: &site.config,
            brands: &site.brands,
            files: site.static_files.of(&brand.id),
            before: self.before.of(brand.id.as_str()),
            theme,
            schema: self.schema,
            roles: self.roles,
            date,
        };
        let hosted = render_brand(&input, &mut accept, &mut found);
        let (before, is_sound) = (found.count(), !found.has_errors());
        let between_pages = audit.finish(&mut found);
        let mut between_pages = if is_sound { between_pages } else { Diagnostics::new() };
        settling.settle(before, &mut found);
        settling.settle(0, &mut between_pages);
        let changes = brand_changes(brand, &clinics, date, horizon(date)).into();
        let languages =
            brand.languages.first().map(|main| brand.chain(main, &site.config)).unwrap_or_default();
        let name = languages.iter().find_map(|language| brand.name.value.in_language(language));
        let brand = BuiltBrand {
            id: brand.id.clone(),
            name: name.unwrap_or(brand.id.as_str()).to_owned(),
            domain: brand.shown_domain(),
            files: count,
            hosted: Arc::new(hosted),
        };
        Made { brand: Some(brand), changes, clinics: files, found, between_pages }
    }

    fn check_names(&self, brand: &Brand, clinics: &[&Clinic<'_>], found: &mut Diagnostics) {
        let site = self.clinics.site;
        let named_by = |clinic: &Clinic<'_>| -> Vec<&LayerNames> {
            let input = site.input.clinics.get(clinic.id);
            let layers = input.into_iter().flat_map(|input| site.input.layers_of(input));
            layers.filter_map(|layer| self.named.layers.get(layer)).collect()
        };
        let clinics: Vec<_> = clinics.iter().map(|clinic| (*clinic, named_by(clinic))).collect();
        let Named { names, theme, .. } = self.named;
        check_names(BrandNames { site, names, brand, clinics: &clinics, theme, tree: self.tree }, found);
    }
}
