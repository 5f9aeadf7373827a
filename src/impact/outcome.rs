use std::collections::BTreeSet;

use super::asked::{AskedKind, AskedPart};
use super::sight::{ClinicSight, ImpactGround, brands_beyond_clinics};
use super::unseen::{HiddenBy, Unseen};
use crate::model::{Id, Layer};
use crate::span::Span;

/// Who sees what is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Impact<'s> {
    /// The brands whose files change if it is edited, in the order of their ids.
    pub brands: BTreeSet<&'s Id>,
    /// The clinics on whose pages it is, in the order of their ids.
    pub clinics: BTreeSet<&'s Id>,
    /// The clinics that an override shields, in the order of their ids and of the keys.
    pub shielded: Vec<Shielded<'s>>,
    /// The clinics for which it is in force without being on a page, in the same order.
    pub hidden: Vec<Hidden<'s>>,
}

/// A clinic that has its own word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shielded<'s> {
    /// The clinic; None for words of a theme that are replaced for all.
    pub clinic: Option<&'s Id>,
    /// The brands that publish it.
    pub brands: Vec<&'s Id>,
    /// Which of the parts that are asked about.
    pub part: usize,
    /// The layer that has the word; None for a theme.
    pub layer: Option<Layer<'s>>,
    /// Where it is.
    pub span: Span,
    /// What it does: `replaces`, `omits` or `removes`.
    pub how: &'static str,
}

/// A clinic for which something is in force without being on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden<'s> {
    /// The clinic.
    pub clinic: &'s Id,
    /// The brands that publish it without showing this.
    pub brands: Vec<&'s Id>,
    /// Which of the parts that are asked about.
    pub part: usize,
    /// Why.
    pub why: HiddenBy,
    /// Where that is written, if it is at one place.
    pub span: Option<Span>,
}

impl<'s> Impact<'s> {
    /// Joins what the clinics' pages make of the parts, in the order of the clinics' ids, with what is no
    /// clinic's.
    #[must_use]
    pub fn of(
        ground: ImpactGround<'s>,
        parts: &[AskedPart<'_>],
        sights: impl IntoIterator<Item = ClinicSight<'s>>,
    ) -> Self {
        let mut impact = Self {
            brands: BTreeSet::new(),
            clinics: BTreeSet::new(),
            shielded: Vec::new(),
            hidden: Vec::new(),
        };
        let mut seen: BTreeSet<(&Id, &str)> = BTreeSet::new();
        for ClinicSight { clinic, part, brands, unseen } in sights {
            if !brands.is_empty() {
                impact.clinics.insert(clinic);
                seen.insert((clinic, parts[part].key.as_str()));
            }
            impact.brands.extend(brands);
            match unseen {
                Some((brands, Unseen::Shielded { by, how })) => impact.shielded.push(Shielded {
                    clinic: Some(clinic),
                    brands,
                    part,
                    layer: Some(by.layer),
                    span: by.span,
                    how,
                }),
                Some((brands, Unseen::Hidden { why, place })) => {
                    impact.hidden.push(Hidden { clinic, brands, part, why, span: place });
                }
                None => {}
            }
        }
        for (index, part) in parts.iter().enumerate() {
            let brands = brands_beyond_clinics(ground, part);
            impact.clinics.extend(brands.iter().flat_map(|brand| ground.site.clinics_of(brand)));
            impact.brands.extend(brands.iter().map(|brand| &brand.id));
            if let AskedKind::Theme { replaced_by: Some(span), is_used: true, .. } = part.kind {
                impact.shielded.push(Shielded {
                    clinic: None,
                    brands: Vec::new(),
                    part: index,
                    layer: None,
                    span,
                    how: "replaces",
                });
            }
        }
        let key = |index: usize| parts[index].key.as_str();
        // The words of another language are not missed where those of the own one are shown.
        impact.hidden.retain(|hidden| {
            hidden.why != HiddenBy::Language || !seen.contains(&(hidden.clinic, key(hidden.part)))
        });
        let same = |one: &Hidden<'_>, other: &Hidden<'_>| {
            one.clinic == other.clinic && key(one.part) == key(other.part) && one.why == other.why
        };
        impact.hidden.dedup_by(|later, earlier| same(later, earlier));
        impact.shielded.dedup_by(|later, earlier| {
            later.clinic == earlier.clinic
                && later.span == earlier.span
                && key(later.part) == key(earlier.part)
        });
        impact
    }
}
