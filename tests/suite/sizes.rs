//! What a reader's phone has to fetch.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::fixture;

/// A page and its stylesheet, compressed as a web server sends them.
const LIMIT: usize = 30 * 1024;

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(bytes).expect("memory can be written");
    encoder.finish().expect("memory can be written").len()
}

fn is(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found == extension)
}

#[test]
fn the_longest_statement_with_its_stylesheet_is_under_30_kb() {
    let (files, _) = fixture::build_on(&fixture::shipped(), jiff::civil::date(2026, 11, 21));
    let weigh = |path: &String, page: &Vec<u8>| {
        let brand = path.split('/').next()?;
        let (_, style) = files
            .iter()
            .find(|(path, _)| path.starts_with(&format!("{brand}/assets/")) && is(path, "css"))?;
        Some((compressed(page) + compressed(style), compressed(style), path.clone()))
    };
    let pages = files.iter().filter(|(path, _)| is(path, "html"));
    let heaviest = pages.filter_map(|(path, page)| weigh(path, page)).max().expect("the site has pages");
    let (bytes, style, path) = heaviest;
    writeln!(std::io::stdout(), "{path}: {bytes} bytes compressed, {style} of them the stylesheet")
        .expect("the terminal can be written");
    assert!(bytes > 1024, "pages are weighed");
    assert!(bytes < LIMIT, "{path} weighs {bytes} bytes with its stylesheet");
}
