//! Random edits, breakages, moves of folders and changes of branches on the disk, under watch: at every quiet point the served
//! bytes are a clean build's.
//!
//! The suite does a few; `FELLES_DEEDS=2000 cargo test --test suite deeds_on_disk` does as many as that.
#![expect(clippy::disallowed_methods, reason = "changes files on the disk, and is told how often")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use felles::serve::watch::{Noticing, Watch, WatchEvent};
use felles::source::disk::{Hints, SiteReader, SiteReading};

use super::shown::Shown;
use crate::fixture::folder;
use crate::paths::{copy_site, files_below};

/// A change that is never told would be waited for for ever.
const DEADLINE: Duration = Duration::from_secs(20);

/// How many deeds the suite does.
const FEW: usize = 25;

struct Disk {
    site: PathBuf,
    branches: [PathBuf; 2],
    random: u64,
}

impl Disk {
    /// A number below `end` (Marsaglia, Xorshift RNGs, 2003).
    fn below(&mut self, end: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        usize::try_from(self.random % u64::try_from(end).unwrap()).unwrap()
    }

    fn file(&mut self, ending: &str) -> Option<PathBuf> {
        let files = files_below(&self.site).into_iter().filter(|file| file.ends_with(ending));
        let files: Vec<String> = files.collect();
        let index = (!files.is_empty()).then(|| self.below(files.len()))?;
        Some(self.site.join(&files[index]))
    }

    fn edit(&mut self, ending: &str, change: impl FnOnce(String) -> String) {
        if let Some(path) = self.file(ending) {
            let text = fs::read_to_string(&path).unwrap_or_default();
            fs::write(path, change(text)).unwrap();
        }
    }

    /// Puts a branch in the place of what is there, file by file, as `git switch` does.
    fn switch(&mut self) {
        let branch = self.branches[self.below(2)].clone();
        let (there, wanted) = (files_below(&self.site), files_below(&branch));
        for file in there.iter().filter(|file| !wanted.contains(file)) {
            fs::remove_file(self.site.join(file)).unwrap();
        }
        for file in wanted {
            let (from, to) = (fs::read(branch.join(&file)).unwrap(), self.site.join(&file));
            if fs::read(&to).ok().as_ref() != Some(&from) {
                fs::create_dir_all(to.parent().unwrap()).unwrap();
                fs::write(to, from).unwrap();
            }
        }
    }

    /// Moves a folder away, or back where one is away.
    fn shift(&mut self, name: &str) {
        let (here, away) = (self.site.join(name), self.site.join("away"));
        if away.is_dir() && !here.exists() {
            fs::rename(away, here).unwrap();
        } else if here.is_dir() && !away.exists() {
            fs::rename(here, away).unwrap();
        }
    }

    fn deed(&mut self) {
        match self.below(12) {
            0 | 1 => self.edit(".md", |text| format!("{text}\n\nEt avsnitt til.\n")),
            2 => self.edit(".toml", |text| format!("{text}\nx =\n")),
            3 => self.edit("hours.toml", |text| text.replace("08:00", "08:30")),
            4 => self.edit(".toml", |text| text.chars().take(text.chars().count() / 2).collect()),
            5 => self.edit(".css", |text| format!("{text}\nmain {{ margin: 0 }}\n")),
            6 => drop(self.file("").map(fs::remove_file)),
            7 => self.shift("content"),
            8 => self.shift("content/clinics/havna"),
            9 => self.shift("content/clinics"),
            _ => self.switch(),
        }
    }
}

/// Waits until what is told is what is there.
fn settled(told: &Receiver<WatchEvent>, site: &Path, last: &mut Option<SiteReading>) -> SiteReading {
    loop {
        let there = SiteReader::open(site).unwrap().read(&Hints::None);
        if last.as_ref() == Some(&there) {
            return last.clone().unwrap();
        }
        match told.recv_timeout(DEADLINE).expect("what is there is told in time") {
            WatchEvent::Changed(reading) => *last = Some(reading),
            WatchEvent::LooksInstead(_) => {}
        }
    }
}

#[test]
fn what_is_served_at_every_quiet_point_is_a_clean_build() {
    let count = std::env::var("FELLES_DEEDS").ok().and_then(|count| count.parse().ok()).unwrap_or(FEW);
    let work = tempfile::tempdir().unwrap();
    let [site, one, two] = ["site", "one", "two"].map(|name| work.path().join(name));
    for folder_of in [&site, &one, &two] {
        copy_site(&folder("fjord"), folder_of, |_| ());
    }
    let mut disk = Disk { site: two.clone(), branches: [one, two], random: 0x9e37_79b9_7f4a_7c15 };
    // The other branch has another state of its texts and hours.
    for _ in 0..4 {
        disk.edit(".md", |text| format!("{text}\n\nEt avsnitt som bare denne grenen har.\n"));
        disk.edit("hours.toml", |text| text.replace("15:30", "16:30"));
    }
    disk.site.clone_from(&site);
    let (tell, told) = mpsc::channel();
    let reader = SiteReader::open(&site).unwrap();
    // The test has ended: nobody wants to know.
    let _watch = Watch::start(reader, Noticing::Events, move |message| drop(tell.send(message))).unwrap();
    let mut last = None;
    let mut shown = Shown::start(settled(&told, &site, &mut last));
    for _ in 0..count {
        for _ in 0..=disk.below(3) {
            disk.deed();
        }
        shown.show(settled(&told, &site, &mut last));
    }
}
