use jiff::civil::Date;
use rayon::prelude::*;

use crate::impact::{AskedPart, Impact, ImpactGround, clinic_sights};
use crate::merge::Site;
use crate::source::SourceTree;
use crate::theme::theme_ids;

/// Who sees these parts of the content on `date`. Only clinics whose layers have one of them are merged.
#[must_use]
pub fn impact<'s>(site: &'s Site, tree: &'s SourceTree, date: Date, parts: &[AskedPart<'_>]) -> Impact<'s> {
    let templates = theme_ids(tree, &site.input.config).into_iter();
    let mut templates = templates.flat_map(|theme| tree.below(&format!("themes/{theme}/templates")));
    let group_is_shown = templates.any(|(_, file)| file.text.contains("clinic.group"));
    let ground = ImpactGround { site, tree, date, group_is_shown };
    let clinics: Vec<_> = site.input.clinics.values().collect();
    let sights: Vec<_> =
        clinics.into_par_iter().flat_map_iter(|clinic| clinic_sights(ground, clinic, parts)).collect();
    Impact::of(ground, parts, sights)
}
