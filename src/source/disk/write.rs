#![expect(clippy::disallowed_methods, reason = "the only code that changes the site's files")]

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::diagnostic::{Message, catalogue::review as say};
use crate::source::SourcePath;

/// The bytes of a site's file as they are on the disk.
///
/// # Errors
/// The file cannot be read.
pub fn read_bytes(root: &Path, path: &str) -> anyhow::Result<Vec<u8>> {
    Ok(fs::read(place(root, path)?).map_err(|error| failed(path, &error))?)
}

/// Puts `new` in the place of a file that holds `before`, in one step; the rights stay as they are.
/// With `before` None, the file is new, and its folder is made if need be.
///
/// # Errors
/// The file holds something else by now, or the disk refuses; then it is as it was.
pub fn write_over(root: &Path, path: &str, before: Option<&[u8]>, new: &[u8]) -> anyhow::Result<()> {
    let file = place(root, path)?;
    // A link stays one: what it leads to is replaced.
    let file =
        if before.is_some() { file.canonicalize().map_err(|error| failed(path, &error))? } else { file };
    let cannot = |error: io::Error| failed(path, &error);
    let folder = file.parent().unwrap_or(root);
    if before.is_none() {
        fs::create_dir_all(folder).map_err(cannot)?;
    }
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    // Git, the watch and the reader pass over such names.
    let aside = folder.join(format!(".{name}.felles-{}", std::process::id()));
    let written = (|| {
        let mut new_file = fs::File::create(&aside)?;
        new_file.write_all(new)?;
        if before.is_some() {
            new_file.set_permissions(fs::metadata(&file)?.permissions())?;
        }
        new_file.sync_all()
    })();
    let result = written.map_err(|error| anyhow::Error::from(cannot(error))).and_then(|()| {
        unchanged(&file, path, before)?;
        fs::rename(&aside, &file).map_err(cannot)?;
        Ok(())
    });
    if result.is_err() {
        // It may never have been made.
        let _ = fs::remove_file(&aside);
    }
    result
}

/// Deletes a file that holds `before`.
///
/// # Errors
/// The file holds something else by now, or the disk refuses.
pub fn delete(root: &Path, path: &str, before: &[u8]) -> anyhow::Result<()> {
    let file = place(root, path)?;
    unchanged(&file, path, Some(before))?;
    fs::remove_file(&file).map_err(|error| failed(path, &error).into())
}

fn unchanged(file: &Path, path: &str, before: Option<&[u8]>) -> anyhow::Result<()> {
    let now = match fs::read(file) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(failed(path, &error).into()),
    };
    if now.as_deref() == before { Ok(()) } else { Err(say::changed_meanwhile(path).into()) }
}

fn place(root: &Path, path: &str) -> anyhow::Result<PathBuf> {
    let path = SourcePath::parse(path).ok_or_else(|| say::cannot_change(path, ".."))?;
    Ok(path.as_str().split('/').fold(root.to_owned(), |place, part| place.join(part)))
}

fn failed(path: &str, cause: &io::Error) -> Message {
    say::cannot_change(path, &cause.to_string())
}

#[cfg(test)]
mod tests {
    use super::{delete, read_bytes, write_over};

    #[test]
    fn a_file_is_replaced_whole_and_never_over_a_newer_one() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        write_over(root, "content/bases/a.md", None, b"en").unwrap();
        assert_eq!(read_bytes(root, "content/bases/a.md").unwrap(), b"en");
        write_over(root, "content/bases/a.md", Some(b"en"), b"to").unwrap();
        for before in [None, Some(b"en".as_slice())] {
            assert!(write_over(root, "content/bases/a.md", before, b"tre").is_err());
        }
        assert!(delete(root, "content/bases/a.md", b"en").is_err());
        assert_eq!(read_bytes(root, "content/bases/a.md").unwrap(), b"to");
        let names = std::fs::read_dir(root.join("content/bases")).unwrap();
        assert_eq!(names.count(), 1, "what is written aside does not stay");
        delete(root, "content/bases/a.md", b"to").unwrap();
        assert!(read_bytes(root, "content/bases/a.md").is_err());
        assert!(write_over(root, "../a.md", None, b"en").is_err());
    }
}
