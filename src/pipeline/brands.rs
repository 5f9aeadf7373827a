//! Makes one brand after another: merged, rendered, audited, let go.

use std::sync::Arc;

use super::BuiltBrand;
use super::clinics::Clinics;
use super::sink::Sink;
use super::text_findings::ClinicFiles;
use crate::audit::SiteAudit;
use crate::calendar::{Change, brand_changes, horizon};
use crate::check::Settling;
use crate::diagnostic::Diagnostics;
use crate::merge::{Clinic, check_shared_statement};
use crate::model::{Brand, OutputPath, StatementMode};
use crate::render::{BrandInput, render_brand};
use crate::theme::Theme;

/// What became of a brand.
#[derive(Debug, Default)]
pub(super) struct Made {
    /// Nothing where it could not be rendered.
    pub brand: Option<BuiltBrand>,
    pub changes: Arc<[Change]>,
    pub clinics: Vec<ClinicFiles>,
    pub found: Diagnostics,
    /// What is wrong between its pages; it counts where the whole site could be read.
    pub between_pages: Diagnostics,
}

/// What all brands of a build share.
pub(super) struct Ground<'a> {
    pub clinics: Clinics<'a>,
    /// The theme, and what its pages are held against.
    pub theme: Option<(&'a Theme, &'a SiteAudit<'a>)>,
    pub schema: &'a [u8],
    pub roles: &'a [&'a str],
}

impl<'a> Ground<'a> {
    pub(super) fn make(&self, brand: &'a Brand, sink: &dyn Sink) -> Made {
        let mut found = Diagnostics::new();
        let clinics = self.clinics.of_brand(brand, &mut found);
        let files = clinics.iter().map(ClinicFiles::of).collect();
        // A brand that lacks a clinic has been reported; the others are rendered all the same, for what is wrong with them.
        let (Some((theme, audit)), false) = (self.theme, clinics.is_empty()) else {
            return Made { clinics: files, found, ..Made::default() };
        };
        let clinics: Vec<&Clinic<'a>> = clinics.iter().collect();
        if brand.statement == StatementMode::Shared {
            check_shared_statement(brand, &clinics, &mut found);
        }
        let mut count = 0;
        let mut audit = audit.brand(brand, &clinics);
        let mut accept = |path: &OutputPath, bytes: &[u8]| {
            count += 1;
            audit.read(path, bytes);
            sink.accept(path, bytes);
        };
        let (site, date) = (&self.clinics.site.input, self.clinics.date);
        let input = BrandInput {
            brand,
            clinics: &clinics,
            config: &site.config,
            brands: &site.brands,
            theme,
            schema: self.schema,
            roles: self.roles,
            date,
        };
        render_brand(&input, &mut accept, &mut found);
        let mut allowances: Vec<_> = clinics.iter().flat_map(|clinic| &clinic.allowances).copied().collect();
        allowances.sort_by_key(|allowance| allowance.span);
        allowances.dedup_by_key(|allowance| allowance.span);
        let (before, is_sound) = (found.count(), !found.has_errors());
        let between_pages = audit.finish(&mut found);
        let mut between_pages = if is_sound { between_pages } else { Diagnostics::new() };
        let settling =
            Settling { rules: crate::audit::rules(), config: &site.config, allowances: &allowances, date };
        settling.settle(before, &mut found);
        settling.settle(0, &mut between_pages);
        let changes = brand_changes(brand, &clinics, date, horizon(date)).into();
        let languages = brand.languages.first().map(|main| site.config.chain(main)).unwrap_or_default();
        let name = languages.iter().find_map(|language| brand.name.value.in_language(language));
        let brand = BuiltBrand {
            id: brand.id.clone(),
            name: name.unwrap_or(brand.id.as_str()).to_owned(),
            domain: brand.domain.value.shown().to_owned(),
            files: count,
        };
        Made { brand: Some(brand), changes, clinics: files, found, between_pages }
    }
}
