//! Reads a site's source from the disk, and changes files of it when somebody asks for that.
//!
//! In: the site's root. Out: a [`SourceTree`], once ([`read_site`]) or again and again ([`SiteReader`]).
//!
//! Invariant: nothing outside the root is read, whatever links there are,
//! and only regular files are opened.
//! Invariant: a file is written in one step, and never over one that holds something else than was read.

mod reader;
mod revision;
mod shown;
mod stamp;
mod walk;
mod write;

use std::path::Path;

pub use reader::{Hints, SiteReader, SiteReading, Unreadable};
pub use revision::read_revision;
pub use shown::{plain, shown_path};
pub use stamp::inode;
pub use walk::is_of_site;
pub use write::{delete, read_bytes, write_over};

use super::SourceTree;

/// The folders and files of a root that felles reads; everything else beside them is left alone.
pub const PARTS: [&str; 3] = ["site.toml", "content", "themes"];

/// Reads `site.toml`, `content/` and `themes/` below `root`;
/// the base theme comes from the program if the root has none.
///
/// Files that editors and systems leave behind (`*~`, `.*`, `~$*`, `Thumbs.db`) are passed over.
/// Symbolic links are followed only to regular files and folders inside `root`.
///
/// # Errors
/// The first file or folder that cannot be read, with its path and cause.
pub fn read_site(root: &Path) -> anyhow::Result<SourceTree> {
    let reading = SiteReader::open(root)?.read(&Hints::None);
    match reading.unreadable.into_iter().next() {
        Some(first) => Err(first.message.into()),
        None => Ok(reading.tree),
    }
}
