use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::PARTS;
use super::reader::Unreadable;
use super::shown::shown_path;
use crate::diagnostic::{Message, catalogue::content as say};

/// The files of a site, and what kept others from being listed.
#[derive(Debug, Default)]
pub(super) struct Listing {
    pub files: Vec<PathBuf>,
    pub unreadable: Vec<Unreadable>,
}

/// Lists the files below `home`, which is a real path.
pub(super) fn list(home: &Path) -> Listing {
    let mut listing = Listing::default();
    for part in PARTS.map(|part| home.join(part)) {
        match part.symlink_metadata() {
            Ok(_) => {}
            // The only cause that means that there is nothing: a disk that is silent may hold all of it.
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(error) => {
                let cause = cannot_read(below(home, &part), &error);
                listing.unreadable.push(Unreadable::new(home, &part, cause));
                continue;
            }
        }
        let mut walk = WalkDir::new(part).follow_links(true).into_iter();
        while let Some(entry) = walk.next() {
            let entry = match entry {
                Ok(entry) => entry,
                // A link that leads nowhere, such as the lock that Emacs lays beside a file with changes.
                Err(error) if error.depth() > 0 && error.path().is_some_and(is_left_by_editors) => continue,
                Err(error) => {
                    let path = error.path().unwrap_or(home);
                    listing.unreadable.push(Unreadable::new(home, path, walk_error(home, &error)));
                    continue;
                }
            };
            let is_folder = entry.file_type().is_dir();
            // Asked before the folder behind a link is walked: it may be the whole disk.
            let leads_out =
                if entry.path_is_symlink() { stays_inside(home, entry.path()).err() } else { None };
            let is_left_out = is_left_behind(&entry) || leads_out.is_some();
            if is_left_out && is_folder {
                walk.skip_current_dir();
            }
            if is_left_behind(&entry) {
                continue;
            }
            listing.unreadable.extend(leads_out.map(|cause| Unreadable::new(home, entry.path(), cause)));
            if !is_left_out && (!is_folder || has_a_files_name(&entry)) {
                listing.files.push(entry.into_path());
            }
        }
    }
    listing
}

/// The real path of what `path` leads to, which must be below `home`.
fn stays_inside(home: &Path, path: &Path) -> Result<PathBuf, Message> {
    let shown = below(home, path);
    let real = path.canonicalize().map_err(|error| cannot_read(shown, &error))?;
    if real.starts_with(home) { Ok(real) } else { Err(say::link_leads_out(&shown_path(shown))) }
}

/// Which folders of a site are within it: asked once for each, and not for each file in them.
#[derive(Debug)]
pub(super) struct RealFolders<'h> {
    home: &'h Path,
    /// The real path of each folder that is one by its own name, without a link on the way out of the site.
    real: BTreeMap<PathBuf, PathBuf>,
}

impl<'h> RealFolders<'h> {
    /// The folders of these files.
    pub(super) fn of<'p>(home: &'h Path, files: impl IntoIterator<Item = &'p PathBuf>) -> Self {
        let folders: BTreeSet<&Path> = files.into_iter().filter_map(|file| file.parent()).collect();
        let real = |folder: &&Path| Some((folder.to_path_buf(), stays_inside(home, folder).ok()?));
        Self { home, real: folders.par_iter().filter_map(real).collect() }
    }

    /// The real path of a file, which must be within the site.
    pub(super) fn real_path(&self, file: &Path) -> Result<PathBuf, Message> {
        let folder = file.parent().and_then(|folder| self.real.get(folder));
        let is_link = || file.symlink_metadata().map_or(true, |metadata| metadata.is_symlink());
        match (folder, file.file_name()) {
            (Some(folder), Some(name)) if !is_link() => Ok(folder.join(name)),
            _ => stays_inside(self.home, file),
        }
    }
}

/// `path` as a reader knows it: below the site's root.
pub(super) fn below<'p>(home: &Path, path: &'p Path) -> &'p Path {
    path.strip_prefix(home).unwrap_or(path)
}

pub(super) fn cannot_read(path: &Path, cause: &io::Error) -> Message {
    let path = shown_path(path);
    match cause.kind() {
        ErrorKind::PermissionDenied => say::may_not_read(&path),
        ErrorKind::NotFound => say::is_not_there(&path),
        _ => say::cannot_read(&path, &cause.to_string()),
    }
}

/// A folder called `complaint.nb.md` was meant to be a file.
fn has_a_files_name(entry: &DirEntry) -> bool {
    entry.path().extension().is_some_and(|ending| ending == "md" || ending == "toml")
}

fn is_left_behind(entry: &DirEntry) -> bool {
    entry.depth() > 0 && is_left_by_editors(entry.path())
}

/// Whether a file has a name that editors and systems give to what they leave behind.
fn is_left_by_editors(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // The one name with a point before it that is published (RFC 8615).
    if name == ".well-known" {
        return false;
    }
    name.ends_with('~')
        || name.starts_with("~$")
        || name.starts_with(['.', '#'])
        || matches!(&*name, "Thumbs.db" | "desktop.ini")
}

/// Whether `path` may be a part of the site at `home`, or hold one: the files that editors leave beside
/// others are not, and tell nothing of them.
#[must_use]
pub fn is_of_site(home: &Path, path: &Path) -> bool {
    let Ok(below) = path.strip_prefix(home) else { return true };
    let mut parts = below.components().map(Component::as_os_str);
    parts.next().is_none_or(|first| PARTS.iter().any(|part| first == *part))
        && !parts.any(|part| is_left_by_editors(Path::new(part)))
}

fn walk_error(home: &Path, error: &walkdir::Error) -> Message {
    let path = error.path().map_or(Path::new(""), |path| below(home, path));
    if error.loop_ancestor().is_some() {
        return say::link_goes_in_a_circle(&shown_path(path));
    }
    match error.io_error() {
        Some(cause) => cannot_read(path, cause),
        None => say::cannot_read(&shown_path(path), &error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};
    use std::path::Path;

    use super::{cannot_read, is_of_site};
    use crate::diagnostic::MessageLanguage::Bokmal;

    #[test]
    fn why_a_file_cannot_be_read_is_told_in_plain_words() {
        let said = |kind| cannot_read(Path::new("site.toml"), &Error::from(kind));
        let told = said(ErrorKind::PermissionDenied);
        assert_eq!(
            told.in_language(Bokmal),
            "du har ikke lov til å lese `site.toml`: gi deg selv lesetilgang"
        );
        assert_eq!(
            said(ErrorKind::NotFound).in_language(Bokmal),
            "`site.toml` finnes ikke, eller er en lenke som ikke leder til noe"
        );
        assert!(said(ErrorKind::TimedOut).to_string().starts_with("cannot read `site.toml`: "));
    }

    #[test]
    fn what_editors_write_beside_files_is_no_part_of_the_site() {
        let check = |path: &str, expected: bool| {
            assert_eq!(is_of_site(Path::new("/srv/nordlys"), Path::new(path)), expected, "{path}");
        };
        check("/srv/nordlys", true);
        check("/srv/nordlys/site.toml", true);
        check("/srv/nordlys/content", true);
        check("/srv/nordlys/content/group/about.toml", true);
        check("/srv/nordlys/content/group/4913", true);
        check("/srv/nordlys/content/group/about.toml~", false);
        check("/srv/nordlys/content/group/.about.toml.swp", false);
        check("/srv/nordlys/content/.git/index", false);
        check("/srv/nordlys/public/nordlys/index.html", false);
        check("/srv/nordlys/.site.toml.swp", false);
        check("/elsewhere/content", true);
    }
}
