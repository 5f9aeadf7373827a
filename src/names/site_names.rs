use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::identity::{Identity, of_brand, of_brands_past, of_clinic, of_layer};
use super::needles::{Needle, NeedleOwner, Needles};
use crate::merge::Site;
use crate::model::{Brand, ClinicInput, Countries, Id, Layer, LayerContent, SiteInput};
use crate::source::SourceTree;

/// What all brands, clinics and layers of a site are called, ready to be found.
#[derive(Debug)]
pub struct SiteNames {
    called: Vec<Called>,
    /// The needles that are ordinary words too.
    common: BTreeSet<usize>,
    pub(super) needles: Needles,
    /// What each brand and each layer, by its folder, calls its own.
    own: BTreeMap<Who, BTreeSet<usize>>,
}

/// Whose names they are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Who {
    Brand(Id),
    /// What a brand was called before, if no brand or clinic is called so today.
    Past(Id),
    Layer(String),
}

/// What a brand, a clinic or another owner is called.
#[derive(Debug, PartialEq, Eq)]
struct Called {
    who: Who,
    owner: NeedleOwner,
    identities: Arc<[Identity]>,
}

/// What is kept of names from one build to the next.
#[derive(Debug, Default)]
pub struct NamesMemo {
    brands: Option<CalledBrands>,
    clinics: BTreeMap<Id, (Arc<ClinicInput>, Arc<[Identity]>)>,
    countries: Option<Arc<Countries>>,
    /// The layers that many clinics share.
    shared: Vec<Arc<LayerContent>>,
    names: Option<Arc<SiteNames>>,
}

/// The brands, and what each is and was called.
#[derive(Debug)]
struct CalledBrands {
    brands: Arc<BTreeMap<Id, Brand>>,
    each: Vec<CalledBrand>,
}

#[derive(Debug)]
struct CalledBrand {
    own: Arc<[Identity]>,
    past: Arc<[Identity]>,
}

impl NamesMemo {
    fn brands(&mut self, site: &SiteInput) -> &[CalledBrand] {
        let known = self.brands.take().filter(|known| Arc::ptr_eq(&known.brands, &site.brands));
        let known = known.unwrap_or_else(|| {
            let identities = |brand: &Brand| CalledBrand {
                own: of_brand(brand).into(),
                past: of_brands_past(brand).into(),
            };
            let each = site.brands.values().map(identities).collect();
            CalledBrands { brands: Arc::clone(&site.brands), each }
        });
        &self.brands.insert(known).each
    }

    fn clinics(&mut self, site: &SiteInput) -> impl Iterator<Item = &Arc<[Identity]>> {
        let mut last = std::mem::take(&mut self.clinics);
        // A number in a clinic's files is read by what is known of its country.
        if self.countries.as_ref() != Some(&site.countries) {
            last.clear();
            self.countries = Some(Arc::clone(&site.countries));
        }
        let identities = |(id, clinic): (&Id, &Arc<ClinicInput>)| {
            let known = last.remove(id).filter(|(known, _)| Arc::ptr_eq(known, clinic));
            (
                id.clone(),
                known.unwrap_or_else(|| (Arc::clone(clinic), of_clinic(clinic, &site.countries).into())),
            )
        };
        self.clinics = site.clinics.iter().map(identities).collect();
        self.clinics.values().map(|(_, identities)| identities)
    }
}

impl SiteNames {
    /// Collects the names of a site; those that `memo` knows if nothing about them has changed.
    #[must_use]
    pub fn of(site: &Site, tree: &SourceTree, memo: &mut NamesMemo) -> Arc<Self> {
        let called = called(site, memo);
        let site = &site.input;
        let shared: Vec<_> = shared(site).cloned().collect();
        let last = memo.names.take().filter(|last| last.called == called);
        let are_same = memo.shared.len() == shared.len()
            && memo.shared.iter().zip(&shared).all(|(known, layer)| Arc::ptr_eq(known, layer));
        memo.shared = shared;
        let names = match last {
            Some(last) if are_same || last.common == common(site, tree, &last.needles) => last,
            _ => Arc::new(Self::new(called, site, tree)),
        };
        Arc::clone(memo.names.insert(names))
    }

