use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::carried::{brand_of, carried};
use super::compressed::{ENDINGS, compress};
use super::folder::ReleaseFolder;
use super::history::{History, Release};
use crate::diagnostic::catalogue::emit as say;
use crate::emit::lock::Lock;
use crate::emit::manifest::{BuildFacts, FileFacts, Manifest};
use crate::emit::new_tree::{NewTree, Taken};
use crate::emit::survey::listed;
use crate::hosting::{FileOwner, file_owner};
use crate::model::{Checksum, OutputPath};
use crate::pipeline::Sink;

/// How a release is published.
#[derive(Debug, Clone)]
pub struct PublishOptions {
    /// The folder of `site.toml`, which must never be replaced.
    pub source_root: PathBuf,
    /// Whether more than half of a brand's live files may go.
    pub allow_shrinking: bool,
    /// Whether files may go that somebody else put into a release.
    pub allow_deleting: bool,
    /// How many releases stay, the new one among them.
    pub keep: usize,
}

/// What changed for a brand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BrandChange {
    /// Files that were not there.
    pub new: usize,
    /// Files with other bytes.
    pub changed: usize,
    /// Files that are gone.
    pub gone: usize,
    /// Files that were there before.
    pub before: usize,
}

/// What became of a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Publication {
    /// The release that is served is of the same content.
    Unchanged {
        /// Its id.
        id: String,
    },
    /// It is served.
    Published {
        /// Its id.
        id: String,
        /// What changed, by brand; those without a change are left out.
        changes: BTreeMap<String, BrandChange>,
        /// The releases that are not kept any more.
        forgotten: usize,
        /// Old releases that could not be deleted.
        left: Vec<String>,
        /// Releases that are not served any more and have files of others, with these.
        others: BTreeMap<String, String>,
    },
}

/// A release on its way to the disk.
///
/// Dropped without [`finish`](Self::finish), it leaves no trace.
pub struct NewRelease {
    folder: ReleaseFolder,
    options: PublishOptions,
    history: History,
    current: Option<String>,
    /// The release whose files are linked where they are the same.
    base: Option<String>,
    new: NewTree,
    // The last field is dropped last: nobody else may begin before the tree is deleted.
    _lock: Lock,
}

impl NewRelease {
    /// Locks the folder and makes room for a release in it.
    ///
    /// # Errors
    /// If the folder is not one of releases, another publishing is going on, or the disk refuses.
    pub fn open(folder: ReleaseFolder, options: PublishOptions) -> anyhow::Result<Self> {
        Self::open_on(folder, options, |_, current| Ok(current))
    }

    /// The same, where `base` says which release the new one is like, of the history and the current one.
    fn open_on(
        folder: ReleaseFolder,
        options: PublishOptions,
        base: impl FnOnce(&History, Option<String>) -> anyhow::Result<Option<String>>,
    ) -> anyhow::Result<Self> {
        let next = folder.next(&options.source_root)?;
        let lock = folder.lock(&next)?;
        folder.tidy();
        let (history, current) = (folder.history()?, folder.current()?);
        let base = base(&history, current.clone())?;
        let live = base.as_ref().map(|id| folder.release(id));
        let new = NewTree::make(next, live)?;
        Ok(Self { folder, options, history, current, base, new, _lock: lock })
    }

    /// Takes what is served of the brands that `keeps` names in the place of new files; gives those that are
    /// served.
    ///
    /// # Errors
    /// If what is served cannot be read, or the disk refuses.
    pub fn keep(&mut self, keeps: &dyn Fn(&str) -> bool) -> anyhow::Result<BTreeSet<String>> {
        let live = self.live_files()?;
        self.new.keep(live, keeps)
    }

