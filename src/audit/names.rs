use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::identity::{Identity, of_brand, of_brands_past, of_clinic, of_layer};
use super::needles::{Needles, Owner};
use super::part::PartMemo;
use crate::merge::Publishers;
use crate::model::{Brand, Id, Layer, LayerContent, SiteInput};
use crate::source::SourceTree;

/// What all brands, clinics and layers of a site are called, ready to be found on pages.
#[derive(Debug)]
pub struct Names {
    called: Vec<Called>,
    /// The needles that are ordinary words too.
    common: BTreeSet<usize>,
    pub(super) needles: Needles,
    /// What pages that have these names in them hold.
    pub(super) parts: PartMemo,
    /// What each brand and each layer, by its folder, calls its own.
    own: BTreeMap<Who, BTreeSet<usize>>,
}

/// Whose names they are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Who {
    Brand(Id),
    /// What a brand was called before, which nobody is called today.
    Past(Id),
    Layer(String),
}

/// What somebody is called.
#[derive(Debug, PartialEq, Eq)]
struct Called {
    who: Who,
    owner: Owner,
    identities: Vec<Identity>,
}

impl Names {
    /// Collects the names of a site; those of `last` where nothing about them has changed.
    #[must_use]
    pub fn of(
        site: &SiteInput,
        publishers: &Publishers<'_>,
        tree: &SourceTree,
        last: Option<&Arc<Self>>,
    ) -> Arc<Self> {
        let called = called(site, publishers);
        let last = last.filter(|last| last.called == called);
        let new = last.is_none().then(|| Needles::of(called.iter().flat_map(Called::named)));
        let common = match (last, &new) {
            (Some(last), _) => common(site, tree, &last.needles),
            (None, Some(needles)) => common(site, tree, needles),
            (None, None) => BTreeSet::new(),
        };
        if let Some(last) = last.filter(|last| last.common == common) {
            return Arc::clone(last);
        }
        let mut needles = new.unwrap_or_else(|| Needles::of(called.iter().flat_map(Called::named)));
        needles.learn(&common);
        let own = |called: &Called| {
            let named = called.identities.iter().flat_map(|identity| needles.named_in(&identity.text));
            (called.who.clone(), named.collect())
        };
        let own = called.iter().map(own).collect();
        Arc::new(Self { called, common, needles, parts: PartMemo::default(), own })
    }

    /// The needles that a brand calls its own.
    pub(super) fn of_brand(&self, brand: &Id) -> &BTreeSet<usize> {
        self.owned_by(&Who::Brand(brand.clone()))
    }

    /// The needles that a layer calls its own.
    pub(super) fn of_layer(&self, layer: Layer<'_>) -> &BTreeSet<usize> {
        self.owned_by(&Who::Layer(layer.folder()))
    }

    fn owned_by(&self, who: &Who) -> &BTreeSet<usize> {
        static NONE: BTreeSet<usize> = BTreeSet::new();
        self.own.get(who).unwrap_or(&NONE)
    }
}

impl Called {
    fn named(&self) -> impl Iterator<Item = (Owner, Identity)> {
        self.identities.iter().map(|identity| (self.owner.clone(), identity.clone()))
    }
}

/// What everybody is called: brands first, since the first owner of a name keeps it.
fn called(site: &SiteInput, publishers: &Publishers<'_>) -> Vec<Called> {
    let mut called = Vec::new();
    let mut add = |who, owner, identities| called.push(Called { who, owner, identities });
    for brand in site.brands.values() {
        let owner = || Owner::Brand(brand.id.clone());
        add(Who::Brand(brand.id.clone()), owner(), of_brand(brand));
        add(Who::Past(brand.id.clone()), owner(), of_brands_past(brand));
    }
    let layer = |layer: Layer<'_>| Who::Layer(layer.folder());
    for clinic in site.clinics.values() {
        let owner = owner(&clinic.id, publishers.publishing(&clinic.id).first().copied());
        add(layer(Layer::Clinic(clinic.id.as_str())), owner, of_clinic(clinic));
    }
    for (id, profile) in &site.profiles {
        let owner = owner(id, brand_with_profile(id, site, publishers));
        add(layer(Layer::Profile(id.as_str())), owner, of_layer(profile));
    }
    add(layer(Layer::Group), Owner::Layer("group".to_owned()), of_layer(&site.group));
    called
}

fn owner(id: &Id, brand: Option<&Brand>) -> Owner {
    brand.map_or_else(|| Owner::Layer(id.to_string()), |brand| Owner::Brand(brand.id.clone()))
}

fn brand_with_profile<'a>(profile: &Id, site: &SiteInput, publishers: &Publishers<'a>) -> Option<&'a Brand> {
    let has_profile = site.clinics.values().filter(|clinic| {
        let profiles = clinic.settings.profiles.iter().flat_map(|profiles| &profiles.value);
        profiles.into_iter().any(|id| id.value == *profile)
    });
    has_profile.flat_map(|clinic| publishers.publishing(&clinic.id)).next().copied()
}

/// The texts that many clinics share tell which names are ordinary words as well.
fn common(site: &SiteInput, tree: &SourceTree, needles: &Needles) -> BTreeSet<usize> {
    let shared = std::iter::once(&site.group).chain(site.profiles.values());
    let texts = shared.flat_map(|layer: &Arc<LayerContent>| layer.clauses.values());
    let texts = texts.flat_map(|clause| clause.texts.values());
    let source = |text: &crate::model::ClauseText| {
        tree.file(text.span.file).text.get(text.span.range().start..).unwrap_or_default()
    };
    texts.flat_map(|text| needles.common_in(source(text))).collect()
}
