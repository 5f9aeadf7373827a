use std::collections::{BTreeMap, BTreeSet};

use super::brand::BrandAudit;
use super::identity::{of_brand, of_brands_past, of_clinic, of_layer};
use super::needles::{Needles, Owner};
use super::part::PartMemo;
use super::rules::check_stylesheet;
use super::theme_texts::ThemeTexts;
use crate::diagnostic::Diagnostics;
use crate::merge::{Clinic, Publishers};
use crate::model::{Brand, Id, Layer, LayerContent, SiteInput};
use crate::render::Theme;
use crate::source::SourceTree;

/// What the audit of a site is made of.
#[derive(Debug, Clone, Copy)]
pub struct AuditInput<'i, 'a> {
    /// The content.
    pub site: &'a SiteInput,
    /// Which brands publish a clinic.
    pub publishers: &'i Publishers<'a>,
    /// The theme.
    pub theme: &'i Theme,
    /// The files.
    pub tree: &'a SourceTree,
    /// Whether all of it could be read; what a page lacks is else no fault of its own.
    pub is_whole: bool,
}

/// What the pages of all brands are held against, made once.
#[derive(Debug)]
pub struct SiteAudit<'a> {
    pub(super) tree: &'a SourceTree,
    pub(super) needles: Needles<'a>,
    pub(super) theme: ThemeTexts<'a>,
    pub(super) is_whole: bool,
    brands: &'a BTreeMap<Id, Brand>,
    /// What each layer calls its own.
    of_layers: BTreeMap<Layer<'a>, BTreeSet<usize>>,
    /// What each brand calls its own.
    of_brands: BTreeMap<&'a Id, BTreeSet<usize>>,
}

impl<'a> SiteAudit<'a> {
    /// Collects what every brand, clinic and layer is called.
    #[must_use]
    pub fn of(input: AuditInput<'_, 'a>) -> Self {
        let AuditInput { site, publishers, theme, tree, is_whole } = input;
        let mut identities = Vec::new();
        for brand in site.brands.values() {
            let all = of_brand(brand).into_iter().chain(of_brands_past(brand));
            identities.extend(all.map(|identity| (Owner::Brand(&brand.id), identity)));
        }
        for clinic in site.clinics.values() {
            let owner = owner(&clinic.id, publishers.publishing(&clinic.id).first().copied());
            identities.extend(of_clinic(clinic).into_iter().map(|identity| (owner, identity)));
        }
        for (id, profile) in &site.profiles {
            let owner = owner(id, brand_with_profile(id, site, publishers));
            identities.extend(of_layer(profile).into_iter().map(|identity| (owner, identity)));
        }
        identities
            .extend(of_layer(&site.group).into_iter().map(|identity| (Owner::Layer("group"), identity)));
        let mut needles = Needles::of(identities);
        let shared = std::iter::once(&site.group).chain(site.profiles.values());
        shared.for_each(|layer| learn_words(layer, tree, &mut needles));
        let own = |identities: Vec<super::identity::Identity>| {
            identities
                .iter()
                .flat_map(|identity| needles.named_in(&identity.text))
                .collect::<BTreeSet<usize>>()
        };
        let profiles =
            site.profiles.iter().map(|(id, layer)| (Layer::Profile(id.as_str()), own(of_layer(layer))));
        let clinics =
            site.clinics.iter().map(|(id, clinic)| (Layer::Clinic(id.as_str()), own(of_clinic(clinic))));
        let group = std::iter::once((Layer::Group, own(of_layer(&site.group))));
        Self {
            of_layers: group.chain(profiles).chain(clinics).collect(),
            of_brands: site.brands.values().map(|brand| (&brand.id, own(of_brand(brand)))).collect(),
            theme: ThemeTexts::of(tree, theme.chain(), &needles),
            brands: &site.brands,
            is_whole,
            tree,
            needles,
        }
    }

    /// Looks through the stylesheets of the theme.
    pub fn check_theme(&self, found: &mut Diagnostics) {
        for file in &self.theme.stylesheets {
            check_stylesheet(*file, &self.tree.file(*file).text, found);
        }
    }

    /// The audit of one brand, before its first page.
    #[must_use]
    pub fn brand<'s>(
        &'s self,
        brand: &'a Brand,
        clinics: &'s [&'s Clinic<'a>],
        memo: &'s PartMemo,
    ) -> BrandAudit<'s, 'a> {
        BrandAudit::new(self, brand, clinics, self.allowed(brand, clinics), memo)
    }

    /// What may stand on a brand's pages: its own names, its clinics' and their layers', the original's, and what it mentions.
    fn allowed(&self, brand: &Brand, clinics: &[&Clinic<'a>]) -> BTreeSet<usize> {
        let mut allowed = self.of_brands.get(&brand.id).cloned().unwrap_or_default();
        for layer in clinics.iter().flat_map(|clinic| &clinic.layers) {
            allowed.extend(self.of_layers.get(layer).into_iter().flatten());
        }
        for canonical in clinics.iter().filter_map(|clinic| clinic.settings.canonical.as_ref()) {
            allowed.extend(self.of_brands.get(canonical.get()).into_iter().flatten());
        }
        for mentioned in brand.mentions.iter().filter_map(|id| self.brands.get(&id.value)) {
            allowed.extend(self.of_brands.get(&mentioned.id).into_iter().flatten());
            let former = of_brands_past(mentioned);
            allowed.extend(former.iter().flat_map(|identity| self.needles.named_in(&identity.text)));
            for clinic in &mentioned.clinics {
                allowed.extend(self.of_layers.get(&Layer::Clinic(clinic.as_str())).into_iter().flatten());
            }
        }
        allowed
    }
}

fn owner<'a>(id: &'a Id, brand: Option<&'a Brand>) -> Owner<'a> {
    brand.map_or(Owner::Layer(id.as_str()), |brand| Owner::Brand(&brand.id))
}

fn brand_with_profile<'a>(profile: &Id, site: &SiteInput, publishers: &Publishers<'a>) -> Option<&'a Brand> {
    let has_profile = site.clinics.values().filter(|clinic| {
        let profiles = clinic.settings.profiles.iter().flat_map(|profiles| &profiles.value);
        profiles.into_iter().any(|id| id.value == *profile)
    });
    has_profile.flat_map(|clinic| publishers.publishing(&clinic.id)).next().copied()
}

/// The texts that many clinics share tell which names are ordinary words as well.
fn learn_words(layer: &LayerContent, tree: &SourceTree, needles: &mut Needles<'_>) {
    for text in layer.clauses.values().flat_map(|clause| clause.texts.values()) {
        let source = tree.file(text.span.file).text.get(text.span.range().start..);
        needles.learn(source.unwrap_or_default());
    }
}
