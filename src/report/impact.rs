//! Who sees a text or a value, for people and machines.

use std::collections::BTreeSet;

use serde::Serialize;

use super::trace::excerpt;
use crate::impact::{AskedKind, AskedPart, HiddenBy, Impact};
use crate::merge::Site;
use crate::model::{Id, Layer};
use crate::source::SourceTree;
use crate::span::Span;

/// Who sees what was asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImpactAnswer {
    /// What was asked about, as it was written.
    pub asked: String,
    /// Where it is written: in the widest layers, if a key was asked about.
    pub places: Vec<ImpactPlace>,
    /// The brands whose files change if it is edited, in the order of their ids.
    pub brands: Vec<String>,
    /// The clinics on whose pages it is, in the order of their ids.
    pub clinics: Vec<String>,
    /// How many brands there are.
    pub all_brands: usize,
    /// How many clinics brands publish.
    pub all_clinics: usize,
    /// The clinics that have a word of their own instead, in the order of their ids.
    pub shielded: Vec<ShieldedClinic>,
    /// The clinics for which it is in force without being on a page, in the order of their ids.
    pub hidden: Vec<HiddenClinic>,
}

/// A place that was asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImpactPlace {
    /// The key, or the path of a file that has none.
    pub key: String,
    /// `group`, `profile ivf`, `clinic oslo`, `brand`, `theme`, `site`.
    pub layer: String,
    /// The file.
    pub path: String,
    /// The line, counted from one.
    pub line: usize,
    /// What is written there, on one line.
    pub text: String,
}

/// A clinic that has a word of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShieldedClinic {
    /// The clinic; none if a theme has its own word for all.
    pub clinic: Option<String>,
    /// The brands that publish it.
    pub brands: Vec<String>,
    /// The key.
    pub key: String,
    /// `replaces`, `omits` or `removes`.
    pub action: &'static str,
    /// The layer that the word comes through: `profile ivf`, `clinic oslo`, `theme`.
    pub layer: String,
    /// The file.
    pub path: String,
    /// The line, counted from one.
    pub line: usize,
}

/// A clinic for which something is in force without being on a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HiddenClinic {
    /// The clinic.
    pub clinic: String,
    /// The brands that publish it without showing this.
    pub brands: Vec<String>,
    /// The key.
    pub key: String,
    /// `condition`, `list`, `days`, `language`, `brand` (none publishes the clinic) or `nothing` (pages do
    /// not tell it).
    pub why: &'static str,
    /// The file where that is written, if it is at one place.
    pub path: Option<String>,
    /// The line there, counted from one.
    pub line: Option<usize>,
}

/// The answer to what was asked.
#[must_use]
pub fn impact_answer(
    asked: &str,
    parts: &[AskedPart<'_>],
    impact: &Impact<'_>,
    site: &Site,
    tree: &SourceTree,
) -> ImpactAnswer {
    let ids = |ids: &[&Id]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
    let place = |span: Span| {
        let file = tree.file(span.file);
        (file.path.to_string(), file.line_and_column(span.start).0)
    };
    let published: BTreeSet<&Id> =
        site.input.brands.values().flat_map(|brand| site.clinics_of(brand)).collect();
    let shielded = impact.shielded.iter().map(|shielded| {
        let (path, line) = place(shielded.span);
        ShieldedClinic {
            clinic: shielded.clinic.map(ToString::to_string),
            brands: ids(&shielded.brands),
            key: parts[shielded.part].key.clone(),
            action: shielded.how,
            layer: shielded.layer.map_or_else(|| "theme".to_owned(), |layer| layer.to_string()),
            path,
            line,
        }
    });
    let hidden = impact.hidden.iter().map(|hidden| {
        let place = hidden.span.map(place);
        HiddenClinic {
            clinic: hidden.clinic.to_string(),
            brands: ids(&hidden.brands),
            key: parts[hidden.part].key.clone(),
            why: why(hidden.why),
            path: place.as_ref().map(|(path, _)| path.clone()),
            line: place.map(|(_, line)| line),
        }
    });
    ImpactAnswer {
        asked: asked.to_owned(),
        places: parts
            .iter()
            .map(|part| {
                let (path, line) = place(part.span);
                let text = excerpt(part.span, tree);
                ImpactPlace { key: part.key.clone(), layer: layer(&part.kind), path, line, text }
            })
            .collect(),
        brands: impact.brands.iter().map(ToString::to_string).collect(),
        clinics: impact.clinics.iter().map(ToString::to_string).collect(),
        all_brands: site.input.brands.len(),
        all_clinics: published.len(),
        shielded: shielded.collect(),
        hidden: hidden.collect(),
    }
}

impl ImpactAnswer {
    /// What it says of one brand alone.
    #[must_use]
    pub fn of_brand(mut self, brand: &str, site: &Site) -> Self {
        let own: Vec<String> = site
            .brand(brand)
            .map(|brand| site.clinics_of(brand).into_iter().map(Id::to_string).collect())
            .unwrap_or_default();
        let keep = |brands: &mut Vec<String>| brands.retain(|id| id == brand);
        let is_here = !self.brands.is_empty() && self.brands.iter().any(|id| id == brand);
        keep(&mut self.brands);
        self.clinics.retain(|clinic| is_here && own.contains(clinic));
        self.shielded.retain_mut(|shielded| {
            keep(&mut shielded.brands);
            shielded.clinic.is_none() || !shielded.brands.is_empty()
        });
        self.hidden.retain_mut(|hidden| {
            keep(&mut hidden.brands);
            !hidden.brands.is_empty()
        });
        self
    }

    /// What it says of one clinic alone.
    #[must_use]
    pub fn of_clinic(mut self, clinic: &str, site: &Site) -> Self {
        let brands: BTreeSet<&str> = site
            .input
            .brands
            .values()
            .filter(|brand| brand.clinics.iter().any(|id| id.as_str() == clinic))
            .map(|brand| brand.id.as_str())
            .collect();
        self.clinics.retain(|id| id == clinic);
        let is_here = !self.clinics.is_empty();
        self.brands.retain(|brand| is_here && brands.contains(brand.as_str()));
        self.shielded.retain(|shielded| shielded.clinic.as_deref().is_none_or(|id| id == clinic));
        self.hidden.retain(|hidden| hidden.clinic == clinic);
        self
    }
}

fn layer(kind: &AskedKind<'_>) -> String {
    let layer: &Layer<'_> = match kind {
        AskedKind::Field { layer, .. }
        | AskedKind::Removal { layer, .. }
        | AskedKind::Clause { layer, .. }
        | AskedKind::Notice { layer, .. } => layer,
        AskedKind::Brand { .. } => return "brand".to_owned(),
        AskedKind::Theme { .. } => return "theme".to_owned(),
        AskedKind::Site | AskedKind::Unseen => return "site".to_owned(),
    };
    layer.to_string()
}

fn why(why: HiddenBy) -> &'static str {
    match why {
        HiddenBy::Condition => "condition",
        HiddenBy::List => "list",
        HiddenBy::Days => "days",
        HiddenBy::Language => "language",
        HiddenBy::Brand => "brand",
        HiddenBy::Nothing => "nothing",
    }
}
