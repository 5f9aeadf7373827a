#![cfg_attr(unix, expect(clippy::disallowed_methods, reason = "emit writes the output"))]

use std::fs::File;
use std::io;
use std::path::Path;

/// The file system that new pages are written to.
#[cfg(target_os = "linux")]
pub(in crate::emit) struct FileSystem {
    folder: File,
}

#[cfg(target_os = "linux")]
impl FileSystem {
    /// The file system of `folder`.
    ///
    /// Open it before the first page is written: Linux reports a failed write-back to those only who were
    /// there by then.
    pub(in crate::emit) fn of(folder: &Path) -> io::Result<Self> {
        Ok(Self { folder: File::open(folder)? })
    }

    /// Returns when all that was written is on the disk, with one call instead of one for each of thousands
    /// of files.
    pub(in crate::emit) fn sync(&self, _tree: &Path) -> io::Result<()> {
        Ok(rustix::fs::syncfs(&self.folder)?)
    }
}

/// The file system that new pages are written to.
#[cfg(not(target_os = "linux"))]
pub(in crate::emit) struct FileSystem;

#[cfg(not(target_os = "linux"))]
impl FileSystem {
    /// The file system of `folder`.
    pub(in crate::emit) fn of(_folder: &Path) -> io::Result<Self> {
        Ok(Self)
    }

    /// Returns when the names of all files of `tree` are on the disk, each folder before the one that names
    /// it.
    pub(in crate::emit) fn sync(&self, tree: &Path) -> io::Result<()> {
        for entry in walkdir::WalkDir::new(tree).contents_first(true) {
            let entry = entry?;
            if entry.file_type().is_dir() {
                sync_folder(entry.path())?;
            }
        }
        Ok(())
    }
}

/// Does nothing: [`FileSystem::sync`] gets all files onto the disk.
#[cfg(target_os = "linux")]
#[expect(clippy::unnecessary_wraps, reason = "on other systems it can fail")]
pub(in crate::emit) fn sync_file(_file: &File) -> io::Result<()> {
    Ok(())
}

/// Returns when the content of a file that has just been written is on the disk.
///
/// Here, not in [`FileSystem::sync`]: Windows syncs only what is open for writing, and a file that stays as
/// it is may be read-only, or be held open by a program.
#[cfg(not(target_os = "linux"))]
pub(in crate::emit) fn sync_file(file: &File) -> io::Result<()> {
    file.sync_all()
}

/// Returns when the names in `folder` are on the disk.
#[cfg(unix)]
pub(in crate::emit) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Does nothing: Windows has no way to sync a folder.
#[cfg(not(unix))]
pub(in crate::emit) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
