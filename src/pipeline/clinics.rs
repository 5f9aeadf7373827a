use jiff::civil::Date;

use super::per_layer::PerLayer;
use crate::check::{TextFindings, check_clinic};
use crate::diagnostic::Diagnostics;
use crate::merge::{Clinic, Site};
use crate::model::{Brand, Id};

/// Merges the clinics of a site and checks them.
#[derive(Clone, Copy)]
pub(super) struct Clinics<'a> {
    pub site: &'a Site,
    /// What was found in the texts of each layer.
    pub texts: &'a PerLayer<TextFindings>,
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
        check_clinic(&clinic, &self.site.input.config, self.date, &mentions, found);
        found.found_in_clinic(before, id.as_str());
        Some(clinic)
    }
}
