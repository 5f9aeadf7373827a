#![expect(clippy::disallowed_methods, reason = "emit writes the output")]

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::cannot_read;
use super::manifest::{self, Manifest};
use super::output_folder::OutputFolder;
use crate::diagnostic::catalogue::emit as say;

/// No manifest is longer: this is room for more than a million files.
const LONGEST_MANIFEST: u64 = 256 * 1024 * 1024;

/// What is at the output's path.
pub(super) enum Live {
    /// Nothing.
    Absent,
    /// A folder with nothing in it.
    Empty,
    /// A folder that felles has written.
    Ours(Box<Manifest>),
}

impl Live {
    /// Looks at the output's path.
    ///
    /// # Errors
    /// Says so if something is there that felles has not written.
    pub(super) fn examine(output: &OutputFolder) -> anyhow::Result<Self> {
        let failed = |error: io::Error| cannot_read(&output.shown(), &error);
        let metadata = match fs::symlink_metadata(&output.path) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::Absent),
            Err(error) => return Err(failed(error).into()),
        };
        if metadata.is_symlink() {
            return Err(say::output_is_a_link(&output.shown()).into());
        }
        if !metadata.is_dir() {
            return Err(say::output_is_no_folder(&output.shown()).into());
        }
        if fs::read_dir(&output.path).map_err(failed)?.next().is_none() {
            return Ok(Self::Empty);
        }
        let path = output.path.join(manifest::FILE_NAME);
        match read_manifest(&path)
            .map_err(|error| cannot_read(&output.shown_file(manifest::FILE_NAME), &error))?
        {
            Some(manifest) => Ok(Self::Ours(Box::new(manifest))),
            None => Err(say::output_is_not_ours(&output.shown()).into()),
        }
    }
}

pub(super) fn read_manifest(path: &Path) -> io::Result<Option<Manifest>> {
    match fs::symlink_metadata(path) {
        // Asked before reading: reading a named pipe would wait for a writer for ever.
        Ok(metadata) if metadata.is_file() && metadata.len() <= LONGEST_MANIFEST => {
            Ok(Manifest::parse(&fs::read(path)?))
        }
        Ok(_) => Ok(None),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
