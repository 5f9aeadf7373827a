use std::path::Path;

use crate::diagnostic::catalogue::review as say;
use crate::edit::{edited_settings, edited_toml};
use crate::pipeline::{SourceChange, review, tidied};
use crate::source::{SourceFile, SourceTree, disk};

/// Changes the files of a site, keeps the texts that it is now pinned to, and returns the site as it is then.
pub(super) fn apply(root: &Path, tree: &SourceTree, changes: &[SourceChange]) -> anyhow::Result<SourceTree> {
    for change in changes {
        apply_one(root, tree, change)?;
    }
    let tree = disk::read_site(root)?;
    let tidied = tidied(&review(&tree), &tree);
    if tidied.is_empty() {
        return Ok(tree);
    }
    for change in &tidied {
        apply_one(root, &tree, change)?;
    }
    disk::read_site(root)
}

fn apply_one(root: &Path, tree: &SourceTree, change: &SourceChange) -> anyhow::Result<()> {
    match change {
        SourceChange::Keys { path, changes } => {
            let before = as_read(root, tree, path)?;
            let is_markdown = Path::new(path).extension().is_some_and(|ending| ending == "md");
            let edited =
                if is_markdown { edited_settings(&before, changes) } else { edited_toml(&before, changes) };
            let after = edited.ok_or_else(|| say::cannot_edit(path))?;
            if after == before {
                Ok(())
            } else if !is_markdown && after.trim_ascii().is_empty() {
                // A file that says nothing any more is of no use to anybody.
                disk::delete(root, path, &before)
            } else {
                disk::write_over(root, path, Some(&before), &after)
            }
        }
        SourceChange::Write { path, text } => disk::write_over(root, path, None, text.as_bytes()),
        SourceChange::Delete { path } => disk::delete(root, path, &as_read(root, tree, path)?),
    }
}

/// The bytes of a file, if it is still the one that was looked at.
fn as_read(root: &Path, tree: &SourceTree, path: &str) -> anyhow::Result<Vec<u8>> {
    let bytes = disk::read_bytes(root, path)?;
    let known = tree.find(path).map(|(_, file)| file);
    let is_same = known.is_some_and(|known| SourceFile::new(known.path.clone(), bytes.clone()) == *known);
    if is_same { Ok(bytes) } else { Err(say::changed_meanwhile(path).into()) }
}
