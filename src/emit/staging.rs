use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::live::Live;
use super::lock::Lock;
use super::manifest::{BuildFacts, Manifest};
use super::new_tree::{NewTree, Taken};
use super::output_folder::OutputFolder;
use super::staged_tree::put_back;
use super::survey::{Survey, listed, of_others, survey};
use super::switch::{switch, sync_switch};
use crate::diagnostic::catalogue::emit as say;
use crate::model::OutputPath;
use crate::pipeline::Sink;

/// What a build may do to the output folder.
#[derive(Debug, Clone)]
pub struct StagingOptions {
    /// The folder of `site.toml`, which must never be replaced.
    pub source_root: PathBuf,
    /// Whether more than half of the live files may go.
    pub allow_shrinking: bool,
    /// Whether files may go that somebody else put there.
    pub allow_deleting: bool,
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
    allow_shrinking: bool,
    allow_deleting: bool,
    new: NewTree,
    // The last field is dropped last: nobody else may begin before the tree is deleted.
    _lock: Lock,
}

impl Staging {
    /// Locks the output folder and makes room for a new tree beside it.
    ///
    /// # Errors
    /// If the folder is not one that felles may replace, another build is writing to it, or the disk refuses.
    pub fn open(output: &Path, options: StagingOptions) -> anyhow::Result<Self> {
        let StagingOptions { source_root, allow_shrinking, allow_deleting } = options;
        let output = OutputFolder::find(output, &source_root)?;
        Live::examine(&output)?;
        let lock = Lock::take(&output)?;
        put_back(&output)?;
        // Asked under the lock: until then, another build may have published.
        let live = output.path.is_dir().then(|| output.path.clone());
        Ok(Self { allow_shrinking, allow_deleting, new: NewTree::make(output, live)?, _lock: lock })
    }

    /// Takes the live files of the brands that `keeps` names in the place of new ones; gives those that have
    /// any.
    ///
    /// # Errors
    /// If the live tree cannot be read, or the disk refuses.
    pub fn keep(&mut self, keeps: &dyn Fn(&str) -> bool) -> anyhow::Result<BTreeSet<String>> {
        let live = match Live::examine(self.new.output())? {
            Live::Ours(manifest) => manifest.into_files(),
            Live::Absent | Live::Empty => BTreeMap::new(),
        };
        self.new.keep(live, keeps)
    }

    /// Writes the manifest and makes the new tree live in one step; does nothing if only the date differs.
    ///
    /// # Errors
    /// The first failure since [`open`](Self::open), with its path and cause.
    /// The live tree is then the old one, and the new one is deleted.
    pub fn finish(mut self, build: BuildFacts) -> anyhow::Result<Published> {
        let Taken { files, kept } = self.new.take()?;
        let (output, tree) = (self.new.output(), &self.new.tree);
        let written = files.len() - kept.len();
        let mut live = Live::examine(output)?;
        let survey = match live {
            Live::Ours(_) => survey(&output.path, &files)?,
            Live::Absent | Live::Empty => Survey::default(),
        };
        if let Live::Ours(manifest) = &live
            && !self.allow_deleting
        {
            let others = of_others(&output.path, manifest.files())?;
            if !others.is_empty() {
                return Err(say::would_delete(&output.shown(), &listed(&others)).into());
            }
        }
        if survey.removed * 2 > survey.live && !self.allow_shrinking {
            return Err(say::would_shrink(&output.shown(), survey.removed, survey.live).into());
        }
        let mut manifest = Manifest::new(build, files);
        if let Live::Ours(old) = &mut live
            && written + survey.removed + survey.odd_folders == 0
        {
            manifest.swap_date(old);
            if self.new.has_manifest(&manifest)? {
                // The build that wrote this tree may have been killed before it could do so itself.
                sync_switch(output, tree)?;
                return Ok(Published::Unchanged);
            }
            manifest.swap_date(old);
        }
        self.new.complete(&kept, &manifest)?;
        switch(output, tree, &live)?;
        Ok(Published::Switched { written, kept: kept.len(), removed: survey.removed })
    }
}

impl Sink for Staging {
    fn accept(&self, path: &OutputPath, bytes: &[u8]) {
        self.new.accept(path, bytes);
    }
}
