use std::collections::BTreeSet;

use jiff::civil::Date;

use super::layer_texts::LayerTexts;
use crate::check::check_clinic;
use crate::diagnostic::Diagnostics;
use crate::merge::{Clinic, KnownIds, Publishers, merge_clinic};
use crate::model::{Brand, Id, Language, SiteInput};

/// What the clinics of a site are merged from.
#[derive(Clone, Copy)]
pub(super) struct Clinics<'s, 'a> {
    pub site: &'a SiteInput,
    pub known: &'s KnownIds<'a>,
    pub publishers: &'s Publishers<'a>,
    pub texts: &'s LayerTexts,
    /// The build date.
    pub date: Date,
}

impl<'a> Clinics<'_, 'a> {
    /// The clinics of a brand, in its own order, merged and checked.
    pub(super) fn of_brand(&self, brand: &Brand, found: &mut Diagnostics) -> Vec<Clinic<'a>> {
        let mut ids: Vec<&'a Id> = Vec::new();
        for clinic in &brand.clinics {
            // A clinic that is listed twice has been reported, and is rendered once.
            let known = self.site.clinics.get_key_value(&clinic.value).map(|(id, _)| id);
            ids.extend(known.filter(|id| !ids.contains(id)));
        }
        ids.iter().filter_map(|id| self.clinic(id, found)).collect()
    }

    /// Merges and checks a clinic in the languages of all brands that publish it.
    pub(super) fn clinic(&self, id: &Id, found: &mut Diagnostics) -> Option<Clinic<'a>> {
        let input = self.site.clinics.get(id)?;
        let before = found.count();
        let publishers = self.publishers.publishing(id).iter();
        let languages: BTreeSet<Language> =
            publishers.flat_map(|brand| brand.languages.iter().cloned()).collect();
        let clinic = merge_clinic(self.site, input, self.known, &languages, found);
        let layers = self.site.layers_of(input);
        let mentions: Vec<_> = layers.filter_map(|layer| self.texts.mentions(layer)).collect();
        check_clinic(&clinic, &self.site.config, self.date, &mentions, found);
        found.found_in_clinic(before, id.as_str());
        Some(clinic)
    }
}
