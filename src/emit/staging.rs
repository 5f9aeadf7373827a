use std::collections::BTreeMap;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::SystemTime;

use rayon::prelude::*;

use super::compare::{LiveFile, compare};
use super::live::Live;
use super::lock::Lock;
use super::manifest::{self, BuildFacts, FileFacts, Manifest};
use super::output_folder::OutputFolder;
use super::staged_tree::StagedTree;
use super::survey::{Survey, survey};
use super::switch::{switch, sync_switch};
use super::{cannot_read, cannot_write};
use crate::diagnostic::catalogue::emit as say;
use crate::model::Checksum;
use crate::model::OutputPath;
use crate::pipeline::Sink;

/// What a build may do to the output folder.
#[derive(Debug, Clone)]
pub struct StagingOptions {
    /// The folder of `site.toml`, which must never be replaced.
    pub source_root: PathBuf,
    /// Whether more than half of the live files may go.
    pub allow_shrinking: bool,
}

/// What became of the live tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Published {
    /// Nothing but the build date differed, so nothing was written.
    Unchanged,
    /// The new tree is live, and on the disk. The manifest is not counted.
    Switched {
        /// Files that are new or differ from those before.
        written: usize,
        /// Files that are the same as before, with their times.
        kept: usize,
        /// Files that are gone.
        removed: usize,
    },
}

/// A build on its way to the disk: the [`Sink`] that puts the new tree beside the live one.
///
/// Dropped without [`finish`](Self::finish), it leaves no trace.
pub struct Staging {
    output: OutputFolder,
    allow_shrinking: bool,
    /// The live tree, if there is one.
    live: Option<PathBuf>,
    taken: Mutex<Taken>,
    failure: OnceLock<anyhow::Error>,
    tree: StagedTree,
    // The last field is dropped last: nobody else may begin before the tree is deleted.
    _lock: Lock,
}

/// What is remembered of the files that came.
#[derive(Default)]
struct Taken {
    files: BTreeMap<OutputPath, FileFacts>,
    kept: Vec<OutputPath>,
}

/// Where a file of the new tree comes from.
enum Fate {
    Written,
    /// Linked at the end, and only if another file differs: a link changes the live file's status time.
    Kept,
}

impl Staging {
    /// Locks the output folder and makes room for a new tree beside it.
    ///
    /// # Errors
    /// If the folder is not one that felles may replace, another build is writing to it, or the disk refuses.
    pub fn open(output: &Path, options: StagingOptions) -> anyhow::Result<Self> {
        let StagingOptions { source_root, allow_shrinking } = options;
        let output = OutputFolder::find(output, &source_root)?;
        Live::examine(&output)?;
        let lock = Lock::take(&output)?;
        // Asked under the lock: until then, another build may have published.
        let live = output.path.is_dir().then(|| output.path.clone());
        let tree = StagedTree::make(&output)?;
        let (taken, failure) = (Mutex::default(), OnceLock::new());
        Ok(Self { output, allow_shrinking, live, taken, failure, tree, _lock: lock })
    }

    /// Writes the manifest and makes the new tree live in one step; does nothing if only the date differs.
    ///
    /// # Errors
    /// The first failure since [`open`](Self::open), with its path and cause.
    /// The live tree is then the old one, and the new one is deleted.
    pub fn finish(mut self, build: BuildFacts) -> anyhow::Result<Published> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        let Taken { files, kept } = mem::take(self.taken.get_mut().unwrap_or_else(PoisonError::into_inner));
        let written = files.len() - kept.len();
        let mut live = Live::examine(&self.output)?;
        let survey = match live {
            Live::Ours(_) => survey(&self.output.path, &files)?,
            Live::Absent | Live::Empty => Survey::default(),
        };
        if survey.removed * 2 > survey.live && !self.allow_shrinking {
            return Err(say::would_shrink(&self.output.shown(), survey.removed, survey.live).into());
        }
        let mut manifest = Manifest::new(build, files);
        if let Live::Ours(old) = &mut live
            && written + survey.removed + survey.odd_folders == 0
        {
            manifest.swap_date(old);
            if self.has_manifest(&manifest)? {
                // The build that wrote this tree may have been killed before it could do so itself.
                sync_switch(&self.output, &self.tree)?;
                return Ok(Published::Unchanged);
            }
            manifest.swap_date(old);
        }
        self.complete(&kept, &manifest)?;
        switch(&self.output, &self.tree, &live)?;
        Ok(Published::Switched { written, kept: kept.len(), removed: survey.removed })
    }

    /// Puts one file where it belongs, unless the live tree has it.
    fn stage(&self, path: &OutputPath, bytes: &[u8]) -> anyhow::Result<Fate> {
        match self.compare_with_live(path.as_str(), bytes)? {
            LiveFile::Same => Ok(Fate::Kept),
            LiveFile::Other(modified) => self.write(path.as_str(), bytes, Some(modified)),
            LiveFile::Absent => self.write(path.as_str(), bytes, None),
        }
    }

    fn compare_with_live(&self, path: &str, bytes: &[u8]) -> anyhow::Result<LiveFile> {
        let Some(live) = &self.live else { return Ok(LiveFile::Absent) };
        compare(&live.join(path), bytes)
            .map_err(|error| cannot_read(&self.output.shown_file(path), &error).into())
    }

    fn write(&self, path: &str, bytes: &[u8], live: Option<SystemTime>) -> anyhow::Result<Fate> {
        let written = self.tree.write(path, bytes, live);
        written.map_err(|error| cannot_write(&self.output.shown_file(path), &error))?;
        Ok(Fate::Written)
    }

    fn has_manifest(&self, manifest: &Manifest) -> anyhow::Result<bool> {
        Ok(self.compare_with_live(manifest::FILE_NAME, &manifest.to_json())? == LiveFile::Same)
    }

    /// Adds the files that stay as they are and the manifest, and gets the tree onto the disk.
    fn complete(&self, kept: &[OutputPath], manifest: &Manifest) -> anyhow::Result<()> {
        kept.par_iter().try_for_each(|path| {
            let linked = self.tree.keep(path.as_str(), &self.output.path.join(path.as_str()));
            linked.map_err(|error| cannot_write(&self.output.shown_file(path.as_str()), &error))
        })?;
        let json = manifest.to_json();
        if let LiveFile::Other(modified) = self.compare_with_live(manifest::FILE_NAME, &json)? {
            self.write(manifest::FILE_NAME, &json, Some(modified))?;
        } else {
            self.write(manifest::FILE_NAME, &json, None)?;
        }
        let synced = self.tree.sync();
        Ok(synced.map_err(|error| say::cannot_make_durable(&self.output.shown(), &error.to_string()))?)
    }
}

impl Sink for Staging {
    fn accept(&self, path: &OutputPath, bytes: &[u8]) {
        if self.failure.get().is_some() {
            return;
        }
        match self.stage(path, bytes) {
            Ok(fate) => {
                let facts = FileFacts { sha256: Checksum::of(bytes), length: bytes.len() };
                let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
                taken.files.insert(path.clone(), facts);
                if matches!(fate, Fate::Kept) {
                    taken.kept.push(path.clone());
                }
            }
            // Only the first is told: what follows is mostly the same full disk.
            Err(failure) => drop(self.failure.set(failure)),
        }
    }
}
