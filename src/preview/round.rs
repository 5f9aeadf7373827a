use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::calendar::Change;
use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::model::Id;
use crate::pipeline::{self, BuildOptions, Concerned, MemorySink, Outcome};
use crate::serve::{SiteFiles, Snapshot};
use crate::source::SourceTree;
use crate::source::disk::Reading;

/// What one look at the files came to.
#[derive(Debug, Default)]
pub(super) struct Round {
    /// The files.
    pub tree: SourceTree,
    /// What could not be read of them.
    pub unreadable: Vec<Message>,
    /// The day that the pages are of.
    pub date: Date,
    /// Every finding, sorted, and whom it concerns.
    pub findings: Vec<(Diagnostic, Concerned)>,
    /// The brands, in the order of their ids.
    pub brands: BTreeMap<String, BrandState>,
    /// When pages will change by themselves, sorted.
    pub changes: Vec<Change>,
}

/// How it stands with a brand.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct BrandState {
    /// Its domain, as people read it; nothing where it could not be rendered.
    pub domain: Option<String>,
    /// How many errors concern it.
    pub errors: usize,
    /// How many warnings concern it.
    pub warnings: usize,
    /// Whether older pages are shown, since those of now have errors.
    pub is_older: bool,
}

impl Round {
    /// Builds what was read, and says what is to be shown after `last`.
    pub(super) fn of(reading: Reading, date: Date, last: &Snapshot) -> (Self, Snapshot) {
        let Reading { tree, unreadable } = reading;
        let sink = MemorySink::new();
        let outcome = pipeline::build(&tree, BuildOptions { date }, &sink);
        let built = SiteFiles::of_brands(sink.into_files(), outcome.brands.iter().map(|brand| &brand.id));
        let findings = with_concerned(&outcome, &tree);
        let mut brands = BTreeMap::new();
        let mut shown = Vec::new();
        for id in brands_of(&outcome, &tree, last) {
            let count = |severity: Severity| {
                let of_brand = |(finding, concerned): &&(Diagnostic, Concerned)| {
                    finding.severity == severity && concerned.includes(id.as_str())
                };
                findings.iter().filter(of_brand).count()
            };
            let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
            let (new, old) = (built.get(&id), last.files(id.as_str()));
            let files = match (new, old) {
                (None, old) => old,
                (Some(new), Some(old)) if errors > 0 || new == old => Some(old),
                (new, _) => new,
            };
            let is_older = errors > 0 && old.is_some();
            let domain = outcome.brands.iter().find(|brand| brand.id == id).map(|brand| brand.domain.clone());
            shown.extend(files.map(|files| (id.clone(), Arc::clone(files))));
            brands.insert(id.to_string(), BrandState { domain, errors, warnings, is_older });
        }
        let changes = outcome.changes;
        (Self { tree, unreadable, date, findings, brands, changes }, Snapshot::new(shown))
    }

    /// The next day on which a page of the brand changes by itself.
    pub(super) fn next_change(&self, brand: &str) -> Option<&Change> {
        self.changes.iter().find(|change| change.brand.as_str() == brand && change.date > self.date)
    }
}

fn with_concerned(outcome: &Outcome, tree: &SourceTree) -> Vec<(Diagnostic, Concerned)> {
    let concerned = |finding: &Diagnostic| (finding.clone(), outcome.concerned(finding, tree));
    outcome.findings.iter().map(concerned).collect()
}

/// The brands that have a file, whether it can be read or not; those of last time where there is no site at all.
fn brands_of(outcome: &Outcome, tree: &SourceTree, last: &Snapshot) -> Vec<Id> {
    let files = tree.below("content/brands").filter_map(|(_, file)| {
        file.path.as_str().strip_prefix("content/brands/")?.strip_suffix(".toml").and_then(Id::from_name)
    });
    let files: Vec<Id> = files.collect();
    if outcome.published.is_empty() && files.is_empty() {
        return last.brands().filter_map(Id::from_name).collect();
    }
    files
}
