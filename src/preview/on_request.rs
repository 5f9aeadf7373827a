use std::sync::{Arc, Mutex, Weak};

use jiff::civil::Date;

use super::build_state::BuildState;
use super::sink::locked;
use crate::model::Id;
use crate::serve::SiteFiles;

/// How many are kept: those in windows that are open, each with its style sheets and pictures still to be
/// asked for.
const MOST: usize = 16;

/// Files of a brand that the build of today does not make;
/// they are made of the same content as the files that are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileRequest {
    pub brand: Id,
    /// The day that the pages are of.
    pub date: Date,
    /// Whether they say where each part of them comes from.
    pub is_marked: bool,
}

/// Those that were asked for last.
#[derive(Debug, Default)]
pub(super) struct FilesOnRequest {
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    /// What they are made of.
    build_state: Weak<BuildState>,
    files: Vec<(FileRequest, Option<Arc<SiteFiles>>)>,
}

impl FilesOnRequest {
    /// These files. Returns None if they cannot be made.
    ///
    /// They are made without a lock: two requests for the same at once may both make them.
    pub(super) fn files(&self, build_state: &Arc<BuildState>, wanted: FileRequest) -> Option<Arc<SiteFiles>> {
        let is_same = |kept: &Kept| kept.build_state.ptr_eq(&Arc::downgrade(build_state));
        let kept = locked(&self.kept);
        if let Some((_, files)) = kept.files.iter().find(|(known, _)| is_same(&kept) && *known == wanted) {
            return files.clone();
        }
        drop(kept);
        let files = made(build_state, &wanted);
        let mut kept = locked(&self.kept);
        if !is_same(&kept) {
            *kept = Kept { build_state: Arc::downgrade(build_state), files: Vec::new() };
        }
        kept.files.insert(0, (wanted, files.clone()));
        kept.files.truncate(MOST);
        files
    }
}

fn made(build_state: &BuildState, wanted: &FileRequest) -> Option<Arc<SiteFiles>> {
    let FileRequest { brand, date, is_marked } = wanted;
    let content = build_state.brands.get(brand.as_str())?.content.as_ref()?;
    let files = if *is_marked {
        content.marked_brand(brand.as_str(), *date)
    } else {
        content.brand(brand.as_str(), *date)
    };
    files.and_then(|files| SiteFiles::of_brands(files, [brand]).remove(brand))
}
