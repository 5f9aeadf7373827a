#![expect(clippy::disallowed_methods, reason = "emit writes the output")]

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::history::{History, is_release_id};
use crate::diagnostic::catalogue::emit as say;
use crate::emit::live::read_manifest;
use crate::emit::lock::Lock;
use crate::emit::manifest::{self, Manifest};
use crate::emit::output_folder::OutputFolder;
use crate::emit::platform::sync_folder;
use crate::emit::survey::of_others;
use crate::emit::{cannot_read, cannot_write};
use crate::source::disk::shown_path;

const HISTORY: &str = "history.json";
const CURRENT: &str = "current";
const RELEASES: &str = "releases";

/// A folder of releases.
pub struct ReleaseFolder {
    /// As the user wrote it.
    path: PathBuf,
}

impl ReleaseFolder {
    /// Takes the folder at `path`; one that is not there yet is made when something is published.
    ///
    /// # Errors
    /// If something is there that felles did not make.
    pub fn find(path: &Path) -> anyhow::Result<Self> {
        let folder = Self { path: path.to_owned() };
        let failed = |error: io::Error| cannot_read(&folder.shown_file(""), &error);
        match fs::read_dir(path) {
            Ok(mut entries) => {
                let is_ours = folder.path.join(HISTORY).is_file() || folder.is_begun();
                if entries.next().is_some() && !is_ours {
                    return Err(say::releases_are_not_ours(&folder.shown_file("")).into());
                }
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(failed(error).into()),
        }
        Ok(folder)
    }

    /// Whether nothing but what a first publishing makes is there: it was killed before its end.
    fn is_begun(&self) -> bool {
        let names = fs::read_dir(&self.path).into_iter().flatten();
        names.filter_map(Result::ok).all(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            matches!(&*name, RELEASES) || name.starts_with('.') && name.contains(".new")
        })
    }

    /// The place beside which a new release is made, in the folder of releases.
    pub(super) fn next(&self, source_root: &Path) -> anyhow::Result<OutputFolder> {
        OutputFolder::find(&self.path.join(RELEASES).join("next"), source_root)
    }

    /// The right to change the folder, for one at a time.
    pub(super) fn lock(&self, next: &OutputFolder) -> anyhow::Result<Lock> {
        let lock = Lock::take(next);
        lock.map_err(|error| match error.downcast::<crate::diagnostic::Message>() {
            Ok(_) => say::another_publishing(&self.shown_file("")).into(),
            Err(error) => error,
        })
    }