    /// Makes the release the one that is served, in one step; does nothing if it is of the same content.
    ///
    /// # Errors
    /// The first failure since [`open`](Self::open), with its path and cause; what was served is served then.
    pub fn finish(mut self, build: BuildFacts) -> anyhow::Result<Publication> {
        let taken = self.new.take()?;
        let live = self.live_files()?;
        let changes = changes_by_brand(&live, &taken.files);
        if let Some(id) = self.current.clone().filter(|_| changes.is_empty() && !live.is_empty()) {
            return Ok(Publication::Unchanged { id });
        }
        self.refuse_shrinking(&changes)?;
        let id = self.serve(taken, build, History::publish)?;
        // The new release is served: what cannot be tidied up now is so the next time.
        let forgotten = self.history.forget(self.options.keep, &id).len();
        if forgotten > 0 {
            self.folder.write_history(&self.history)?;
        }
        let left = self.folder.clean_up(&self.history, &id, self.options.allow_deleting);
        let others = self.others(&id);
        Ok(Publication::Published { id, changes, forgotten, left, others })
    }

    /// What others put into the release that was served, and into those that stay for that alone.
    fn others(&self, id: &str) -> BTreeMap<String, String> {
        let old = self.folder.old_releases(&self.history, id);
        let releases: BTreeSet<String> =
            old.chain(self.current.clone().filter(|before| before != id)).collect();
        let others = |release: String| {
            let others = self.folder.others_in(&release).unwrap_or_default();
            (!others.is_empty()).then(|| (release, listed(&others)))
        };
        releases.into_iter().filter_map(others).collect()
    }

    /// Completes the tree, and lets the link lead to it; `enter` puts it into the history.
    fn serve(
        &mut self,
        taken: Taken,
        build: BuildFacts,
        enter: impl FnOnce(&mut History, Release),
    ) -> anyhow::Result<String> {
        let Taken { mut files, kept } = taken;
        let (own, date) = (files.len(), build.date.to_string());
        let live = self.base.as_ref().map(|id| self.folder.release(id));
        let forms = compress(&self.new, live.as_deref(), &files, &kept.iter().collect())?;
        files.extend(forms);
        // What is forgotten after the switch is not carried into it.
        let mut kept_history = self.history.clone();
        kept_history.forget(self.options.keep.saturating_sub(1), self.current.as_deref().unwrap_or_default());
        let carried = carried(&self.folder, &kept_history, &files)?;
        for (path, (release, facts)) in &carried {
            self.new.link(path, &self.folder.release(release).join(path.as_str()))?;
            files.insert(path.clone(), facts.clone());
        }
        let id = id_of(&files);
        self.new.complete(&kept, &Manifest::new(build, files))?;
        self.folder.add(self.new.tree.root(), &id)?;
        let carried = carried.into_keys().collect();
        enter(&mut self.history, Release { id: id.clone(), date, files: own, carried, withdrawn: false });
        self.folder.write_history(&self.history)?;
        self.folder.point_to(&id)?;
        Ok(id)
    }

    /// The files that the build of the current release made.
    fn live_files(&self) -> anyhow::Result<BTreeMap<OutputPath, FileFacts>> {
        let Some(id) = &self.current else { return Ok(BTreeMap::new()) };
        own_files(&self.folder, &self.history, id)
    }

    fn refuse_shrinking(&self, changes: &BTreeMap<String, BrandChange>) -> anyhow::Result<()> {
        let shrunk: Vec<String> = changes
            .iter()
            .filter(|(_, change)| change.gone * 2 > change.before)
            .map(|(brand, change)| format!("{brand} ({} / {})", change.gone, change.before))
            .collect();
        if shrunk.is_empty() || self.options.allow_shrinking {
            return Ok(());
        }
        Err(say::release_would_shrink(&shrunk.join(", ")).into())
    }
}

impl Sink for NewRelease {
    fn accept(&self, path: &OutputPath, bytes: &[u8]) {
        self.new.accept(path, bytes);
    }
}

/// What a release's build made: without what it carries, and without compressed forms.
fn own_files(
    folder: &ReleaseFolder,
    history: &History,
    id: &str,
) -> anyhow::Result<BTreeMap<OutputPath, FileFacts>> {
    let carried: BTreeSet<&OutputPath> =
        history.release(id).map(|release| release.carried.iter().collect()).unwrap_or_default();
    let mut files = folder.manifest(id)?.into_files();
    files.retain(|path, _| {
        let is_form = ENDINGS.iter().any(|ending| path.as_str().ends_with(&format!(".{ending}")));
        !carried.contains(path) && !is_form
    });
    Ok(files)
}

