use std::io::Write;

use flate2::{Compression, GzBuilder};

/// The endings of files whose content is text: what is compressed already does not get smaller.
const TEXTS: [&str; 7] = ["css", "html", "ics", "json", "svg", "txt", "xml"];

/// Smaller than this, the headers weigh more than what is saved.
const SMALLEST: usize = 512;

/// Brotli's quality, of 11: the best takes ten times as long for a twentieth less.
const QUALITY: i32 = 9;

/// The endings of the compressed forms.
pub(super) const ENDINGS: [&str; 2] = ["gz", "br"];

/// Whether servers are given compressed forms of this file.
pub(super) fn is_compressed(path: &str, length: usize) -> bool {
    let is_of_brand = path.contains('/') && !path.starts_with('_');
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    is_of_brand && length >= SMALLEST && ending.is_some_and(|ending| TEXTS.contains(&ending))
}

/// The bytes in the form of this ending: the same for the same bytes.
pub(super) fn compressed(bytes: &[u8], ending: &str) -> Vec<u8> {
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
