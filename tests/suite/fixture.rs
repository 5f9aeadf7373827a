//! The sites below `tests/sites/`, and building one in memory.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::LazyLock;

use felles::diagnostic::Diagnostic;
use felles::pipeline::{BuildOptions, Content, Memo, MemorySink, build};
use felles::source::{SourceFile, SourcePath, SourceTree, disk};
use jiff::civil::{Date, date};

use crate::paths::{fixture, repository};

/// The folder of a site below `tests/sites/`.
pub(crate) fn folder(name: &str) -> PathBuf {
    fixture("sites").join(name)
}

/// The source of a site below `tests/sites/`.
pub(crate) fn site(name: &str) -> SourceTree {
    disk::read_site(&folder(name)).expect("the fixture can be read")
}

/// The source of the repository's own site, read once for all tests.
pub(crate) fn shipped() -> SourceTree {
    static SITE: LazyLock<SourceTree> =
        LazyLock::new(|| disk::read_site(repository()).expect("the repository's own site can be read"));
    SITE.clone()
}

/// The day for which all fixtures are built.
pub(crate) const DATE: Date = date(2026, 7, 1);

/// Builds a site in memory: its files by path, and what was found.
pub(crate) fn build_in_memory(tree: &SourceTree) -> (BTreeMap<String, Vec<u8>>, Vec<Diagnostic>) {
    build_on(tree, DATE)
}

/// The same for another day.
pub(crate) fn build_on(tree: &SourceTree, date: Date) -> (BTreeMap<String, Vec<u8>>, Vec<Diagnostic>) {
    let sink = MemorySink::new();
    let outcome = build(tree, BuildOptions { date }, &sink);
    let files = sink.into_files().into_iter().map(|(path, bytes)| (path.to_string(), bytes));
    (files.collect(), outcome.findings)
}

/// What pages of a site are made of: its brands can be made for many days, without the checks of a build.
pub(crate) fn content(tree: &SourceTree) -> Content {
    Content::read(tree, &mut Memo::default()).expect("the site has a site.toml and a theme")
}

/// The pages of a brand by path, as a build on this day makes them.
pub(crate) fn pages_on(content: &Content, brand: &str, date: Date) -> BTreeMap<String, Vec<u8>> {
    let files = content.brand(brand, date).expect("the site has the brand").into_iter();
    let files = files.map(|(path, bytes)| (path.to_string(), bytes));
    files.filter(|(path, _)| path.rsplit('.').next() == Some("html")).collect()
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
