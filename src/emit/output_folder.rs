#![expect(clippy::disallowed_methods, reason = "emit writes the output")]

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::catalogue::emit as say;
use crate::source::disk::shown_path;

/// The folders below a site's root that hold its sources.
const SOURCES: [&str; 2] = ["content", "themes"];

/// The folder that is replaced as a whole: a place where that does no harm.
pub(super) struct OutputFolder {
    /// Its real path; the folder itself may not exist yet.
    pub(super) path: PathBuf,
    /// The folder that it is in, where the new tree is written beside it.
    pub(super) parent: PathBuf,
    name: OsString,
    shown: PathBuf,
}

impl OutputFolder {
    /// Finds the folder, and makes the folders above it if they are missing.
    ///
    /// # Errors
    /// Says so if the path is a link, or the folder holds or belongs to what people have written.
    pub(super) fn find(output: &Path, source_root: &Path) -> anyhow::Result<Self> {
        let shown = output.to_owned();
        let text = shown_path(output);
        let failed = |error: io::Error| say::cannot_write(&text, &error.to_string());
        // Without a slash at its end: `public/` would lead through a link that `public` shows.
        let plain: PathBuf = output.components().collect();
        let path = match (plain.parent(), plain.file_name()) {
            (Some(parent), Some(name)) => {
                let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
                fs::create_dir_all(parent).map_err(failed)?;
                parent.canonicalize().map_err(failed)?.join(name)
            }
            _ => plain.canonicalize().map_err(failed)?,
        };
        if path.is_symlink() {
            return Err(say::output_is_a_link(&text).into());
        }
        // On a disk that takes `Public` and `public` for one folder, this is its name.
        let real = path.canonicalize().unwrap_or_else(|_| path.clone());
        let root = source_root.canonicalize().map_err(failed)?;
        let home = std::env::home_dir().and_then(|home| home.canonicalize().ok());
        if holds(&real, &root) || home.is_some_and(|home| holds(&real, &home)) {
            return Err(say::output_is_too_much(&text).into());
        }
        if SOURCES.iter().any(|part| real.starts_with(root.join(part))) {
            return Err(say::output_is_among_the_sources(&text).into());
        }
        match (path.parent(), path.file_name()) {
            (Some(parent), Some(name)) => {
                Ok(Self { parent: parent.to_owned(), name: name.to_owned(), path, shown })
            }
            _ => Err(say::output_is_too_much(&text).into()),
        }
    }

    /// The path of a hidden companion beside the folder; `.gitignore` knows these names.
    pub(super) fn beside(&self, role: &str) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(".felles-");
        name.push(role);
        self.parent.join(name)
    }

    /// The folder as the user wrote it.
    pub(super) fn shown(&self) -> String {
        shown_path(&self.shown)
    }

    /// A file of the folder as the user would write it.
    pub(super) fn shown_file(&self, path: &str) -> String {
        shown_path(self.shown.join(path))
    }
}

fn holds(folder: &Path, precious: &Path) -> bool {
    precious.starts_with(folder)
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::OutputFolder;

    #[test]
    fn places_that_hold_what_people_have_written_are_refused() {
        let disk = tempfile::tempdir().unwrap();
        let root = disk.path().join("sites/site");
        fs::create_dir_all(root.join("content/empty")).unwrap();
        std::os::unix::fs::symlink(&root, disk.path().join("link")).unwrap();
        let check = |output: &Path, reason: &str| match OutputFolder::find(output, &root) {
            Ok(_) => panic!("{} is taken", output.display()),
            Err(error) => assert!(error.to_string().contains(reason), "{error}"),
        };
        check(Path::new("/"), "the whole disk");
        check(&root, "the site's sources");
        check(&root.join("."), "the site's sources");
        check(&root.join("content/.."), "the site's sources");
        check(&root.join(".."), "the site's sources");
        check(&disk.path().join("sites"), "the site's sources");
        check(&disk.path().join("link"), "is a link");
        check(&disk.path().join("link/"), "is a link");
        check(&root.join("content"), "lies among");
        check(&root.join("content/empty"), "lies among");
        if let Some(home) = std::env::home_dir().filter(|home| home.is_dir()) {
            check(&home, "your home folder");
        }
    }

    #[test]
    fn companions_are_hidden_and_beside_the_folder() {
        let disk = tempfile::tempdir().unwrap();
        let real = disk.path().canonicalize().unwrap();
        let output = OutputFolder::find(&disk.path().join("new/public/"), disk.path()).unwrap();
        assert_eq!(output.path, real.join("new/public"));
        assert_eq!(output.beside("lock"), real.join("new/.public.felles-lock"));
    }
}
