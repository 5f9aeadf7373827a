#![expect(clippy::disallowed_methods, reason = "emit writes the output")]

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::PathBuf;

use super::cannot_write;
use super::output_folder::OutputFolder;
use super::platform::is_file_at;
use crate::diagnostic::catalogue::emit as say;
use crate::source::disk::shown_path;

/// How often a lock file is opened anew because the build before has just deleted it.
const ATTEMPTS: usize = 100;

/// The right to write an output folder, for one build at a time; given back when dropped.
///
/// The lock is the kernel's, so it does not outlive a build that is killed, whatever happens to the file.
pub(super) struct Lock {
    _file: File,
    path: PathBuf,
}

impl Lock {
    /// Takes the lock, or says at once that another build holds it.
    pub(super) fn take(output: &OutputFolder) -> anyhow::Result<Self> {
        let path = output.beside("lock");
        let failed = |error| cannot_write(&shown_path(&path), &error);
        // Asked before opening: a named pipe would be waited for, for ever, and a link leads elsewhere.
        if fs::symlink_metadata(&path).is_ok_and(|metadata| !metadata.is_file()) {
            return Err(say::staging_is_not_ours(&shown_path(&path)).into());
        }
        for _ in 0..ATTEMPTS {
            let mut options = OpenOptions::new();
            options.create(true).truncate(false).write(true);
            hide(&mut options);
            let file = options.open(&path).map_err(failed)?;
            match file.try_lock() {
                // A file that was deleted between the two calls keeps nobody out:
                // whoever comes next makes a new one.
                Ok(()) if is_file_at(&file, &path).map_err(failed)? => return Ok(Self { _file: file, path }),
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => break,
                Err(TryLockError::Error(error)) => return Err(failed(error).into()),
            }
        }
        Err(say::another_build(&output.shown()).into())
    }
}

/// Does nothing: a name that begins with a dot is hidden.
#[cfg(not(windows))]
fn hide(_options: &mut OpenOptions) {}

/// Hides a file that is made: on Windows it stays, and a dot does not hide it.
#[cfg(windows)]
fn hide(options: &mut OpenOptions) {
    const FILE_ATTRIBUTE_HIDDEN: u32 = 0x2;
    std::os::windows::fs::OpenOptionsExt::attributes(options, FILE_ATTRIBUTE_HIDDEN);
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While it is still locked, and only on systems on which `take` notices;
        // a file that stays does no harm.
        if cfg!(unix) {
            drop(fs::remove_file(&self.path));
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::process::Command;

    use super::{Lock, OutputFolder};

    #[test]
    fn what_is_no_lock_of_ours_is_neither_waited_for_nor_followed() {
        let check = |make: &dyn Fn(&Path)| {
            let disk = tempfile::tempdir().unwrap();
            let output = OutputFolder::find(&disk.path().join("public"), disk.path()).unwrap();
            make(&output.beside("lock"));
            let refused = Lock::take(&output).err().map(|error| error.to_string());
            assert!(refused.is_some_and(|said| said.contains("is in the way")));
            assert!(!disk.path().join("elsewhere").exists());
            fs::remove_file(output.beside("lock")).unwrap();
            Lock::take(&output).unwrap();
        };
        check(&|path| assert!(Command::new("mkfifo").arg(path).status().unwrap().success()));
        check(&|path| std::os::unix::fs::symlink("elsewhere", path).unwrap());
    }
}
