#![expect(clippy::disallowed_methods, reason = "reads what was just written, to compress it")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::{Compression, GzBuilder};
use rayon::prelude::*;

use crate::emit::cannot_read;
use crate::emit::manifest::FileFacts;
use crate::emit::new_tree::NewTree;
use crate::model::{Checksum, OutputPath};
use crate::source::disk::shown_path;

/// The endings of files whose content is text: what is compressed already does not get smaller.
const TEXTS: [&str; 7] = ["css", "html", "ics", "json", "svg", "txt", "xml"];

/// Smaller than this, the headers weigh more than what is saved.
const SMALLEST: usize = 512;

/// Brotli's quality, of 11: the best takes ten times as long for a twentieth less.
const QUALITY: i32 = 9;

/// The endings of the compressed forms.
pub(super) const ENDINGS: [&str; 2] = ["gz", "br"];

/// Writes the compressed forms of all texts of a new tree; those of files that are `kept` of the tree at
/// `live` are linked.
pub(super) fn compress(
    new: &NewTree,
    live: Option<&Path>,
    files: &BTreeMap<OutputPath, FileFacts>,
    kept: &BTreeSet<&OutputPath>,
) -> anyhow::Result<BTreeMap<OutputPath, FileFacts>> {
    let texts = files.par_iter().filter(|(path, facts)| is_compressed(path.as_str(), facts.length));
    let forms = texts.map(|(path, _)| {
        let here = live.filter(|_| kept.contains(path)).map(|live| live.join(path.as_str()));
        let place = here.clone().unwrap_or_else(|| new.tree.root().join(path.as_str()));
        let read = |place: PathBuf| fs::read(&place).map_err(|error| cannot_read(&shown_path(place), &error));
        let mut forms = Vec::new();
        for ending in ENDINGS {
            let form = OutputPath::parse(&format!("{path}.{ending}"));
            let form = form.expect("a longer name of a plain path is plain");
            let known = here.as_ref().map(|page| page.with_file_name(name_of(&form)));
            let bytes = if let Some(known) = known.filter(|known| known.is_file()) {
                new.link(&form, &known)?;
                read(known)?
            } else {
                let bytes = compressed(&read(place.clone())?, ending);
                new.put(&form, &bytes)?;
                bytes
            };
            forms.push((form, FileFacts { sha256: Checksum::of(&bytes), length: bytes.len() }));
        }
        anyhow::Ok(forms)
    });
    Ok(forms.collect::<anyhow::Result<Vec<_>>>()?.into_iter().flatten().collect())
}

fn name_of(path: &OutputPath) -> &str {
    path.as_str().rsplit('/').next().unwrap_or_default()
}

/// Whether servers are given compressed forms of this file.
fn is_compressed(path: &str, length: usize) -> bool {
    let is_of_brand = path.contains('/') && !path.starts_with('_');
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    is_of_brand && length >= SMALLEST && ending.is_some_and(|ending| TEXTS.contains(&ending))
}

/// The bytes in the form of this ending: the same for the same bytes.
fn compressed(bytes: &[u8], ending: &str) -> Vec<u8> {
    let mut small = Vec::new();
    if ending == "gz" {
        let mut writer = GzBuilder::new().mtime(0).write(&mut small, Compression::best());
        writer.write_all(bytes).expect("memory takes every byte");
        writer.finish().expect("memory takes every byte");
    } else {
        let mut writer = brotli::CompressorWriter::new(&mut small, 1 << 16, QUALITY as u32, 22);
        writer.write_all(bytes).expect("memory takes every byte");
        drop(writer);
    }
    small
}
