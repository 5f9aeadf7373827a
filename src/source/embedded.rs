//! Files that the program carries: the base theme.

use std::sync::{Arc, LazyLock};

use include_dir::{Dir, DirEntry, include_dir};

use super::{SourceFile, SourcePath};

static BASE_THEME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/base");

/// The base theme as source files below `themes/base/`: decoded once, and shared by all trees.
#[must_use]
pub fn base_theme() -> &'static [Arc<SourceFile>] {
    static FILES: LazyLock<Vec<Arc<SourceFile>>> = LazyLock::new(|| files(&BASE_THEME, "themes/base/"));
    &FILES
}

fn files(folder: &Dir<'static>, prefix: &str) -> Vec<Arc<SourceFile>> {
    let mut list = Vec::new();
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(folder) => list.extend(files(folder, prefix)),
            DirEntry::File(file) => {
                let path = file.path().to_str().map(|path| format!("{prefix}{}", path.replace('\\', "/")));
                let path = path.as_deref().and_then(SourcePath::parse);
                list.extend(path.map(|path| Arc::new(SourceFile::new(path, file.contents().to_vec()))));
            }
        }
    }
    list
}
