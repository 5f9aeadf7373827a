#![expect(clippy::disallowed_methods, reason = "emit writes the output")]

use std::fs;
use std::io;
use std::path::Path;

use super::live::Live;
use super::output_folder::OutputFolder;
use super::platform::{exchange, is_held_open, patiently, sync_folder};
use super::staged_tree::StagedTree;
use crate::diagnostic::Message;
use crate::diagnostic::catalogue::emit as say;

/// Makes the new tree live in one step; the old one is in its place afterwards.
///
/// # Errors
/// If the two cannot be exchanged, or the exchange cannot be made durable; it is undone then.
pub(super) fn switch(output: &OutputFolder, tree: &StagedTree, live: &Live) -> anyhow::Result<()> {
    let swap = |from: &Path, to: &Path| match live {
        Live::Absent => patiently(|| fs::rename(from, to)),
        Live::Empty | Live::Ours(_) => exchange(from, to),
    };
    swap(tree.root(), &output.path).map_err(|error| {
        let tell = if is_held_open(&error) { say::output_is_held_open } else { say::cannot_switch };
        tell(&output.shown(), &error.to_string())
    })?;
    if let Err(failure) = sync_switch(output, tree) {
        // Best effort: the disk has just failed, and the first failure is the one to tell.
        drop(swap(&output.path, tree.root()));
        return Err(failure.into());
    }
    Ok(())
}

/// Returns when the names of both trees are on the disk.
pub(super) fn sync_switch(output: &OutputFolder, tree: &StagedTree) -> Result<(), Message> {
    let synced = sync_folder(&output.parent).and_then(|()| sync_folder(tree.container()));
    synced.map_err(|error: io::Error| say::cannot_make_durable(&output.shown(), &error.to_string()))
}
