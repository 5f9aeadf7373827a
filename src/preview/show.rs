use std::io;
use std::sync::{Arc, Mutex};

use jiff::civil::Date;

use super::build_state::{BuildInput, BuildState};
use super::editor::EditorLink;
use super::pages::PreviewPages;
use super::pending_builds::Progress;
use super::sink::{PreviewSink, ShownSites, locked};
use crate::diagnostic::Diagnostic;
use crate::model::Id;
use crate::pipeline::{BuildOptions, Memo, build_again};
use crate::serve::{Server, ServerOptions, Snapshot};
use crate::source::SourceTree;
use crate::source::disk::SiteReading;

/// What a preview is asked for.
#[derive(Debug, Clone)]
pub struct PreviewOptions {
    /// How it is served.
    pub server: ServerOptions,
    /// What opens a file in the editor; None if others can reach the preview.
    pub editor: Option<EditorLink>,
}

/// A running preview; it stops when it is dropped.
pub struct Preview {
    memo: Memo,
    shown: Mutex<ShownSites>,
    port: u16,
}

/// Who watches a build.
#[derive(Clone, Copy)]
pub struct BuildWatch<'w> {
    /// Whether what is built is outdated by now, so that the rest is no longer wanted.
    pub is_outdated: &'w (dyn Fn() -> bool + Sync),
    /// Hears how far the build is, from several threads.
    pub progress: &'w (dyn Fn(Progress) + Sync),
}

impl Default for BuildWatch<'_> {
    /// Nothing watches it: the build is never outdated.
    fn default() -> Self {
        Self { is_outdated: &|| false, progress: &|_| () }
    }
}

/// What there is to tell of a build in the terminal.
#[derive(Debug, Default)]
pub struct Summary {
    /// The files.
    pub tree: SourceTree,
    /// The findings, sorted.
    pub findings: Vec<Diagnostic>,
    /// The brands whose pages became others.
    pub changed: Vec<String>,
    /// The brands that are shown no longer.
    pub gone: Vec<String>,
    /// The brands whose older pages are shown, since those of now have errors.
    pub older: Vec<String>,
}

impl Preview {
    /// Starts to listen, before anything is built: who asks for a page of a brand waits until
    /// [`show`](Self::show) has made it.
    ///
    /// # Errors
    /// Gives the system's error if no port can be had.
    pub fn start(options: PreviewOptions, reading: &SiteReading, date: Date) -> io::Result<Self> {
        let pages = Arc::new(PreviewPages::new(options.server.language, options.editor));
        let input = BuildInput { tree: reading.tree.clone(), unreadable: Vec::new(), date };
        let (build_state, snapshot) = BuildState::unmade(input);
        pages.put(build_state);
        pages.pending.replace_progress(Progress { made: 0, all: snapshot.brands().count() });
        let own_pages = Arc::clone(&pages);
        let server = Server::start(options.server, snapshot.clone(), own_pages)?;
        let port = server.port();
        let shown = Mutex::new(ShownSites::new(pages, server, snapshot));
        Ok(Self { memo: Memo::default(), shown, port })
    }

    /// Builds what was read for this day, and shows it in the place of what was shown.
    /// Returns None if it became outdated meanwhile.
    ///
    /// What somebody looks at or waits for is made and shown first.
    pub fn show(&mut self, reading: SiteReading, date: Date, watch: BuildWatch<'_>) -> Option<Summary> {
        let SiteReading { tree, unreadable } = reading;
        let input = BuildInput { tree, unreadable, date };
        let sink = PreviewSink::new(&self.shown, &input, watch);
        let outcome = build_again(&input.tree, BuildOptions { date }, &sink, &mut self.memo);
        sink.end(outcome)
    }

    /// The port that it became.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The ids of the brands that are shown.
    #[must_use]
    pub fn brands(&self) -> Vec<String> {
        locked(&self.shown).snapshot.brands().map(str::to_owned).collect()
    }

    /// The ids of the brands that requests wait for.
    #[must_use]
    pub fn awaited(&self) -> Vec<String> {
        locked(&self.shown).pages.pending.awaited().iter().map(Id::to_string).collect()
    }

    /// What is shown.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        locked(&self.shown).snapshot.clone()
    }
}

impl Summary {
    pub(super) fn of<'s>(build_state: &BuildState, before: &'s Snapshot, after: &'s Snapshot) -> Self {
        let mut brands: Vec<&str> = before.brands().chain(after.brands()).collect();
        brands.sort_unstable();
        brands.dedup();
        // A brand that cannot be shown has no files.
        let files = |of: &'s Snapshot, brand: &str| of.files(brand).filter(|files| !files.is_empty());
        let is_other = |brand: &&str| files(before, brand) != files(after, brand);
        let is_shown = |brand: &&str| files(after, brand).is_some();
        let (changed, gone) = brands.into_iter().filter(is_other).partition(is_shown);
        let owned = |brands: Vec<&str>| brands.into_iter().map(str::to_owned).collect();
        Self {
            tree: build_state.tree.clone(),
            findings: build_state.findings.iter().map(|(finding, _)| finding.clone()).collect(),
            older: build_state
                .brands
                .iter()
                .filter(|(_, brand)| brand.is_older())
                .map(|(id, _)| id.clone())
                .collect(),
            changed: owned(changed),
            gone: owned(gone),
        }
    }
}
