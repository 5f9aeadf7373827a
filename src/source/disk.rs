//! Reads a site's source from the disk.
#![expect(clippy::disallowed_methods, reason = "the only code that reads the site from disk")]

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::{SourceFile, SourcePath, SourceTree, embedded};
use crate::diagnostic::{Message, catalogue::content as say};

/// The folders and files of a root that felles reads; everything else beside them is left alone.
const PARTS: [&str; 3] = ["site.toml", "content", "themes"];

/// No file of a privacy site is longer; a device or a film by mistake would be.
const LONGEST_FILE: u64 = 16 * 1024 * 1024;

/// Reads `site.toml`, `content/` and `themes/` below `root`; the base theme comes out of the program where the root has none.
///
/// Files that editors and systems leave behind (`*~`, `.*`, `~$*`, `Thumbs.db`) are passed over.
/// Symbolic links are followed only to regular files and folders inside `root`.
///
/// # Errors
/// The first file or folder that cannot be read, with its path and cause.
pub fn read_site(root: &Path) -> anyhow::Result<SourceTree> {
    let home = root.canonicalize().map_err(|error| cannot_read(root, &error))?;
    if !home.join("site.toml").is_file() {
        return Err(say::no_site_here(&root.display().to_string()).into());
    }
    let mut paths = Vec::new();
    for part in PARTS.map(|part| home.join(part)).into_iter().filter(|part| part.symlink_metadata().is_ok()) {
        let mut walk = WalkDir::new(part).follow_links(true).into_iter();
        while let Some(entry) = walk.next() {
            let entry = entry.map_err(|error| walk_error(&home, &error))?;
            if is_left_behind(&entry) {
                if entry.file_type().is_dir() {
                    walk.skip_current_dir();
                }
                continue;
            }
            // Asked before the folder behind a link is walked: it may be the whole disk.
            if entry.path_is_symlink() {
                stays_inside(&home, entry.path())?;
            }
            if !entry.file_type().is_dir() || has_a_files_name(&entry) {
                paths.push(entry.into_path());
            }
        }
    }
    let read = paths.par_iter().map(|path| read_file(&home, path)).collect::<anyhow::Result<Vec<_>>>();
    let mut files: Vec<SourceFile> = read?.into_iter().flatten().collect();
    if !files.iter().any(|file| file.path.as_str().starts_with("themes/base/")) {
        files.extend(embedded::base_theme());
    }
    Ok(SourceTree::new(files))
}

fn read_file(home: &Path, path: &Path) -> anyhow::Result<Option<SourceFile>> {
    let shown = path.strip_prefix(home).unwrap_or(path);
    let real = stays_inside(home, path)?;
    let metadata = fs::metadata(&real).map_err(|error| cannot_read(shown, &error))?;
    // Asked before opening: opening a named pipe would wait for a writer for ever.
    if !metadata.is_file() {
        return Err(say::not_a_regular_file(&shown.display().to_string()).into());
    }
    if metadata.len() > LONGEST_FILE {
        return Err(say::file_too_long(&shown.display().to_string()).into());
    }
    let file = fs::File::open(&real).map_err(|error| cannot_read(shown, &error))?;
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    file.take(LONGEST_FILE).read_to_end(&mut bytes).map_err(|error| cannot_read(shown, &error))?;
    let name = shown.components().map(|part| part.as_os_str().to_str()).collect::<Option<Vec<_>>>();
    match name.map(|parts| parts.join("/")).as_deref().and_then(SourcePath::parse) {
        Some(path) => Ok(Some(SourceFile::new(path, bytes))),
        None => Err(say::file_name_is_no_text(&shown.display().to_string()).into()),
    }
}

/// The real path of what `path` leads to, which must be below `home`.
fn stays_inside(home: &Path, path: &Path) -> anyhow::Result<PathBuf> {
    let shown = path.strip_prefix(home).unwrap_or(path);
    let real = path.canonicalize().map_err(|error| cannot_read(shown, &error))?;
    if real.starts_with(home) {
        Ok(real)
    } else {
        Err(say::link_leads_out(&shown.display().to_string()).into())
    }
}

/// A folder called `complaint.nb.md` was meant to be a file.
fn has_a_files_name(entry: &DirEntry) -> bool {
    entry.path().extension().is_some_and(|ending| ending == "md" || ending == "toml")
}

fn is_left_behind(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let by_editors =
        name.ends_with('~') || name.starts_with("~$") || name.starts_with('.') || name.starts_with('#');
    entry.depth() > 0 && (by_editors || matches!(&*name, "Thumbs.db" | "desktop.ini"))
}

fn cannot_read(path: &Path, cause: &io::Error) -> Message {
    say::cannot_read(&path.display().to_string(), &cause.to_string())
}

fn walk_error(home: &Path, error: &walkdir::Error) -> Message {
    let path = error
        .path()
        .map(|path| path.strip_prefix(home).unwrap_or(path).display().to_string())
        .unwrap_or_default();
    let cause = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
    if error.loop_ancestor().is_some() {
        say::link_goes_in_a_circle(&path)
    } else {
        say::cannot_read(&path, &cause)
    }
}
