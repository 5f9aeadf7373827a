use jiff::civil::Date;

use super::per_layer::PerLayer;
use crate::check::{ClinicGround, TextFindings, check_clinic};
use crate::diagnostic::Diagnostics;
use crate::merge::{Clinic, Site, pinned_overrides};
use crate::model::{Brand, Id};
use crate::source::SourceTree;

/// Merges the clinics of a site and checks them.
#[derive(Clone, Copy)]
pub(super) struct Clinics<'a> {
    pub site: &'a Site,
    /// What was found in the texts of each layer.
    pub texts: &'a PerLayer<TextFindings>,
    /// The files.
    pub tree: &'a SourceTree,
    /// The build date.
    pub date: Date,
}

impl<'a> Clinics<'a> {
    /// The clinics of a brand, in its own order, merged and checked.
    pub(super) fn of_brand(self, brand: &Brand, found: &mut Diagnostics) -> Vec<Clinic<'a>> {
        let ids = self.site.clinics_of(brand);
        ids.into_iter().filter_map(|id| self.clinic(id, found)).collect()
    }

    /// Merges and checks a clinic in the languages of all brands that publish it.
    pub(super) fn clinic(self, id: &Id, found: &mut Diagnostics) -> Option<Clinic<'a>> {
        let before = found.count();
        let clinic = self.site.clinic(id.as_str(), found)?;
        let input = self.site.input.clinics.get(id)?;
        let layers = self.site.input.layers_of(input);
        let mentions: Vec<_> = layers.filter_map(|layer| Some(&self.texts.get(layer)?.mentions)).collect();
        let (config, pinned) = (&self.site.input.config, pinned_overrides(&self.site.input, &clinic));
        let (date, mentions, pinned, tree) = (self.date, &mentions, &pinned, self.tree);
        check_clinic(&clinic, ClinicGround { config, date, mentions, pinned, tree }, found);
        found.found_in_clinic(before, id.as_str());
        Some(clinic)
    }
}
