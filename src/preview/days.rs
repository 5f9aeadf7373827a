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
    brands: BTreeMap<Id, OfDay>,
}

/// A brand's files, and for which round and day they are.
#[derive(Debug)]
struct OfDay {
    round: Weak<Round>,
    date: Date,
    files: Arc<SiteFiles>,
}

/// Takes the files of one brand alone.
struct OneBrand<'b> {
    brand: &'b Id,
    is_made: AtomicBool,
    files: Mutex<SiteFiles>,
}

impl OtherDays {
    /// The files of a brand on this day; nothing where it cannot be made.
    pub(super) fn brand(&mut self, round: &Arc<Round>, brand: &Id, date: Date) -> Option<Arc<SiteFiles>> {
        let round_of = Arc::downgrade(round);
        let is_same = |known: &&OfDay| known.round.ptr_eq(&round_of) && known.date == date;
        if let Some(known) = self.brands.get(brand).filter(is_same) {
            return Some(Arc::clone(&known.files));
        }
        let sink = OneBrand { brand, is_made: AtomicBool::new(false), files: Mutex::default() };
        let outcome = build_again(&round.tree, BuildOptions { date }, &sink, &mut self.memo);
        let files = std::mem::take(&mut *locked(&sink.files));
        let last = self.brands.remove(brand).filter(|_| outcome.brands.iter().any(|made| made.id == *brand));
        // No files come where they would be those of last time.
        let files = match last {
            Some(last) if files.is_empty() => last.files,
            _ if files.is_empty() => return None,
            _ => Arc::new(files),
        };
        self.brands.insert(brand.clone(), OfDay { round: round_of, date, files: Arc::clone(&files) });
        Some(files)
    }
}

impl Sink for OneBrand<'_> {
    fn accept(&self, path: &OutputPath, bytes: &[u8]) {
        if let Some(path) =
            path.as_str().strip_prefix(self.brand.as_str()).and_then(|path| path.strip_prefix('/'))
        {
            locked(&self.files).put(path, bytes);
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
