#![expect(clippy::disallowed_methods, reason = "reads what was published")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use rayon::prelude::*;
use serde::Serialize;
use walkdir::WalkDir;

use super::cannot_read;
use super::live::read_manifest;
use super::manifest::{self, FileFacts};
use super::sums::{SUMS_FILE, sums};
use crate::diagnostic::catalogue::emit as say;
use crate::model::{Checksum, OutputPath};
use crate::source::disk::shown_path;

/// A file that is not what was published.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "what", content = "path", rename_all = "kebab-case")]
pub enum Deviation {
    /// It has other bytes.
    Changed(String),
    /// It is not there.
    Missing(String),
    /// Nobody published it.
    Extra(String),
}

/// The files that were published in a folder, by its manifest.
///
/// # Errors
/// If the folder has no manifest, or it cannot be read.
pub fn published_files(folder: &Path) -> anyhow::Result<BTreeMap<OutputPath, FileFacts>> {
    let shown = shown_path(folder);
    let manifest = read_manifest(&folder.join(manifest::FILE_NAME))
        .map_err(|error| cannot_read(&shown, &error))?
        .ok_or_else(|| say::nothing_to_verify(&shown))?;
    Ok(manifest.into_files())
}

/// Compares a published folder with its manifest: how many files it has, and those that are not what was
/// published, in order.
///
/// # Errors
/// If the folder has no manifest, or cannot be read.
pub fn verify(folder: &Path) -> anyhow::Result<(usize, Vec<Deviation>)> {
    let shown = shown_path(folder);
    let files = published_files(folder)?;
    let checked: Vec<Option<Deviation>> = files
        .par_iter()
        .map(
            |(path, facts)| Ok(check(folder, path, facts).map_err(|error| unreadable(folder, path, &error))?),
        )
        .collect::<anyhow::Result<_>>()?;
    let own = [manifest::FILE_NAME, SUMS_FILE];
    let known: BTreeSet<&str> = files.keys().map(OutputPath::as_str).chain(own).collect();
    let mut deviations: Vec<Deviation> = checked.into_iter().flatten().collect();
    deviations.extend(check_sums(folder, &files).map_err(|error| cannot_read(&shown, &error))?);
    for entry in WalkDir::new(folder).min_depth(1) {
        let entry = entry.map_err(|error| cannot_read(&shown, &error.into()))?;
        let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let path = parts.join("/");
        if !entry.file_type().is_dir() && !known.contains(path.as_str()) {
            deviations.push(Deviation::Extra(path));
        }
    }
    deviations.sort();
    Ok((files.len(), deviations))
}

fn check(folder: &Path, path: &OutputPath, facts: &FileFacts) -> io::Result<Option<Deviation>> {
    match fs::read(folder.join(path.as_str())) {
        Ok(bytes) if bytes.len() == facts.length && Checksum::of(&bytes) == facts.sha256 => Ok(None),
        Ok(_) => Ok(Some(Deviation::Changed(path.to_string()))),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(Some(Deviation::Missing(path.to_string())))
        }
        Err(error) => Err(error),
    }
}

/// An archive's list of checksums says what its manifest says; no other folder has one.
fn check_sums(folder: &Path, files: &BTreeMap<OutputPath, FileFacts>) -> io::Result<Option<Deviation>> {
    match fs::read(folder.join(SUMS_FILE)) {
        Ok(text) => {
            let manifest = fs::read(folder.join(manifest::FILE_NAME))?;
            let is_right = text == sums(files, &manifest).as_bytes();
            Ok((!is_right).then(|| Deviation::Changed(SUMS_FILE.to_owned())))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn unreadable(folder: &Path, path: &OutputPath, error: &io::Error) -> crate::diagnostic::Message {
    cannot_read(&shown_path(folder.join(path.as_str())), error)
}
