use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use rayon::prelude::*;

use super::compare::{LiveFile, LiveStamp, compare};
use super::manifest::{self, FileFacts, Manifest};
use super::output_folder::OutputFolder;
use super::staged_tree::StagedTree;
use super::{cannot_read, cannot_write};
use crate::diagnostic::catalogue::emit as say;
use crate::hosting::{FileOwner, file_owner};
use crate::model::{Checksum, OutputPath};
use crate::pipeline::Sink;

/// A new tree while it comes: what it has in common with the live one is only remembered until the end.
pub(super) struct NewTree {
    output: OutputFolder,
    /// The live tree, if there is one.
    live: Option<PathBuf>,
    taken: Mutex<Taken>,
    failure: OnceLock<anyhow::Error>,
    pub(super) tree: StagedTree,
}

/// What is remembered of the files that came.
#[derive(Default)]
pub(super) struct Taken {
    pub(super) files: BTreeMap<OutputPath, FileFacts>,
    /// Those that the live tree has.
    pub(super) kept: Vec<OutputPath>,
}

/// Where a file of the new tree comes from.
enum Fate {
    Written,
    /// Linked at the end, and only if another file differs: a link changes the live file's status time.
    Kept,
}

impl NewTree {
    /// Makes room for a new tree beside `output`; only the holder of its lock may call this.
    pub(super) fn make(output: OutputFolder, live: Option<PathBuf>) -> anyhow::Result<Self> {
        let tree = StagedTree::make(&output)?;
        Ok(Self { output, live, taken: Mutex::default(), failure: OnceLock::new(), tree })
    }

    /// The folder beside which it is made.
    pub(super) fn output(&self) -> &OutputFolder {
        &self.output
    }

    /// Takes the live files of the brands that `keeps` names in the place of those that came. Returns the
    /// brands that have any.
    pub(super) fn keep(
        &mut self,
        live: BTreeMap<OutputPath, FileFacts>,
        keeps: &dyn Fn(&str) -> bool,
    ) -> anyhow::Result<BTreeSet<String>> {
        let shown = self.output.shown();
        let failed = |error: io::Error| cannot_write(&shown, &error);
        let Taken { files, kept } = self.taken.get_mut().unwrap_or_else(PoisonError::into_inner);
        let is_of_kept =
            |path: &OutputPath| matches!(file_owner(path.as_str()), FileOwner::Brand(brand) if keeps(brand));
        let given_up: BTreeSet<String> =
            files.extract_if(.., |path, _| is_of_kept(path)).map(|(path, _)| folder_of(&path)).collect();
        given_up.iter().try_for_each(|folder| self.tree.remove_folder(folder)).map_err(failed)?;
        kept.retain(|path| !is_of_kept(path));
        let mut brands = BTreeSet::new();
        for (path, facts) in live {
            match file_owner(path.as_str()) {
                FileOwner::Brand(brand) if keeps(brand) => drop(brands.insert(brand.to_owned())),
                FileOwner::Brand(_) | FileOwner::Build => continue,
            }
            if files.insert(path.clone(), facts).is_some() && !kept.contains(&path) {
                self.tree.remove_file(path.as_str()).map_err(failed)?;
            }
            if !kept.contains(&path) {
                kept.push(path);
            }
        }
        Ok(brands)
    }

    /// What came.
    ///
    /// # Errors
    /// The first failure since it was made, with its path and cause.
    pub(super) fn take(&mut self) -> anyhow::Result<Taken> {
        match self.failure.take() {
            Some(failure) => Err(failure),
            None => Ok(mem::take(self.taken.get_mut().unwrap_or_else(PoisonError::into_inner))),
        }
    }

    /// Puts one file where it belongs, unless the live tree has it.
    fn stage(&self, path: &OutputPath, bytes: &[u8]) -> anyhow::Result<Fate> {
        match self.compare_with_live(path.as_str(), bytes)? {
            LiveFile::Same => Ok(Fate::Kept),
            LiveFile::Other(live) => self.write(path.as_str(), bytes, Some(live)),
            LiveFile::Absent => self.write(path.as_str(), bytes, None),
        }
    }

    fn compare_with_live(&self, path: &str, bytes: &[u8]) -> anyhow::Result<LiveFile> {
        let Some(live) = &self.live else { return Ok(LiveFile::Absent) };
        compare(&live.join(path), bytes)
            .map_err(|error| cannot_read(&self.output.shown_file(path), &error).into())
    }

    fn write(&self, path: &str, bytes: &[u8], live: Option<LiveStamp>) -> anyhow::Result<Fate> {
        let written = self.tree.write(path, bytes, live);
        written.map_err(|error| cannot_write(&self.output.shown_file(path), &error))?;
        Ok(Fate::Written)
    }

    /// Writes a file that is made of others of the tree.
    pub(super) fn put(&self, path: &OutputPath, bytes: &[u8]) -> anyhow::Result<()> {
        self.write(path.as_str(), bytes, None).map(drop)
    }

    /// Whether the live tree's manifest is this one.
    pub(super) fn has_manifest(&self, manifest: &Manifest) -> anyhow::Result<bool> {
        Ok(self.compare_with_live(manifest::FILE_NAME, &manifest.to_json())? == LiveFile::Same)
    }

    /// Adds the files that stay as they are and the manifest, and gets the tree onto the disk.
    pub(super) fn complete(&self, kept: &[OutputPath], manifest: &Manifest) -> anyhow::Result<()> {
        if let Some(live) = &self.live {
            kept.par_iter().try_for_each(|path| self.link(path, &live.join(path.as_str())))?;
        }
        let json = manifest.to_json();
        if let LiveFile::Other(live) = self.compare_with_live(manifest::FILE_NAME, &json)? {
            self.write(manifest::FILE_NAME, &json, Some(live))?;
        } else {
            self.write(manifest::FILE_NAME, &json, None)?;
        }
        let synced = self.tree.sync();
        Ok(synced.map_err(|error| say::cannot_make_durable(&self.output.shown(), &error.to_string()))?)
    }

    /// Gives the tree a file that is there already.
    pub(super) fn link(&self, path: &OutputPath, from: &Path) -> anyhow::Result<()> {
        let linked = self.tree.keep(path.as_str(), from);
        Ok(linked.map_err(|error| cannot_write(&self.output.shown_file(path.as_str()), &error))?)
    }
}

/// The brand's folder that a file is in.
fn folder_of(path: &OutputPath) -> String {
    path.as_str().split('/').next().unwrap_or_default().to_owned()
}

impl Sink for NewTree {
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