    /// The releases.
    ///
    /// # Errors
    /// If the history cannot be read.
    pub fn history(&self) -> anyhow::Result<History> {
        match fs::read(self.path.join(HISTORY)) {
            Ok(json) => {
                History::parse(&json).ok_or_else(|| say::history_is_damaged(&self.shown_file(HISTORY)).into())
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(History::default()),
            Err(error) => Err(cannot_read(&self.shown_file(HISTORY), &error).into()),
        }
    }

    /// The id of the release that is served, if there is one.
    ///
    /// # Errors
    /// If `current` is something else than a link to a release.
    pub fn current(&self) -> anyhow::Result<Option<String>> {
        let not_ours = || say::current_is_not_ours(&self.shown_file(CURRENT));
        match fs::read_link(self.path.join(CURRENT)) {
            Ok(target) => {
                let id = target.strip_prefix(RELEASES).ok().and_then(Path::to_str);
                Ok(Some(id.filter(|id| is_release_id(id)).ok_or_else(not_ours)?.to_owned()))
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) if error.kind() == ErrorKind::InvalidInput => Err(not_ours().into()),
            Err(error) => Err(cannot_read(&self.shown_file(CURRENT), &error).into()),
        }
    }

    /// The folder of a release.
    #[must_use]
    pub fn release(&self, id: &str) -> PathBuf {
        self.path.join(RELEASES).join(id)
    }

    /// What is known of the files of a release.
    pub(super) fn manifest(&self, id: &str) -> anyhow::Result<Manifest> {
        let path = self.release(id).join(manifest::FILE_NAME);
        let shown = self.shown_file(&format!("{RELEASES}/{id}/{}", manifest::FILE_NAME));
        read_manifest(&path)
            .map_err(|error| cannot_read(&shown, &error))?
            .ok_or_else(|| say::history_is_damaged(&shown).into())
    }

    /// Gives a finished tree the name of its release; a release of this content that is there stays.
    pub(super) fn add(&self, tree: &Path, id: &str) -> anyhow::Result<()> {
        let release = self.release(id);
        let failed = |error: io::Error| cannot_write(&self.shown_file(&format!("{RELEASES}/{id}")), &error);
        if !release.is_dir() {
            fs::rename(tree, &release).map_err(failed)?;
        }
        Ok(sync_folder(&self.path.join(RELEASES)).map_err(failed)?)
    }

    /// Deletes what a killed publishing was about to put in the place of another file.
    ///
    /// Only the holder of the lock may call this.
    pub(super) fn tidy(&self) {
        for name in [HISTORY, CURRENT] {
            // What cannot be deleted now is in the way of nothing but its own next try, which says so.
            drop(fs::remove_file(self.new_file(name)));
        }
    }

    /// Where a file is written before it takes the place of `name`.
    fn new_file(&self, name: &str) -> PathBuf {
        self.path.join(format!(".{name}.new"))
    }

    /// Replaces the history in one step.
    pub(super) fn write_history(&self, history: &History) -> anyhow::Result<()> {
        let failed = |error: io::Error| cannot_write(&self.shown_file(HISTORY), &error);
        let new = self.new_file(HISTORY);
        let write = || {
            let mut file = fs::File::create(&new)?;
            file.write_all(&history.to_json())?;
            file.sync_all()?;
            fs::rename(&new, self.path.join(HISTORY))?;
            sync_folder(&self.path)
        };
        let written = write();
        if written.is_err() {
            self.tidy();
        }
        Ok(written.map_err(failed)?)
    }

    /// Makes this release the one that is served, in one step.
    pub(super) fn point_to(&self, id: &str) -> anyhow::Result<()> {
        let failed =
            |error: io::Error| say::cannot_switch_release(&self.shown_file(CURRENT), &error.to_string());
        let new = self.new_file(CURRENT);
        let switch = || {
            link(&Path::new(RELEASES).join(id), &new)?;
            fs::rename(&new, self.path.join(CURRENT))?;
            sync_folder(&self.path)
        };
        let switched = switch();
        if switched.is_err() {
            self.tidy();
        }
        Ok(switched.map_err(failed)?)
    }

    /// Deletes the releases that the history does not know, but never `current`, nor one with files of others
    /// unless these may go; gives those that could not be deleted.
    pub(super) fn clean_up(&self, history: &History, current: &str, allow_deleting: bool) -> Vec<String> {
        let old = self.old_releases(history, current);
        let may_go = |id: &String| allow_deleting || self.others_in(id).is_ok_and(|others| others.is_empty());
        old.filter(may_go).filter(|id| fs::remove_dir_all(self.release(id)).is_err()).collect()
    }

    /// The releases that are there, and that the history does not know.
    pub(super) fn old_releases(&self, history: &History, current: &str) -> impl Iterator<Item = String> {
        let entries = fs::read_dir(self.path.join(RELEASES)).into_iter().flatten().filter_map(Result::ok);
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        names.filter(move |name| {
            is_release_id(name) && history.release(name).is_none() && name.as_str() != current
        })
    }

    /// The files of a release that felles did not make; a release that was not finished has none.
    pub(super) fn others_in(&self, id: &str) -> anyhow::Result<Vec<String>> {
        let release = self.release(id);
        let path = release.join(manifest::FILE_NAME);
        let known = read_manifest(&path).map_err(|error| cannot_read(&shown_path(&path), &error))?;
        known.map_or_else(|| Ok(Vec::new()), |known| of_others(&release, known.files()))
    }

    /// A file of the folder as the user would write it.
    pub(super) fn shown_file(&self, path: &str) -> String {
        if path.is_empty() {
            return shown_path(&self.path);
        }
        shown_path(self.path.join(path))
    }
}

#[cfg(unix)]
fn link(target: &Path, link: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

#[cfg(not(unix))]
fn link(target: &Path, link: &Path) -> io::Result<()> {
    std::os::windows::fs::symlink_dir(target, link)
}
