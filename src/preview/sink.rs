use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use super::build_state::{BuildInput, BuildState};
use super::pages::PreviewPages;
use super::pending_builds::Progress;
use super::show::{BuildWatch, Summary};
use crate::model::{Id, OutputPath};
use crate::pipeline::{BuildProgress, Outcome, Sink};
use crate::serve::{Event, Server, SiteFiles, Snapshot};

/// At so many brands made, those are shown for the first time that nobody has asked for;
/// then whenever they have doubled.
const FIRST_SHOWN: usize = 16;

/// The progress is told to open pages in so many steps.
const STEPS: usize = 200;

/// What is shown, and what was built for it.
pub(super) struct ShownSites {
    pub pages: Arc<PreviewPages>,
    pub server: Server,
    pub snapshot: Snapshot,
    /// What was shown when a summary was made last.
    told: Snapshot,
    /// The files of each brand, as they were made last.
    built: BTreeMap<Id, Arc<SiteFiles>>,
}

/// Takes the files of a build, and shows those that somebody looks at before the others are made.
pub(super) struct PreviewSink<'s> {
    shown: &'s Mutex<ShownSites>,
    pages: Arc<PreviewPages>,
    input: &'s BuildInput,
    watch: BuildWatch<'s>,
    files: Mutex<BTreeMap<String, SiteFiles>>,
    /// The files of each brand as they were made last.
    last: BTreeMap<String, Arc<SiteFiles>>,
    /// The file that came last for each path, of whichever brand.
    of_others: Mutex<BTreeMap<String, Arc<[u8]>>>,
    so_far: Mutex<ShownSoFar>,
}

/// What was shown of this build so far.
#[derive(Debug, Default)]
struct ShownSoFar {
    /// How many brands were made when something was shown last. None before that.
    made: Option<usize>,
    /// Those that somebody looks at and that were still to be made when a brand was made last.
    looked_at: BTreeSet<Id>,
}

impl ShownSites {
    pub(super) fn new(pages: Arc<PreviewPages>, server: Server, snapshot: Snapshot) -> Self {
        Self { pages, server, snapshot, told: Snapshot::default(), built: BTreeMap::new() }
    }

    /// Keeps files that were made: they do not come again as long as they would be the same.
    fn keep(&mut self, files: BTreeMap<String, SiteFiles>) {
        let files = files.into_iter();
        self.built.extend(files.filter_map(|(brand, files)| Some((Id::from_name(&brand)?, Arc::new(files)))));
    }

    /// Shows what came of a build.
    fn show(&mut self, input: BuildInput, outcome: Outcome) {
        let made: BTreeSet<&Id> = outcome.brands.iter().map(|brand| &brand.id).collect();
        self.built.retain(|brand, _| outcome.pending.contains(brand) || made.contains(brand));
        let (build_state, snapshot) =
            BuildState::of(input, outcome, &self.built, &self.pages.build_state(), &self.snapshot);
        let is_pending = build_state.is_pending();
        self.pages.put(build_state);
        if snapshot != self.snapshot {
            let number = self.server.publish(snapshot.clone());
            self.server.broadcast(&Event::build(number));
        }
        self.server.broadcast(&Event::checked(!is_pending));
        self.snapshot = snapshot;
    }

    /// What there is to tell of all that was shown since this was called last.
    fn summary(&mut self) -> Summary {
        let summary = Summary::of(&self.pages.build_state(), &self.told, &self.snapshot);
        self.told = self.snapshot.clone();
        summary
    }
}

impl<'s> PreviewSink<'s> {
    pub(super) fn new(shown: &'s Mutex<ShownSites>, input: &'s BuildInput, watch: BuildWatch<'s>) -> Self {
        let (pages, last) = {
            let shown = locked(shown);
            let last = shown.built.iter().map(|(brand, files)| (brand.to_string(), Arc::clone(files)));
            (Arc::clone(&shown.pages), last.collect())
        };
        let (files, of_others, so_far) = (Mutex::default(), Mutex::default(), Mutex::default());
        Self { shown, pages, input, watch, files, last, of_others, so_far }
    }

    /// Shows what came of the whole build. Returns None if the build was cancelled.
    pub(super) fn end(self, outcome: Outcome) -> Option<Summary> {
        self.keep_files(|_| true);
        let is_whole = outcome.pending.is_empty();
        is_whole.then(|| {
            let mut shown = locked(self.shown);
            self.pages.pending.end_waiting(|_| true);
            shown.show(self.input.clone(), outcome);
            shown.summary()
        })
    }

