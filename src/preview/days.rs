use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, Weak};

use jiff::civil::Date;

use super::round::Round;
use super::stage::locked;
use crate::model::{Id, OutputPath};
use crate::pipeline::{BuildOptions, Memo, Outcome, Sink, build_again};
use crate::serve::SiteFiles;

/// Brands' files as they are on another day, made when somebody asks for them.
#[derive(Debug, Default)]
pub(super) struct OtherDays {
    memo: Memo,
    /// What was made last of each brand.
    brands: BTreeMap<Id, Arc<SiteFiles>>,
    /// Which round and day that was.
    of: Option<(Weak<Round>, Date)>,
}

/// Takes the files of one brand alone.
struct OneBrand<'b> {
    brand: &'b Id,
    is_made: AtomicBool,
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl OtherDays {
    /// The files of a brand on this day; nothing where it cannot be made.
    pub(super) fn brand(&mut self, round: &Arc<Round>, brand: &Id, date: Date) -> Option<Arc<SiteFiles>> {
        let of = Some((Arc::downgrade(round), date));
        let is_same = matches!((&self.of, &of), (Some((a, x)), Some((b, y))) if a.ptr_eq(b) && x == y);
        if let (true, Some(files)) = (is_same, self.brands.get(brand)) {
            return Some(Arc::clone(files));
        }
        let sink = OneBrand { brand, is_made: AtomicBool::new(false), files: Mutex::default() };
        let outcome = build_again(&round.tree, BuildOptions { date }, &sink, &mut self.memo);
        let files = std::mem::take(&mut *locked(&sink.files));
        if !files.is_empty() {
            self.brands.insert(brand.clone(), Arc::new(SiteFiles::new(files)));
        }
        self.of = of;
        let is_there = outcome.brands.iter().any(|made| made.id == *brand);
        self.brands.retain(|known, _| known != brand || is_there);
        self.brands.get(brand).map(Arc::clone)
    }
}

impl Sink for OneBrand<'_> {
    fn accept(&self, path: &OutputPath, bytes: &[u8]) {
        if let Some(path) =
            path.as_str().strip_prefix(self.brand.as_str()).and_then(|path| path.strip_prefix('/'))
        {
            locked(&self.files).insert(path.to_owned(), bytes.to_vec());
        }
    }

    fn wanted(&self) -> Vec<Id> {
        vec![self.brand.clone()]
    }

    fn early(&self, _outcome: &dyn Fn() -> Outcome) {
        self.is_made.store(true, Ordering::Release);
    }

    fn is_cancelled(&self) -> bool {
        self.is_made.load(Ordering::Acquire)
    }
}