    fn new(called: Vec<Called>, site: &SiteInput, tree: &SourceTree) -> Self {
        let mut needles = Needles::of(called.iter().flat_map(Called::named));
        let common = common(site, tree, &needles);
        needles.learn(&common);
        let own = |called: &Called| {
            let named = called.identities.iter().flat_map(|identity| needles.named_in(&identity.text));
            (called.who.clone(), named.collect())
        };
        let own = called.iter().map(own).collect();
        Self { called, common, needles, own }
    }

    /// The needle with this number.
    #[must_use]
    pub fn needle(&self, number: usize) -> &Needle {
        &self.needles.list[number]
    }

    /// The needles that a brand calls its own.
    #[must_use]
    pub fn of_brand(&self, brand: &Id) -> &BTreeSet<usize> {
        self.owned_by(&Who::Brand(brand.clone()))
    }

    /// The needles that a brand was called by, and their short forms.
    #[must_use]
    pub fn of_brands_past(&self, brand: &Id) -> &BTreeSet<usize> {
        self.owned_by(&Who::Past(brand.clone()))
    }

    /// The needles that a layer calls its own.
    #[must_use]
    pub fn of_layer(&self, layer: Layer<'_>) -> &BTreeSet<usize> {
        self.owned_by(&Who::Layer(layer.folder()))
    }

    fn owned_by(&self, who: &Who) -> &BTreeSet<usize> {
        static NONE: BTreeSet<usize> = BTreeSet::new();
        self.own.get(who).unwrap_or(&NONE)
    }
}

impl Called {
    fn named(&self) -> impl Iterator<Item = (NeedleOwner, Identity)> {
        self.identities.iter().map(|identity| (self.owner.clone(), identity.clone()))
    }
}

/// What all owners are called: brands first, since the first owner of a name keeps it.
fn called(all: &Site, memo: &mut NamesMemo) -> Vec<Called> {
    let site = &all.input;
    let mut called = Vec::new();
    let mut add = |who, owner, identities| called.push(Called { who, owner, identities });
    for (brand, known) in site.brands.values().zip(memo.brands(site)) {
        let owner = || NeedleOwner::Brand(brand.id.clone());
        add(Who::Brand(brand.id.clone()), owner(), Arc::clone(&known.own));
        add(Who::Past(brand.id.clone()), owner(), Arc::clone(&known.past));
    }
    let layer = |layer: Layer<'_>| Who::Layer(layer.folder());
    for (clinic, known) in site.clinics.values().zip(memo.clinics(site)) {
        let owner = owner(&clinic.id, all.publishing(&clinic.id).next());
        add(layer(Layer::Clinic(clinic.id.as_str())), owner, Arc::clone(known));
    }
    for (id, profile) in &site.profiles {
        let owner = owner(id, brand_with_profile(id, all));
        add(layer(Layer::Profile(id.as_str())), owner, of_layer(profile, &site.countries).into());
    }
    add(
        layer(Layer::Group),
        NeedleOwner::Layer("group".to_owned()),
        of_layer(&site.group, &site.countries).into(),
    );
    called
}

/// The layers that many clinics share.
fn shared(site: &SiteInput) -> impl Iterator<Item = &Arc<LayerContent>> {
    std::iter::once(&site.group).chain(site.profiles.values())
}

fn owner(id: &Id, brand: Option<&Brand>) -> NeedleOwner {
    brand.map_or_else(|| NeedleOwner::Layer(id.to_string()), |brand| NeedleOwner::Brand(brand.id.clone()))
}

fn brand_with_profile<'a>(profile: &Id, site: &'a Site) -> Option<&'a Brand> {
    let has_profile =
        site.input.clinics.values().filter(|clinic| clinic.profiles().any(|id| id.value == *profile));
    has_profile.flat_map(|clinic| site.publishing(&clinic.id)).next()
}

/// The texts that many clinics share tell which names are ordinary words as well.
fn common(site: &SiteInput, tree: &SourceTree, needles: &Needles) -> BTreeSet<usize> {
    let texts = shared(site).flat_map(|layer| layer.clauses.values());
    let texts = texts.flat_map(|clause| clause.texts.values());
    let source = |text: &crate::model::ClauseText| {
        tree.file(text.span.file).text.get(text.span.range().start..).unwrap_or_default()
    };
    texts.flat_map(|text| needles.common_in(source(text))).collect()
}
