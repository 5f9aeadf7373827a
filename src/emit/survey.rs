use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use walkdir::WalkDir;

use super::cannot_read;
use super::manifest::{self, FileFacts};
use super::platform::is_folder_mode;
use crate::diagnostic::Message;
use crate::model::OutputPath;
use crate::source::disk::shown_path;

/// What publishing would do to the live tree.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Survey {
    /// The live files, the manifest left out.
    pub(super) live: usize,
    /// Those of them that the new tree does not have.
    pub(super) removed: usize,
    /// Folders that the new tree does not have, or that have another mode.
    pub(super) odd_folders: usize,
}

/// Compares the names in the live tree with those of the new files.
///
/// Counts what is on the disk, so it also protects what somebody put there by hand.
pub(super) fn survey<T>(live: &Path, new: &BTreeMap<OutputPath, T>) -> anyhow::Result<Survey> {
    let folders = folders_of(new);
    let mut survey = Survey::default();
    for entry in WalkDir::new(live) {
        let entry = entry.map_err(|error| cannot_walk(live, error))?;
        let path = path_below(live, entry.path()).unwrap_or_default();
        if entry.file_type().is_dir() {
            let metadata = entry.metadata().map_err(|error| cannot_walk(live, error))?;
            let known = entry.depth() == 0 || folders.contains(path.as_str());
            survey.odd_folders += usize::from(!known || !is_folder_mode(&metadata));
        } else if path != manifest::FILE_NAME {
            let stays = OutputPath::parse(&path).is_some_and(|path| new.contains_key(&path));
            survey.live += 1;
            survey.removed += usize::from(!stays);
        }
    }
    Ok(survey)
}

/// The files of a tree that somebody else put there, given those that its manifest names: folders in which
/// nothing else is are named for all that is in them, with the number of files. In order.
pub(super) fn of_others(tree: &Path, known: &BTreeMap<OutputPath, FileFacts>) -> anyhow::Result<Vec<String>> {
    let folders = folders_of(known);
    let mut others: BTreeMap<String, usize> = BTreeMap::new();
    for entry in WalkDir::new(tree).min_depth(1) {
        let entry = entry.map_err(|error| cannot_walk(tree, error))?;
        let path = path_below(tree, entry.path());
        let is_known = path.as_deref().is_some_and(|path| {
            path == manifest::FILE_NAME
                || OutputPath::parse(path).is_some_and(|path| known.contains_key(&path))
        });
        if entry.file_type().is_dir() || is_known {
            continue;
        }
        let below = entry.path().strip_prefix(tree).unwrap_or(entry.path());
        let path = shown_path(below);
        let foreign =
            path.match_indices('/').map(|(end, _)| &path[..end]).find(|folder| !folders.contains(folder));
        *others.entry(foreign.map_or_else(|| path.clone(), |folder| format!("{folder}/"))).or_default() += 1;
    }
    let shown =
        |(path, files): (String, usize)| if path.ends_with('/') { format!("{path} ({files})") } else { path };
    Ok(others.into_iter().map(shown).collect())
}

/// Names for a sentence: the first of them, and how many more there are.
pub(super) fn listed(others: &[String]) -> String {
    const MOST: usize = 20;
    let more = others.len().saturating_sub(MOST);
    let listed = others.iter().take(MOST).map(|path| format!("`{path}`")).collect::<Vec<_>>().join(", ");
    if more > 0 { format!("{listed} … +{more}") } else { listed }
}

fn folders_of<T>(files: &BTreeMap<OutputPath, T>) -> BTreeSet<&str> {
    let above = |path: &'_ str| path.match_indices('/').map(|(end, _)| end).collect::<Vec<_>>();
    files.keys().flat_map(|path| above(path.as_str()).into_iter().map(|end| &path.as_str()[..end])).collect()
}

/// The path with `/` between its parts, if it is text.
fn path_below(live: &Path, path: &Path) -> Option<String> {
    let parts = path.strip_prefix(live).ok()?.components().map(|part| part.as_os_str().to_str());
    Some(parts.collect::<Option<Vec<_>>>()?.join("/"))
}

fn cannot_walk(live: &Path, error: walkdir::Error) -> Message {
    let path = shown_path(error.path().unwrap_or(live));
    cannot_read(&path, &error.into())
}
