#![expect(clippy::disallowed_methods, reason = "the only code that opens the site's files")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;

use super::shown::shown_path;
use super::stamp::Stamp;
use super::walk::{RealFolders, below, cannot_read, list};
use crate::diagnostic::{Message, catalogue::content as say};
use crate::source::{SourceFile, SourcePath, SourceTree, embedded};

/// No file of a privacy site is longer; a device or a film by mistake would be.
const LONGEST_FILE: u64 = 16 * 1024 * 1024;

/// How often a file is read that is another each time.
const ATTEMPTS: usize = 10;

/// What is suspected to have changed since the last reading, beyond what the file system's own times tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hints {
    /// Nothing.
    None,
    /// These paths.
    Paths(BTreeSet<PathBuf>),
    /// Anything: all files are read again.
    Everything,
}

/// What a site's folder holds at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteReading {
    /// The files that could be read.
    pub tree: SourceTree,
    /// What could not be read.
    pub unreadable: Vec<Unreadable>,
}

/// A file or a folder of a site that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Its path below the site's root, with `/` between the parts; what is not text in it is replaced.
    pub path: String,
    /// What it is and why, in words.
    pub message: Message,
}

impl Unreadable {
    pub(super) fn new(home: &Path, path: &Path, message: Message) -> Self {
        let parts = below(home, path).components().map(|part| part.as_os_str().to_string_lossy());
        Self { path: parts.collect::<Vec<_>>().join("/"), message }
    }
}

/// Reads a site again and again, opening only the files that may have changed since the last time.
///
/// A file is opened again if its length, times or inode differ, if it was so fresh that these may not tell,
/// or if a hint names it. A file whose bytes are the same stays the same [`SourceFile`] in memory.
#[derive(Debug)]
pub struct SiteReader {
    /// The root as the user wrote it.
    root: PathBuf,
    /// Its real path.
    home: PathBuf,
    known: BTreeMap<PathBuf, KnownFile>,
}

/// A file as it was read last.
#[derive(Debug, Clone)]
struct KnownFile {
    /// Its state then; None if that would not show a later change.
    stamp: Option<Stamp>,
    file: Arc<SourceFile>,
}

impl SiteReader {
    /// Takes the folder at `root`.
    ///
    /// # Errors
    /// `root` is not there, or may not be entered.
    pub fn open(root: &Path) -> anyhow::Result<Self> {
        let home = root.canonicalize().map_err(|error| cannot_read(root, &error))?;
        Ok(Self { root: root.to_owned(), home, known: BTreeMap::new() })
    }

    /// The root's real path.
    #[must_use]
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// Reads again only the files that the hints name, if all of them are files that were read last time, or
    /// nothing of the site; nothing else is looked at, so a change that no hint names is not seen.
    ///
    /// Returns None if that may not be enough: a file came or went, or something could not be read.
    pub fn read_hinted(&mut self, hints: &Hints, last: &SiteReading) -> Option<SiteReading> {
        let Hints::Paths(paths) = hints else { return None };
        if !last.unreadable.is_empty() {
            return None;
        }
        let folders = RealFolders::of(&self.home, paths);
        let mut changed = BTreeMap::new();
        for path in paths {
            match (self.known.contains_key(path), path.symlink_metadata()) {
                (true, Ok(metadata)) if metadata.is_file() => {
                    changed.insert(path.clone(), self.read_again(path.clone(), hints, &folders).1.ok()?);
                }
                // A file beside it that an editor wrote and took away again.
                (false, Err(error)) if error.kind() == ErrorKind::NotFound => {}
                _ => return None,
            }
        }
        let mut tree = last.tree.clone();
        for (path, known) in changed {
            tree.replace(&known.file);
            self.known.insert(path, known);
        }
        Some(SiteReading { tree, unreadable: Vec::new() })
    }

