use std::cell::OnceCell;

use jiff::civil::Date;

use super::asked::{AskedBrand, AskedKind, AskedPart};
use super::on_brand::OnBrand;
use super::standing::{Standing, standing};
use super::unseen::{HiddenBy, Unseen};
use crate::diagnostic::Diagnostics;
use crate::merge::{Clinic, Site};
use crate::model::{Brand, ClinicInput, Domain, Id, Language, Layer, StatementMode};
use crate::source::SourceTree;

/// What is asked on.
#[derive(Debug, Clone, Copy)]
pub struct ImpactGround<'s> {
    /// The site.
    pub site: &'s Site,
    /// Its files.
    pub tree: &'s SourceTree,
    /// The day whose pages are meant.
    pub date: Date,
    /// Whether a template of the site's theme shows the group's name.
    pub group_is_shown: bool,
}

/// What the pages of a clinic make of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClinicSight<'s> {
    /// The clinic.
    pub clinic: &'s Id,
    /// Which of the parts that are asked about.
    pub part: usize,
    /// The brands on whose sites the clinic's pages show it.
    pub brands: Vec<&'s Id>,
    /// The other brands that publish the clinic, and why they do not show it.
    pub unseen: Option<(Vec<&'s Id>, Unseen<'s>)>,
}

/// Whether a clinic has the layer that a part is written in; the others need not be merged.
fn may_concern(clinic: &ClinicInput, part: &AskedPart<'_>) -> bool {
    let layer = match &part.kind {
        AskedKind::Field { layer, .. }
        | AskedKind::Removal { layer, .. }
        | AskedKind::Clause { layer, .. }
        | AskedKind::Notice { layer, .. } => *layer,
        _ => return false,
    };
    match layer {
        Layer::Group => true,
        Layer::Profile(id) => clinic.profiles().any(|profile| profile.as_str() == id),
        Layer::Clinic(id) => clinic.id.as_str() == id,
    }
}

/// What the pages of one clinic make of each of the parts; those that its layers do not have are left out.
#[must_use]
pub fn clinic_sights<'s>(
    ground: ImpactGround<'s>,
    clinic: &'s ClinicInput,
    parts: &[AskedPart<'_>],
) -> Vec<ClinicSight<'s>> {
    let meant = parts.iter().enumerate().filter(|(_, part)| may_concern(clinic, part));
    let meant: Vec<(usize, &AskedPart<'_>)> = meant.collect();
    if meant.is_empty() {
        return Vec::new();
    }
    // What is wrong with the clinic is for `check` to say.
    let Some(merged) = ground.site.clinic(clinic.id.as_str(), &mut Diagnostics::new()) else {
        return Vec::new();
    };
    let brands: Vec<&'s Brand> = ground.site.publishing(&clinic.id).collect();
    let on_brands: Vec<OnBrand<'_, 's>> =
        brands.iter().map(|brand| on_brand(ground, &merged, brand)).collect();
    meant
        .into_iter()
        .map(|(index, part)| {
            let (brands, unseen) = seen_on(&merged, part, &brands, &on_brands);
            ClinicSight { clinic: &clinic.id, part: index, brands, unseen }
        })
        .collect()
}

fn on_brand<'b, 's>(ground: ImpactGround<'s>, clinic: &'b Clinic<'s>, brand: &'b Brand) -> OnBrand<'b, 's> {
    OnBrand {
        clinic,
        brand,
        config: &ground.site.input.config,
        tree: ground.tree,
        date: ground.date,
        is_first: ground.site.clinics_of(brand).first() == Some(&clinic.id),
        group_is_shown: ground.group_is_shown,
        texts: OnceCell::new(),
    }
}

type SeenOn<'s> = (Vec<&'s Id>, Option<(Vec<&'s Id>, Unseen<'s>)>);

