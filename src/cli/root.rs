#![expect(clippy::disallowed_methods, reason = "asks how deep this folder is, to look for a site above it")]

use std::env;
use std::path::{Path, PathBuf};

/// The folder that holds `site.toml`: the one that is asked for, else this one or the nearest above it that
/// has one.
///
/// People call felles where they edit: in a clinic's folder.
pub(super) fn site_root(asked: Option<&Path>) -> PathBuf {
    let here = PathBuf::from(".");
    if let Some(asked) = asked {
        return asked.to_owned();
    }
    let folders = env::current_dir().map_or(1, |folder| folder.ancestors().count());
    // Written as `../..`, so that what is printed is as short as what a person would write.
    let above = (1..folders).map(|steps| std::iter::repeat_n("..", steps).collect::<PathBuf>());
    let mut all = std::iter::once(here.clone()).chain(above);
    all.find(|folder| folder.join("site.toml").is_file()).unwrap_or(here)
}
