#![expect(clippy::disallowed_methods, reason = "emit writes the output")]

use std::fs::{self, File, Metadata, OpenOptions};
use std::io;
use std::path::Path;

#[cfg(unix)]
const FILE: u32 = 0o644;
#[cfg(unix)]
const FOLDER: u32 = 0o755;

/// How files and folders get exactly 0644 and 0755, whatever the umask,
/// the inherited rights or the group bit above them.
pub(in crate::emit) struct Modes {
    by_hand: bool,
}

impl Modes {
    /// Makes the first folder of a tree, and sees from it whether the system changes the modes that are asked
    /// for.
    ///
    /// Mostly it does not, and then thousands of calls that would set them again are saved.
    pub(in crate::emit) fn make_root(path: &Path) -> io::Result<Self> {
        make_folder(path)?;
        let by_hand = !is_folder_mode(&fs::symlink_metadata(path)?);
        if by_hand {
            set_folder_mode(path)?;
        }
        Ok(Self { by_hand })
    }

    /// Makes a folder in the tree.
    pub(in crate::emit) fn make_folder(&self, path: &Path) -> io::Result<()> {
        make_folder(path)?;
        if self.by_hand { set_folder_mode(path) } else { Ok(()) }
    }

    /// Makes a file in the tree, open for writing; one that exists is an error.
    pub(in crate::emit) fn make_file(&self, path: &Path) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, FILE);
        let file = options.open(path)?;
        if self.by_hand {
            set_file_mode(&file)?;
        }
        Ok(file)
    }
}

/// Whether a file's mode is the one that felles gives.
#[cfg(unix)]
pub(in crate::emit) fn is_file_mode(metadata: &Metadata) -> bool {
    mode(metadata) == FILE
}

/// Whether a folder's mode is the one that felles gives.
#[cfg(unix)]
pub(in crate::emit) fn is_folder_mode(metadata: &Metadata) -> bool {
    mode(metadata) == FOLDER
}

#[cfg(unix)]
fn mode(metadata: &Metadata) -> u32 {
    std::os::unix::fs::MetadataExt::mode(metadata) & 0o7777
}

#[cfg(unix)]
fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, FOLDER);
    builder.create(path)
}

#[cfg(unix)]
fn set_folder_mode(path: &Path) -> io::Result<()> {
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(FOLDER))
}

#[cfg(unix)]
fn set_file_mode(file: &File) -> io::Result<()> {
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(FILE))
}

/// Whether a file's mode is the one that felles gives: elsewhere there are no modes.
#[cfg(not(unix))]
pub(in crate::emit) fn is_file_mode(_metadata: &Metadata) -> bool {
    true
}

/// Whether a folder's mode is the one that felles gives: elsewhere there are no modes.
#[cfg(not(unix))]
pub(in crate::emit) fn is_folder_mode(_metadata: &Metadata) -> bool {
    true
}

#[cfg(not(unix))]
fn make_folder(path: &Path) -> io::Result<()> {
    fs::create_dir(path)
}

#[cfg(not(unix))]
fn set_folder_mode(_path: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
fn set_file_mode(_file: &File) -> io::Result<()> {
    Ok(())
}
