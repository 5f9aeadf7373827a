//! Where the repository's parts are, and copies of them to work on.
#![expect(clippy::disallowed_methods, reason = "reads and copies the files that tests work on")]

use std::fs;
use std::path::{Path, PathBuf};

/// The repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The program.
pub(crate) fn felles() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_felles"))
}

/// The files below `folder` by their paths in it, with `/` between the parts, in order.
pub(crate) fn files_below(folder: &Path) -> Vec<String> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(shown(path.strip_prefix(folder).unwrap()));
            }
        }
    }
    files.sort();
    files
}

/// Writes `site.toml` and the folders of a site's source to a new folder, in the order that `arrange` gives the files.
pub(crate) fn copy_site(from: &Path, to: &Path, arrange: impl Fn(&mut Vec<String>)) {
    let mut files = vec!["site.toml".to_owned()];
    for part in ["content", "themes"].into_iter().filter(|part| from.join(part).is_dir()) {
        files.extend(files_below(&from.join(part)).into_iter().map(|file| format!("{part}/{file}")));
    }
    arrange(&mut files);
    for file in files {
        let target = to.join(&file);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, fs::read(from.join(&file)).unwrap()).unwrap();
    }
}

fn shown(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

/// A folder of the tests.
pub(crate) fn fixture(path: &str) -> PathBuf {
    repository().join("tests").join(path)
}
