//! Writes finished pages to the output folder, so that a web server can serve it at any moment.
//!
//! In: files from the pipeline, through [`Staging`], and the [`BuildFacts`]. Out: the output folder, and what
//! became of it ([`Published`]).
//!
//! A new tree is written to a hidden folder beside the output (`.public.felles-staging/tree`), is synced, and
//! changes places with the live tree in one step. What the new tree has in common with the live one is
//! hard-linked, not written.
//!
//! Invariant: the live tree is the old one or the new one, whole, at every moment,
//! whatever is killed or full.
//! Invariant: a folder that felles did not write is never changed; only `manifest.json` tells that it did.
//! Invariant: if nothing but the build date differs, nothing is written.
//! Invariant: an unchanged file keeps its time, and a changed one gets a later second.
//! Invariant: one build at a time writes an output folder, for as long as its [`Staging`] lives.
//! Invariant: what is remembered of a file does not grow with its length.

mod compare;
mod live;
mod lock;
mod manifest;
mod new_tree;
mod newer;
mod output_folder;
mod platform;
mod promise;
mod release;
mod staged_tree;
mod staging;
mod sums;
mod survey;
mod switch;
mod verify;

use std::io;

pub use manifest::{BuildFacts, FileFacts};
pub use release::{
    BrandChange, History, NewArchive, NewRelease, Publication, PublishOptions, Release, ReleaseFolder,
    WrittenArchive, archived_file, changes_against, roll_back,
};
pub use staging::{Published, Staging, StagingOptions};
pub use verify::{Deviation, published_files, verify};

use crate::diagnostic::Message;
use crate::diagnostic::catalogue::emit as say;

fn cannot_write(path: &str, cause: &io::Error) -> Message {
    say::cannot_write(path, &cause.to_string())
}

fn cannot_read(path: &str, cause: &io::Error) -> Message {
    say::cannot_read_finished(path, &cause.to_string())
}
