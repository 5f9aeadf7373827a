//! Keeps reports out of the folder that is published.

use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::diagnostic::catalogue::coverage as say;
use crate::source::disk::shown_path;

/// Links that lead to links; a circle ends here.
const MOST_LINKS: usize = 40;

/// Fails if `file` is, or would be, in the published folder `output` of the site at `root`, or among the
/// files that felles reads there, whatever links and `..` the way there has:
/// what stands in a theme is published with the next build.
pub(super) fn refuse_published(file: &Path, root: &Path, output: &str) -> anyhow::Result<()> {
    if let Some(part) = file.components().find_map(changed_by_windows) {
        return Err(anyhow::Error::new(say::name_is_not_kept(&shown_path(file), part)));
    }
    let part =
        [output, "content", "themes", "site.toml"].into_iter().find(|part| is_within(file, &root.join(part)));
    let Some(part) = part else { return Ok(()) };
    let (file, part) = (shown_path(file), shown_path(root.join(part)));
    Err(anyhow::Error::new(say::output_is_published(&file, &part)))
}

/// A part of a path that Windows reads as another: it takes dots and spaces away at the end of a name, so
/// that `public./x` is in `public`, and what follows a colon.
fn changed_by_windows(part: Component<'_>) -> Option<&str> {
    let Component::Normal(part) = part else { return None };
    part.to_str().filter(|part| part.ends_with(['.', ' ']) || cfg!(windows) && part.contains(':'))
}

/// Whether `path` is `folder` or below it; neither need be there.
fn is_within(path: &Path, folder: &Path) -> bool {
    real(path, MOST_LINKS).starts_with(real(folder, MOST_LINKS))
}

/// The path without links and `..`: what is there is asked of the disk, what is not is read as it is written.
fn real(path: &Path, links: usize) -> PathBuf {
    let start = if path.is_absolute() { PathBuf::new() } else { fs::canonicalize(".").unwrap_or_default() };
    let mut real = start;
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                real.pop();
            }
            part => {
                real.push(part);
                // A link that leads to nothing yet would be written through all the same.
                let target = fs::read_link(&real).ok().filter(|_| links > 0);
                if let Some(target) = target {
                    real.pop();
                    real = self::real(&real.join(target), links - 1);
                } else if let Ok(known) = fs::canonicalize(&real) {
                    real = known;
                }
            }
        }
    }
    real
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "makes the folders and links that it asks about")]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_within_a_folder_however_it_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("public/a")).unwrap();
        let published = root.join("public");
        for inside in ["public", "public/x.html", "public/a/../x.html", "other/../public/x", "public/new/x"] {
            assert!(is_within(&root.join(inside), &published), "{inside}");
        }
        for outside in ["x.html", "public/../x.html", "publicity/x.html", "public/a/../../x"] {
            assert!(!is_within(&root.join(outside), &published), "{outside}");
        }
        assert!(is_within(&root.join("nowhere/x"), &root.join("nowhere")));
    }

    #[test]
    fn a_name_that_windows_would_change_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let check = |path: &str, fine: bool| {
            assert_eq!(
                refuse_published(&folder.path().join(path), folder.path(), "public").is_ok(),
                fine,
                "{path}"
            );
        };
        check("public./x", false);
        check("public /x", false);
        check("reports/x.", false);
        check("reports/./x.ics", true);
        check("reports/../x", true);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_even_where_they_lead_to_nothing_yet() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("public/a")).unwrap();
        symlink("public", root.join("folder")).unwrap();
        symlink("public/not-yet.html", root.join("file.html")).unwrap();
        symlink("circle", root.join("circle")).unwrap();
        symlink("public/a", root.join("deep")).unwrap();
        let published = root.join("public");
        for inside in ["folder/x.html", "file.html", "deep/../x.html", "folder/a/x"] {
            assert!(is_within(&root.join(inside), &published), "{inside}");
        }
        assert!(!is_within(&root.join("circle/x"), &published));
        assert!(is_within(&root.join("folder/x"), &root.join("folder")));
    }
}