fn seen_on<'s>(
    clinic: &Clinic<'s>,
    part: &AskedPart<'_>,
    brands: &[&'s Brand],
    on_brands: &[OnBrand<'_, 's>],
) -> SeenOn<'s> {
    let all = || brands.iter().map(|brand| &brand.id).collect();
    match standing(clinic, part) {
        Standing::Shielded { by, how } => (Vec::new(), Some((all(), Unseen::Shielded { by, how }))),
        Standing::Gone => {
            // What is no longer there may come back if a condition or a list is written otherwise.
            if is_structure(part) {
                return (all(), None);
            }
            (Vec::new(), Some((all(), Unseen::Hidden { why: HiddenBy::List, place: None })))
        }
        Standing::Live if brands.is_empty() => {
            (Vec::new(), Some((Vec::new(), Unseen::Hidden { why: HiddenBy::Brand, place: None })))
        }
        Standing::Live => {
            let (mut shown, mut others, mut why) = (Vec::new(), Vec::new(), None);
            for (brand, on) in brands.iter().zip(on_brands) {
                match on.shows(part) {
                    Ok(()) => shown.push(&brand.id),
                    Err(reason) => {
                        others.push(&brand.id);
                        why.get_or_insert(reason);
                    }
                }
            }
            (shown, why.map(|(why, place)| (others, Unseen::Hidden { why, place })))
        }
    }
}

/// Whether a part decides what is shown, and is not shown itself.
fn is_structure(part: &AskedPart<'_>) -> bool {
    match &part.kind {
        AskedKind::Field { key, .. } => {
            key.table == "documents" && matches!(key.field, "when" | "clauses" | "left_out")
        }
        AskedKind::Removal { .. } => true,
        _ => false,
    }
}

/// The brands whose files a part changes that is no clinic's.
pub(super) fn brands_beyond_clinics<'s>(ground: ImpactGround<'s>, part: &AskedPart<'_>) -> Vec<&'s Brand> {
    let brands = ground.site.input.brands.values();
    let config = &ground.site.input.config;
    let reads = |brand: &Brand, language: &Language| {
        brand.languages.iter().any(|own| config.chain(own).contains(language))
    };
    match &part.kind {
        AskedKind::Site => brands.collect(),
        AskedKind::Theme { is_used: true, replaced_by: None, language } => {
            brands.filter(|brand| language.is_none_or(|language| reads(brand, language))).collect()
        }
        AskedKind::Brand { id, what: AskedBrand::Own } => brands.filter(|brand| brand.id == **id).collect(),
        AskedKind::Brand { id, what: AskedBrand::Name(language) } => {
            let shows = |brand: &&Brand| language.is_none_or(|language| shows_name(brand, language, config));
            brands.filter(|brand| brand.id == **id).filter(shows).collect()
        }
        AskedKind::Brand { id, what: AskedBrand::Addresses } => {
            brands.filter(|brand| brand.id == **id || goes_by(ground, brand, id)).collect()
        }
        _ => Vec::new(),
    }
}

fn shows_name(brand: &Brand, language: &Language, config: &crate::model::SiteConfig) -> bool {
    let mut chains = brand.languages.iter().map(|own| config.chain(own));
    chains.any(|chain| {
        chain.iter().find(|known| !crate::model::Value::lacks(&brand.name.value, known)) == Some(language)
    })
}

/// Whether the pages of a brand go by the addresses of another one: it repeats that one's pages, or has a
/// host that would be its own too if the other did not have it.
fn goes_by(ground: ImpactGround<'_>, brand: &Brand, other: &Id) -> bool {
    let site = ground.site;
    let is_shared = brand.statement == StatementMode::Shared && brand.clinics.len() > 1;
    let repeats = site.clinics_of(brand).into_iter().any(|clinic| {
        let input = site.input.clinics.get(clinic);
        let canonical = input.and_then(|input| input.layer.settings.canonical.as_ref());
        canonical.is_some_and(|canonical| canonical.value == *other)
    });
    let bare = |domain: &Domain| domain.ascii().trim_start_matches("www.").to_owned();
    let hosts = |brand: &Brand| -> Vec<String> {
        std::iter::once(&brand.domain).chain(&brand.aliases).map(|domain| bare(&domain.value)).collect()
    };
    let own = hosts(brand);
    let has_twin = || {
        let other = site.input.brands.get(other);
        other.is_some_and(|other| hosts(other).iter().any(|host| own.contains(host)))
    };
    (repeats && !is_shared) || has_twin()
}
