//! A site on the disk under watch.
#![expect(
    clippy::disallowed_methods,
    reason = "these tests change files on the disk and wait for what is told of it"
)]

use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use felles::serve::watch::{Noticing, Watch, WatchEvent};
use felles::source::disk::{Hints, SiteReader, SiteReading};
use tempfile::TempDir;

use crate::fixture::folder;
use crate::paths::copy_site;

/// A change that is never told would be waited for for ever; two seconds is what it may take.
const DEADLINE: Duration = Duration::from_secs(20);

/// Long enough for a second message to come, if one is on its way.
const AFTERWARDS: Duration = Duration::from_millis(700);

/// A site on the disk, its watch, and what the watch told.
pub(super) struct Watched {
    site: TempDir,
    told: Receiver<WatchEvent>,
    /// What was told last.
    last: Option<SiteReading>,
    /// Why the watch sees no events, if it said so.
    pub(super) looks_instead: Option<String>,
    // Dropped after the receiver: a watch tells until it ends.
    _watch: Watch,
}

impl Watched {
    /// A copy of the fixture `minimal`, watched; the first message has come.
    pub(super) fn start(noticing: Noticing) -> Self {
        let site = tempfile::tempdir().unwrap();
        copy_site(&folder("minimal"), site.path(), |_| ());
        let (tell, told) = mpsc::channel();
        let reader = SiteReader::open(site.path()).unwrap();
        // The test has ended: nobody wants to know.
        let watch = Watch::start(reader, noticing, move |message| drop(tell.send(message))).unwrap();
        let mut watched = Self { site, told, last: None, looks_instead: None, _watch: watch };
        watched.comes_to_tell_what_is_there();
        watched
    }

    /// A path below the site's root.
    pub(super) fn path(&self, below: &str) -> PathBuf {
        self.site.path().join(below)
    }

    /// Writes a file, with its folders.
    pub(super) fn write(&self, below: &str, text: &str) {
        let path = self.path(below);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// What a fresh look at the disk sees.
    fn there(&self) -> SiteReading {
        SiteReader::open(self.site.path()).unwrap().read(&Hints::None)
    }

    /// Waits until what was told is what is there; answers how many messages that took.
    pub(super) fn comes_to_tell_what_is_there(&mut self) -> usize {
        let start = Instant::now();
        let mut messages = 0;
        while self.last.as_ref() != Some(&self.there()) {
            let left = DEADLINE.checked_sub(start.elapsed()).expect("what is there is told in time");
            let message = self.told.recv_timeout(left).expect("what is there is told in time");
            messages += self.hear(message);
        }
        messages
    }

    /// Waits a while for more; answers how many messages came.
    pub(super) fn tells_afterwards(&mut self) -> usize {
        let mut messages = 0;
        while let Ok(message) = self.told.recv_timeout(AFTERWARDS) {
            messages += self.hear(message);
        }
        messages
    }

    /// The text of a file, as it was told last.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        self.last.as_ref()?.tree.find(path).map(|(_, file)| file.text.as_str())
    }

    /// What could not be read, as it was told last.
    pub(super) fn unreadable(&self) -> Vec<String> {
        self.last
            .iter()
            .flat_map(|reading| &reading.unreadable)
            .map(|thing| thing.message.to_string())
            .collect()
    }

    fn hear(&mut self, message: WatchEvent) -> usize {
        match message {
            WatchEvent::Changed(reading) => {
                self.last = Some(reading);
                1
            }
            WatchEvent::LooksInstead(reason) => {
                self.looks_instead = Some(reason.to_string());
                0
            }
        }
    }
}
