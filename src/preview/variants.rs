use std::sync::{Arc, Mutex, Weak};

use jiff::civil::Date;

use super::round::Round;
use super::stage::locked;
use crate::model::Id;
use crate::serve::SiteFiles;

/// How many variants are kept: those that somebody has before their eyes, each with its style sheets and pictures to come.
const MOST: usize = 16;

/// A brand's files as no build of today makes them, made of what the files that are shown are made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Variant {
    pub brand: Id,
    /// The day that the pages are of.
    pub date: Date,
    /// Whether they say where each part of them comes from.
    pub is_marked: bool,
}

/// The variants that somebody asked for lately.
#[derive(Debug, Default)]
pub(super) struct Variants {
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    /// What they are made of.
    round: Weak<Round>,
    files: Vec<(Variant, Option<Arc<SiteFiles>>)>,
}

impl Variants {
    /// The files of this variant; nothing where they cannot be made.
    ///
    /// They are made without holding up anybody: two who ask for the same at once may both make it.
    pub(super) fn files(&self, round: &Arc<Round>, wanted: Variant) -> Option<Arc<SiteFiles>> {
        let is_same = |kept: &Kept| kept.round.ptr_eq(&Arc::downgrade(round));
        let kept = locked(&self.kept);
        if let Some((_, files)) = kept.files.iter().find(|(known, _)| is_same(&kept) && *known == wanted) {
            return files.clone();
        }
        drop(kept);
        let files = made(round, &wanted);
        let mut kept = locked(&self.kept);
        if !is_same(&kept) {
            *kept = Kept { round: Arc::downgrade(round), files: Vec::new() };
        }
        kept.files.insert(0, (wanted, files.clone()));
        kept.files.truncate(MOST);
        files
    }
}

fn made(round: &Round, wanted: &Variant) -> Option<Arc<SiteFiles>> {
    let Variant { brand, date, is_marked } = wanted;
    let content = round.brands.get(brand.as_str())?.content.as_ref()?;
    let files = if *is_marked {
        content.marked_brand(brand.as_str(), *date)
    } else {
        content.brand(brand.as_str(), *date)
    };
    files.and_then(|files| SiteFiles::of_brands(files, [brand]).remove(brand))
}