    /// Reads what is there now. What cannot be read is told, and the rest is read all the same.
    pub fn read(&mut self, hints: &Hints) -> SiteReading {
        let listing = list(&self.home);
        // Decided by what is listed: the file may come while the rest is read.
        let site_file = self.home.join("site.toml");
        let is_listed = listing.files.contains(&site_file);
        let is_told = listing.unreadable.iter().any(|unreadable| unreadable.path == "site.toml");
        let is_no_file = fs::metadata(&site_file).is_ok_and(|metadata| !metadata.is_file());
        let folders = RealFolders::of(&self.home, &listing.files);
        let read: Vec<(PathBuf, Result<KnownFile, Message>)> =
            listing.files.into_par_iter().map(|path| self.read_again(path, hints, &folders)).collect();
        let mut unreadable = Vec::new();
        if is_no_file || !is_listed && !is_told {
            let message = say::no_site_here(&shown_path(&self.root));
            unreadable.push(Unreadable::new(&self.home, &site_file, message));
        }
        unreadable.extend(listing.unreadable);
        let mut known = BTreeMap::new();
        for (path, read) in read {
            match read {
                Ok(file) => drop(known.insert(path, file)),
                Err(cause) => unreadable.push(Unreadable::new(&self.home, &path, cause)),
            }
        }
        self.known = known;
        let mut files: Vec<Arc<SourceFile>> =
            self.known.values().map(|known| Arc::clone(&known.file)).collect();
        if !files.iter().any(|file| file.path.as_str().starts_with("themes/base/")) {
            files.extend(embedded::base_theme().iter().cloned());
        }
        SiteReading { tree: SourceTree::of_shared(files), unreadable }
    }

    fn read_again(
        &self,
        path: PathBuf,
        hints: &Hints,
        folders: &RealFolders<'_>,
    ) -> (PathBuf, Result<KnownFile, Message>) {
        let known = self.known.get(&path);
        let is_hinted = match hints {
            Hints::None => false,
            Hints::Paths(paths) => paths.contains(&path),
            Hints::Everything => true,
        };
        let is_unchanged = |known: &&KnownFile| {
            let stamp = fs::metadata(&path).ok().map(|metadata| Stamp::of(&metadata));
            stamp.is_some() && known.stamp == stamp
        };
        if let Some(known) = known.filter(|_| !is_hinted).filter(is_unchanged).cloned() {
            return (path, Ok(known));
        }
        let read = self.read_file(&path, folders).map(|(stamp, file)| match known {
            Some(known) if *known.file == file => KnownFile { stamp, file: Arc::clone(&known.file) },
            _ => KnownFile { stamp, file: Arc::new(file) },
        });
        (path, read)
    }

    fn read_file(
        &self,
        path: &Path,
        folders: &RealFolders<'_>,
    ) -> Result<(Option<Stamp>, SourceFile), Message> {
        let shown = below(&self.home, path);
        let real = folders.real_path(path)?;
        // Asked before the file is read: what is written meanwhile leaves a later time.
        let now = SystemTime::now();
        let metadata = fs::metadata(&real).map_err(|error| cannot_read(shown, &error))?;
        // Asked before opening: opening a named pipe would wait for a writer for ever.
        if !metadata.is_file() {
            return Err(say::not_a_regular_file(&shown_path(shown)));
        }
        if metadata.len() > LONGEST_FILE {
            return Err(say::file_too_long(&shown_path(shown)));
        }
        let (metadata, bytes) = read_whole(&real, metadata, shown)?;
        let name = shown.components().map(|part| part.as_os_str().to_str()).collect::<Option<Vec<_>>>();
        let path = name.map(|parts| parts.join("/")).as_deref().and_then(SourcePath::parse);
        let path = path.ok_or_else(|| say::file_name_is_no_text(&shown_path(shown)))?;
        let stamp = Stamp::of(&metadata);
        Ok((stamp.tells(now).then_some(stamp), SourceFile::new(path, bytes)))
    }
}

/// The bytes of a file and its state when they were read, where `before` is its state by now.
///
/// A file that somebody writes meanwhile is read again: half of a text may be a text too.
fn read_whole(
    real: &Path,
    mut before: fs::Metadata,
    shown: &Path,
) -> Result<(fs::Metadata, Vec<u8>), Message> {
    let failed = |error: io::Error| cannot_read(shown, &error);
    for _ in 0..ATTEMPTS {
        let mut bytes = Vec::with_capacity(usize::try_from(before.len()).unwrap_or(0));
        let file = fs::File::open(real).map_err(failed)?;
        file.take(LONGEST_FILE).read_to_end(&mut bytes).map_err(failed)?;
        let after = fs::metadata(real).map_err(failed)?;
        if Stamp::of(&after) == Stamp::of(&before) && after.len() == bytes.len() as u64 {
            return Ok((after, bytes));
        }
        before = after;
    }
    Err(say::is_being_written(&shown_path(shown)))
}
