use std::collections::BTreeSet;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::SystemTime;

use notify::{Config, ErrorKind, Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::Signal;
use crate::source::disk::{Hints, PARTS, inode, is_of_site};

/// The system's events below a site's root.
#[derive(Debug)]
pub(super) struct Events {
    home: PathBuf,
    signals: Sender<Signal>,
    watcher: Option<RecommendedWatcher>,
    /// The folders that are watched, as they were then: one that was made anew is another.
    watched: Vec<(PathBuf, FolderIdentity)>,
}

/// What tells a folder from another of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct FolderIdentity {
    inode: u64,
    created: Option<SystemTime>,
}

impl Events {
    /// Events below `home` that go to `signals` as hints; none before the first [`renew`](Self::renew).
    pub(super) fn new(home: &Path, signals: Sender<Signal>) -> Self {
        Self { home: home.to_owned(), signals, watcher: None, watched: Vec::new() }
    }

    /// Watches what is there now, if that is not what is watched.
    ///
    /// # Errors
    /// The system's reason why it watches nothing more: its limit is reached, or it sends no events.
    pub(super) fn renew(&mut self) -> notify::Result<()> {
        let there = self.folders();
        if self.watcher.is_some() && there == self.watched {
            return Ok(());
        }
        // Made anew as a whole: a folder that went takes the watches of its own folders with it,
        // and nobody tells which.
        self.watcher = None;
        let (signals, home) = (self.signals.clone(), self.home.clone());
        let tell = move |event| {
            if let Some(signal) = signal(event, &home) {
                // The watch has ended, and nothing reads the events any more.
                let _ = signals.send(signal);
            }
        };
        // A link may lead to the whole disk; what is behind one is seen by looking.
        let config = Config::default().with_follow_symlinks(false);
        let mut renewed = RecommendedWatcher::new(tell, config)?;
        for (folder, _) in &there {
            let mode =
                if *folder == self.home { RecursiveMode::NonRecursive } else { RecursiveMode::Recursive };
            match renewed.watch(folder, mode) {
                // It went between the two questions; the next look sees that.
                Err(error) if !folder.exists() => drop(error),
                watched => watched?,
            }
        }
        self.watcher = Some(renewed);
        self.watched = there;
        Ok(())
    }

    /// Watches nothing more.
    pub(super) fn end(&mut self) {
        self.watcher = None;
        self.watched.clear();
    }

    /// The root, for what comes and goes in it, and the folders that are read.
    fn folders(&self) -> Vec<(PathBuf, FolderIdentity)> {
        let parts = PARTS.iter().map(|part| self.home.join(part));
        std::iter::once(self.home.clone())
            .chain(parts)
            .filter_map(|path| {
                let metadata = path.metadata().ok().filter(Metadata::is_dir)?;
                Some((path, FolderIdentity::of(&metadata)))
            })
            .collect()
    }
}

impl FolderIdentity {
    fn of(metadata: &Metadata) -> Self {
        Self { inode: inode(metadata), created: metadata.created().ok() }
    }
}

/// What an event means. That somebody opened or read a file means nothing:
/// felles itself does, and would build again and again.
///
/// Nor does what editors write beside a file: it would delay the reading of the file.
fn signal(event: notify::Result<Event>, home: &Path) -> Option<Signal> {
    match event {
        Ok(event) if event.need_rescan() => Some(Signal::Hint(Hints::Everything)),
        Ok(event) if event.kind.is_access() => None,
        Ok(event) => {
            let paths: BTreeSet<PathBuf> =
                event.paths.into_iter().filter(|path| is_of_site(home, path)).collect();
            (!paths.is_empty()).then_some(Signal::Hint(Hints::Paths(paths)))
        }
        Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => Some(Signal::Refused(error)),
        Err(_) => Some(Signal::Hint(Hints::Everything)),
    }
}
