use std::collections::BTreeMap;

use super::manifest::{self, FileFacts};
use crate::model::{Checksum, OutputPath};

/// The place in an archive of what `sha256sum --check` reads.
pub(super) const SUMS_FILE: &str = "SHA256SUMS";

/// The checksums of these files and of the manifest, as `sha256sum` writes them.
pub(super) fn sums(files: &BTreeMap<OutputPath, FileFacts>, manifest: &[u8]) -> String {
    let of_manifest = (manifest::FILE_NAME, Checksum::of(manifest));
    let all = files.iter().map(|(path, facts)| (path.as_str(), facts.sha256)).chain([of_manifest]);
    let all: BTreeMap<&str, Checksum> = all.collect();
    let lines: Vec<String> = all.iter().map(|(path, sum)| format!("{sum}  {path}\n")).collect();
    lines.concat()
}
