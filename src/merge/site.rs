use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::clinic::{Clinic, merge_clinic};
use super::layers::KnownIds;
use crate::diagnostic::Diagnostics;
use crate::model::{Brand, Id, Language, SiteInput};

/// A site: what its files say, and what follows from that for all its clinics and brands. Made once,
/// and asked by all.
#[derive(Debug)]
pub struct Site {
    /// What the files say.
    pub input: SiteInput,
    /// The brands that publish each clinic, in the order of their ids.
    publishers: BTreeMap<Id, Vec<Id>>,
    /// Every id that any layer uses.
    pub known: Arc<KnownIds>,
}

impl Site {
    /// The site that the files describe.
    #[must_use]
    pub fn new(input: SiteInput) -> Self {
        let mut publishers: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
        for brand in input.brands.values() {
            for clinic in &brand.clinics {
                let brands = publishers.entry(clinic.value.clone()).or_default();
                // A clinic that a brand lists twice is reported elsewhere.
                if brands.last() != Some(&brand.id) {
                    brands.push(brand.id.clone());
                }
            }
        }
        let known = Arc::new(KnownIds::of(&input));
        Self { input, publishers, known }
    }

    /// The brand called `id`.
    #[must_use]
    pub fn brand(&self, id: &str) -> Option<&Brand> {
        self.input.brands.get(id)
    }

    /// The clinic called `id`, merged in the languages of all brands that publish it;
    /// what is wrong with it goes to `found`.
    pub fn clinic(&self, id: &str, found: &mut Diagnostics) -> Option<Clinic<'_>> {
        let input = self.input.clinics.get(id)?;
        let brands = self.publishing(&input.id);
        let config = &self.input.config;
        let chains: BTreeSet<Vec<Language>> = brands
            .flat_map(|brand| brand.languages.iter().map(|language| brand.chain(language, config)))
            .collect();
        Some(merge_clinic(&self.input, input, &self.known, chains, found))
    }

    /// The ids of the clinics that a brand publishes, in its own order; one that it lists twice comes once.
    #[must_use]
    pub fn clinics_of(&self, brand: &Brand) -> Vec<&Id> {
        let mut ids: Vec<&Id> = Vec::new();
        for clinic in &brand.clinics {
            let known = self.input.clinics.get_key_value(&clinic.value).map(|(id, _)| id);
            ids.extend(known.filter(|id| !ids.contains(id)));
        }
        ids
    }

    /// The brands that publish `clinic`, in the order of their ids.
    pub fn publishing(&self, clinic: &Id) -> impl Iterator<Item = &Brand> + Clone {
        let ids = self.publishers.get(clinic).map_or(&[][..], Vec::as_slice);
        ids.iter().filter_map(|brand| self.input.brands.get(brand))
    }
}
