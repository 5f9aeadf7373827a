#![cfg_attr(unix, expect(clippy::disallowed_methods, reason = "emit writes the output"))]

use std::fs::File;
use std::io;
use std::path::Path;

/// Whether `path` still leads to the open `file`; false too if nothing is left at `path`.
#[cfg(unix)]
pub(in crate::emit) fn is_file_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let (open, named) = match (file.metadata()?, std::fs::symlink_metadata(path)) {
        (open, Ok(named)) => (open, named),
        (_, Err(error)) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        (_, Err(error)) => return Err(error),
    };
    Ok((open.dev(), open.ino()) == (named.dev(), named.ino()))
}

/// Always true: elsewhere the lock file stays where it is, so its path leads to one file only.
#[cfg(not(unix))]
pub(in crate::emit) fn is_file_at(_file: &File, _path: &Path) -> io::Result<bool> {
    Ok(true)
}
