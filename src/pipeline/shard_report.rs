use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::build::coming_changes;
use super::build::{BuildOptions, Outcome, fingerprint};
use super::part::StaleOverrides;
use super::shard::Shard;
use crate::calendar::ComingChanges;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Joined, SourceFile, SourcePath, SourceTree};
use crate::span::FileId;

/// What a shard tells of itself beside its pages, for who joins all: its place in its folder.
pub const SHARD_FILE: &str = "shard.json";

/// Rises when the file changes so that an older felles would misread it.
const FORMAT: u32 = 1;

/// What a shard tells of itself: which it is, of what it was built, what was found, and when its pages change
/// by themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShardReport {
    format: u32,
    number: usize,
    of: usize,
    /// What all shards have in common.
    pub built: BuiltOf,
    pub(super) changes: ComingChanges,
    /// The findings on all brands together and on the shard's own.
    pub(super) findings: Vec<Diagnostic>,
    /// The findings on allowances, which count if every shard has them.
    pub(super) of_allowances: Vec<Diagnostic>,
    /// The files that the findings are about, and the site's settings.
    sources: Vec<ShownSource>,
}

/// What a build is made of, and how strictly it looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuiltOf {
    /// The version of felles.
    pub felles: String,
    /// The day that the pages are made for.
    pub date: Date,
    /// The fingerprint of the content.
    pub fingerprint: String,
    /// Whether stale overrides are refused.
    pub refuses_stale: bool,
    /// Whether stale overrides are published, and the manifest says so.
    pub allows_stale: bool,
}

/// A source file, as far as findings show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ShownSource {
    path: String,
    text: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    joined: Vec<Joined>,
}

impl BuiltOf {
    /// What a build of these files is made of.
    #[must_use]
    pub fn of(tree: &SourceTree, options: BuildOptions, stale: StaleOverrides, allows_stale: bool) -> Self {
        Self {
            felles: env!("FELLES_VERSION").to_owned(),
            date: options.date,
            fingerprint: fingerprint(tree),
            refuses_stale: stale == StaleOverrides::Refused,
            allows_stale,
        }
    }
}

impl ShardReport {
    /// What came of a shard.
    ///
    /// # Panics
    /// If a finding is about a file of another tree.
    #[must_use]
    pub fn new(shard: Shard, built: BuiltOf, outcome: &Outcome, tree: &SourceTree) -> Self {
        let found = || outcome.findings.iter().chain(&outcome.of_allowances);
        let settings = tree.find("site.toml").map(|(id, _)| id);
        let mut files: Vec<FileId> = found().flat_map(Diagnostic::files).chain(settings).collect();
        files.sort_unstable();
        files.dedup();
        let number = |file: FileId| {
            let at = files.binary_search(&file).expect("every file of a finding is among them");
            FileId(u32::try_from(at).expect("there are fewer than in the tree"))
        };
        let numbered =
            |found: &[Diagnostic]| found.iter().map(|finding| finding.clone().with_files(number)).collect();
        let source = |id: &FileId| {
            let SourceFile { path, text, joined, .. } = tree.file(*id);
            ShownSource { path: path.to_string(), text: text.clone(), joined: joined.clone() }
        };
        Self {
            format: FORMAT,
            number: shard.number(),
            of: shard.of(),
            changes: coming_changes(outcome, built.date),
            built,
            findings: numbered(&outcome.findings),
            of_allowances: numbered(&outcome.of_allowances),
            sources: files.iter().map(source).collect(),
        }
    }

    /// Reads what a shard told. Returns None for anything else.
    #[must_use]
    pub fn parse(json: &[u8]) -> Option<Self> {
        let report: Self = serde_json::from_slice(json).ok()?;
        let paths = || report.sources.iter().map(|source| source.path.as_str());
        let is_there = |file: FileId| (file.0 as usize) < report.sources.len();
        let found = report.findings.iter().chain(&report.of_allowances);
        let is_sound = report.format == FORMAT
            && Shard::new(report.number, report.of).is_some()
            && paths().all(|path| SourcePath::parse(path).is_some())
            && paths().is_sorted()
            && found.flat_map(Diagnostic::files).all(is_there);
        is_sound.then_some(report)
    }

    /// The text of the file.
    ///
    /// # Panics
    /// Never: texts and numbers are JSON.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string_pretty(self).expect("it is made of texts and numbers") + "\n"
    }

    /// Which shard it is.
    ///
    /// # Panics
    /// Never: that there is such a shard was asked when it was read.
    #[must_use]
    pub fn shard(&self) -> Shard {
        Shard::new(self.number, self.of).expect("it was made of one, or asked when it was read")
    }

    /// How many errors were found; with any, no page is there.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error).count()
    }

    /// The files that the findings of these shards are about.
    pub(super) fn sources(reports: &[Self]) -> SourceTree {
        let sources = reports.iter().flat_map(|report| &report.sources);
        let by_path: BTreeMap<&str, &ShownSource> =
            sources.map(|source| (source.path.as_str(), source)).collect();
        let file = |source: &ShownSource| {
            let path = SourcePath::parse(&source.path)?;
            Some(SourceFile::shown(path, source.text.clone(), source.joined.clone()))
        };
        SourceTree::new(by_path.into_values().filter_map(file).collect())
    }

    /// These findings of this shard, in a tree that has its files.
    pub(super) fn in_tree(&self, findings: &[Diagnostic], tree: &SourceTree) -> Vec<Diagnostic> {
        let number = |file: FileId| {
            let path = &self.sources[file.0 as usize].path;
            tree.find(path).expect("the tree has the files of all shards").0
        };
        findings.iter().map(|finding| finding.clone().with_files(number)).collect()
    }
}