/// What differs between two trees, by brand; what lies beside the brands is called `_hosting`.
fn changes_by_brand(
    before: &BTreeMap<OutputPath, FileFacts>,
    after: &BTreeMap<OutputPath, FileFacts>,
) -> BTreeMap<String, BrandChange> {
    let mut changes: BTreeMap<String, BrandChange> = BTreeMap::new();
    let name = |path: &OutputPath| brand_of(path).unwrap_or("_hosting").to_owned();
    for (path, facts) in after {
        let change = changes.entry(name(path)).or_default();
        match before.get(path) {
            None => change.new += 1,
            Some(known) => change.changed += usize::from(known != facts),
        }
    }
    for path in before.keys() {
        let change = changes.entry(name(path)).or_default();
        change.before += 1;
        change.gone += usize::from(!after.contains_key(path));
    }
    changes.retain(|_, change| change.new + change.changed + change.gone > 0);
    changes
}

/// Goes back to the release that was served before this one; gives the ids of both.
///
/// What is served then is that release with the stylesheets of the one before it, for pages that were loaded
/// meanwhile.
///
/// # Errors
/// If there is none, another publishing is going on, or the disk refuses.
pub fn roll_back(folder: ReleaseFolder, source_root: &Path) -> anyhow::Result<(String, String)> {
    let shown = folder.shown_file("");
    let options = PublishOptions {
        source_root: source_root.to_owned(),
        allow_shrinking: true,
        allow_deleting: false,
        keep: usize::MAX,
    };
    let mut release = NewRelease::open_on(folder, options, |history, current| {
        let before = current.as_deref().and_then(|id| history.before(id)).map(|release| release.id.clone());
        before.map(Some).ok_or_else(|| say::no_release_before(&shown).into())
    })?;
    let (from, to) = (release.current.clone().unwrap_or_default(), release.base.clone().unwrap_or_default());
    let files = own_files(&release.folder, &release.history, &to)?;
    let kept = files.keys().cloned().collect();
    let build = release.folder.manifest(&to)?.facts();
    let id = release.serve(Taken { files, kept }, build, |history, again| {
        history.replace(&to, again);
        history.withdraw(&from);
    })?;
    release.folder.clean_up(&release.history, &id, false);
    Ok((from, id))
}

/// What publishing these files would change, by brand, where what is served of the brands that `keeps` names
/// stays; and those of them that are served.
///
/// # Errors
/// If what is served cannot be read.
pub fn changes_against(
    folder: &ReleaseFolder,
    mut files: BTreeMap<OutputPath, FileFacts>,
    keeps: &dyn Fn(&str) -> bool,
) -> anyhow::Result<(BTreeMap<String, BrandChange>, BTreeSet<String>)> {
    let live = match folder.current()? {
        Some(id) => own_files(folder, &folder.history()?, &id)?,
        None => BTreeMap::new(),
    };
    let kept_brand = |path: &OutputPath| match file_owner(path.as_str()) {
        FileOwner::Brand(brand) if keeps(brand) => Some(brand.to_owned()),
        FileOwner::Brand(_) | FileOwner::Build => None,
    };
    files.retain(|path, _| kept_brand(path).is_none());
    let mut kept = BTreeSet::new();
    for (path, facts) in &live {
        if let Some(brand) = kept_brand(path) {
            files.insert(path.clone(), facts.clone());
            kept.insert(brand);
        }
    }
    Ok((changes_by_brand(&live, &files), kept))
}

/// The name of a tree: the first digits of the checksum of all its files.
pub(super) fn id_of(files: &BTreeMap<OutputPath, FileFacts>) -> String {
    let parts: Vec<(String, String)> =
        files.iter().map(|(path, facts)| (path.to_string(), facts.sha256.to_string())).collect();
    let parts = parts.iter().flat_map(|(path, sum)| [path.as_bytes(), sum.as_bytes()]);
    Checksum::of_parts(parts).to_string()[..16].to_owned()
}
