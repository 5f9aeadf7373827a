use std::collections::{BTreeMap, BTreeSet};

use super::folder::ReleaseFolder;
use super::history::History;
use crate::emit::manifest::FileFacts;
use crate::model::OutputPath;

/// The stylesheets, pictures and fonts of the releases of `history` that `new` does not have, each with the
/// release that holds it: a page that was loaded before the switch asks for them after it.
///
/// Only those of brands that are still there, and none that an earlier release only carried itself.
pub(super) fn carried(
    folder: &ReleaseFolder,
    history: &History,
    new: &BTreeMap<OutputPath, FileFacts>,
) -> anyhow::Result<BTreeMap<OutputPath, (String, FileFacts)>> {
    let brands: BTreeSet<&str> = new.keys().filter_map(brand_of).collect();
    let mut carried = BTreeMap::new();
    for release in &history.releases {
        let was_carried: BTreeSet<&OutputPath> = release.carried.iter().collect();
        for (path, facts) in folder.manifest(&release.id)?.into_files() {
            let is_asset = path.as_str().split('/').nth(1) == Some("assets");
            let is_of_brand = brand_of(&path).is_some_and(|brand| brands.contains(brand));
            if is_asset && is_of_brand && !was_carried.contains(&path) && !new.contains_key(&path) {
                carried.insert(path, (release.id.clone(), facts));
            }
        }
    }
    Ok(carried)
}

/// The brand that a file belongs to; none for what lies beside the brands.
pub(super) fn brand_of(path: &OutputPath) -> Option<&str> {
    path.as_str().split_once('/').map(|(brand, _)| brand).filter(|brand| !brand.starts_with('_'))
}
