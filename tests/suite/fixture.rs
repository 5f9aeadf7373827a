//! The sites below `tests/sites/`, and building one in memory.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use felles::diagnostic::Diagnostic;
use felles::pipeline::{BuildOptions, MemorySink, build};
use felles::source::{SourceFile, SourcePath, SourceTree, disk};

/// The folder of a site below `tests/sites/`.
pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites").join(name)
}

/// The source of a site below `tests/sites/`.
pub(crate) fn site(name: &str) -> SourceTree {
    disk::read_site(&folder(name)).expect("the fixture can be read")
}

/// The day for which all fixtures are built.
pub(crate) const DATE: jiff::civil::Date = jiff::civil::date(2026, 7, 1);

/// Builds a site in memory: its files by path, and what was found.
pub(crate) fn build_in_memory(tree: &SourceTree) -> (BTreeMap<String, Vec<u8>>, Vec<Diagnostic>) {
    build_on(tree, DATE)
}

/// The same for another day.
pub(crate) fn build_on(
    tree: &SourceTree,
    date: jiff::civil::Date,
) -> (BTreeMap<String, Vec<u8>>, Vec<Diagnostic>) {
    let sink = MemorySink::new();
    let outcome = build(tree, BuildOptions { date }, &sink);
    let files = sink.into_files().into_iter().map(|(path, bytes)| (path.to_string(), bytes));
    (files.collect(), outcome.findings)
}

/// A source file out of its path and its bytes.
pub(crate) fn file(path: &str, bytes: impl Into<Vec<u8>>) -> SourceFile {
    SourceFile::new(SourcePath::parse(path).expect("the path is plain"), bytes.into())
}

/// The tree with these files put in or in the place of others.
pub(crate) fn with(tree: &SourceTree, files: Vec<SourceFile>) -> SourceTree {
    // Of two with the same path the first given stays.
    SourceTree::new(files.into_iter().chain(tree.iter().map(|(_, file)| file.clone())).collect())
}

/// One line a finding, for a test that fails.
pub(crate) fn lines(findings: &[Diagnostic], tree: &SourceTree) -> String {
    felles::report::draw_short(findings, tree, felles::diagnostic::MessageLanguage::English)
}
