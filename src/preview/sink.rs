use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use super::build_state::{BuildInput, BuildState};
use super::pages::PreviewPages;
use super::show::Summary;
use crate::model::{Id, OutputPath};
use crate::pipeline::{Outcome, Sink};
use crate::serve::{Event, Server, SiteFiles, Snapshot};

/// What is shown, and what was built for it.
pub(super) struct ShownSites {
    pub pages: Arc<PreviewPages>,
    /// None before the first build.
    pub server: Option<Server>,
    pub snapshot: Snapshot,
    /// What was shown when somebody was told last.
    told: Snapshot,
    /// The files of each brand, as they were made last.
    built: BTreeMap<Id, Arc<SiteFiles>>,
}

/// Takes the files of a build, and shows those that somebody looks at before the others are made.
pub(super) struct PreviewSink<'s> {
    shown: &'s Mutex<ShownSites>,
    input: &'s BuildInput,
    wanted: Vec<Id>,
    is_outdated: &'s (dyn Fn() -> bool + Sync),
    files: Mutex<BTreeMap<String, SiteFiles>>,
}

impl ShownSites {
    pub(super) fn new(pages: Arc<PreviewPages>) -> Self {
        let (snapshot, told) = (Snapshot::default(), Snapshot::default());
        Self { pages, server: None, snapshot, told, built: BTreeMap::new() }
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
            BuildState::of(input, outcome, &self.built, &self.pages.round(), &self.snapshot);
        let is_pending = build_state.is_pending();
        self.pages.put(build_state);
        if let Some(server) = &self.server {
            if snapshot != self.snapshot {
                let number = server.publish(snapshot.clone());
                server.broadcast(&Event::build(number));
            }
            server.broadcast(&Event::checked(!is_pending));
        }
        self.snapshot = snapshot;
    }

    /// What there is to tell of all that was shown since this was asked last.
    fn tell(&mut self) -> Summary {
        let summary = Summary::of(&self.pages.round(), &self.told, &self.snapshot);
        self.told = self.snapshot.clone();
        summary
    }
}

impl<'s> PreviewSink<'s> {
    pub(super) fn new(
        shown: &'s Mutex<ShownSites>,
        input: &'s BuildInput,
        wanted: Vec<Id>,
        is_outdated: &'s (dyn Fn() -> bool + Sync),
    ) -> Self {
        Self { shown, input, wanted, is_outdated, files: Mutex::default() }
    }

    /// Shows what came of the whole build. Returns None if the build was cancelled.
    pub(super) fn end(self, outcome: Outcome) -> Option<Summary> {
        self.keep_files();
        let is_whole = outcome.pending.is_empty();
        is_whole.then(|| {
            let mut shown = locked(self.shown);
            shown.show(self.input.clone(), outcome);
            shown.tell()
        })
    }

    fn keep_files(&self) {
        let files = std::mem::take(&mut *locked(&self.files));
        locked(self.shown).keep(files);
    }
}

impl Sink for PreviewSink<'_> {
    fn accept(&self, path: &OutputPath, bytes: &[u8]) {
        // What lies at the top is for hosts, and no brand's.
        if let Some((brand, path)) = path.as_str().split_once('/') {
            let mut files = locked(&self.files);
            files.entry(brand.to_owned()).or_default().put(path, bytes);
        }
    }

    fn wanted(&self) -> Vec<Id> {
        self.wanted.clone()
    }

    fn early(&self, outcome: &dyn Fn() -> Outcome) {
        self.keep_files();
        locked(self.shown).show(self.input.clone(), outcome());
    }

    fn is_cancelled(&self) -> bool {
        (self.is_outdated)()
    }
}

/// A thread that panicked left what it held as it was before or after one whole step.
pub(super) fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