    /// These bytes, in the same allocation as last time or as in another brand if they are the same there:
    /// most files of most builds are, and comparing them costs less than copying.
    fn shared(&self, brand: &str, path: &str, bytes: &[u8]) -> Arc<[u8]> {
        let is_same = |known: &Arc<[u8]>| **known == *bytes;
        let last = self.last.get(brand).and_then(|files| files.get(path)).cloned();
        if let Some(last) = last.filter(is_same) {
            return last;
        }
        let of_others = locked(&self.of_others).get(path).cloned();
        of_others.filter(is_same).unwrap_or_else(|| {
            let bytes: Arc<[u8]> = bytes.into();
            locked(&self.of_others).insert(path.to_owned(), Arc::clone(&bytes));
            bytes
        })
    }

    /// Keeps the files of the brands for which `is_made` holds: those of the others are not all here yet.
    fn keep_files(&self, is_made: impl Fn(&Id) -> bool) {
        let is_whole = |brand: &String| Id::from_name(brand).is_some_and(|brand| is_made(&brand));
        let files = locked(&self.files).extract_if(.., |brand, _| is_whole(brand)).collect();
        locked(self.shown).keep(files);
    }

    /// Whether what is made by now is to be shown before the rest is made.
    fn is_wanted_now(&self, so_far: &mut ShownSoFar, progress: &BuildProgress<'_>) -> bool {
        let is_made = |brand: &Id| !(progress.is_left)(brand);
        let looked_at = self.pages.pending.looked_at().into_iter();
        let looked_at: BTreeSet<Id> = looked_at.filter(|brand| !is_made(brand)).collect();
        let is_seen = so_far.looked_at.iter().any(is_made);
        so_far.looked_at = looked_at;
        let is_enough = match so_far.made {
            // What all share is shown together with the pages that somebody looks at.
            None => so_far.looked_at.is_empty(),
            Some(made) => progress.made >= FIRST_SHOWN.max(made * 2) && self.has_unmade(),
        };
        self.pages.pending.end_waiting(is_made) || is_enough || so_far.made.is_some() && is_seen
    }

    /// Whether any brand is made for the first time.
    fn has_unmade(&self) -> bool {
        locked(self.shown).snapshot.has_unmade()
    }

    /// Tells how far the build is, in the terminal and on the wall.
    fn tell(&self, now: Progress) {
        let step = |Progress { made, all }: Progress| (made * STEPS / all.max(1), all);
        // A page that asks when it is told must not be answered with less.
        let before = self.pages.pending.replace_progress(now);
        if step(before) != step(now) || now.is_whole() {
            locked(self.shown).server.broadcast(&Event::made(now.made, now.all));
        }
        (self.watch.progress)(now);
    }
}

impl Sink for PreviewSink<'_> {
    fn accept(&self, path: &OutputPath, bytes: &[u8]) {
        // What lies at the top is for hosts, and no brand's.
        if let Some((brand, path)) = path.as_str().split_once('/') {
            let bytes = self.shared(brand, path, bytes);
            let mut files = locked(&self.files);
            match files.get_mut(brand) {
                Some(files) => files.put(path, bytes),
                None => files.entry(brand.to_owned()).or_default().put(path, bytes),
            }
        }
    }

    fn wanted(&self) -> Vec<Id> {
        self.pages.pending.first()
    }

    fn progress(&self, progress: &BuildProgress<'_>) {
        let now = Progress { made: progress.made, all: progress.all };
        // The whole build is shown at its end.
        if !now.is_whole() {
            // Held until it is shown: of two threads, the one that knows more must show last.
            let mut so_far = locked(&self.so_far);
            if self.is_wanted_now(&mut so_far, progress) {
                so_far.made = Some(now.made);
                let outcome = (progress.outcome)();
                self.keep_files(|brand| !(progress.is_left)(brand));
                locked(self.shown).show(self.input.clone(), outcome);
            }
        }
        self.tell(now);
    }

    fn is_cancelled(&self) -> bool {
        (self.watch.is_outdated)()
    }
}

/// A thread that panicked left what it held as it was before or after one whole step.
pub(super) fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
