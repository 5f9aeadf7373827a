use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::calendar::Change;
use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::model::Id;
use crate::pipeline::{Concerned, Outcome};
use crate::serve::{SiteFiles, Snapshot};
use crate::source::SourceTree;

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
    /// Whether its pages of now are still to be made and checked.
    pub is_pending: bool,
    /// When its pages will change by themselves, in the order of dates.
    changes: Arc<[Change]>,
}

/// The files as they are, and the day.
#[derive(Debug, Clone)]
pub(super) struct Look {
    pub tree: SourceTree,
    pub unreadable: Vec<Message>,
    pub date: Date,
}

impl Round {
    /// Says what is to be shown after `last`, where `built` are the files of the brands that are made.
    ///
    /// A brand with errors keeps its last files, and so does one that is still to be made.
    pub(super) fn of(
        look: Look,
        outcome: Outcome,
        built: &BTreeMap<Id, Arc<SiteFiles>>,
        last: &Snapshot,
    ) -> (Self, Snapshot) {
        let Look { tree, unreadable, date } = look;
        let findings: Vec<(Diagnostic, Concerned)> = with_concerned(&outcome, &tree);
        let ids = brands_of(&outcome, &tree, last);
        let Outcome { brands: made, mut changes, pending, .. } = outcome;
        let mut domains: BTreeMap<Id, String> =
            made.into_iter().map(|brand| (brand.id, brand.domain)).collect();
        let mut brands = BTreeMap::new();
        let mut shown = Vec::new();
        for id in ids {
            let changes = changes.remove(&id).unwrap_or_default();
            let mut state =
                BrandState { is_pending: pending.contains(&id), changes, ..BrandState::default() };
            for (finding, _) in findings.iter().filter(|(_, concerned)| concerned.includes(id.as_str())) {
                match finding.severity {
                    Severity::Error => state.errors += 1,
                    Severity::Warning => state.warnings += 1,
                }
            }
            let new = built.get(&id).filter(|_| !state.is_pending);
            let files = match (new, last.files(id.as_str())) {
                (Some(_), Some(old)) if state.errors > 0 => Some(old),
                (Some(new), Some(old)) if new == old => Some(old),
                (new, old) => new.or(old),
            };
            state.is_older = state.errors > 0 && last.files(id.as_str()).is_some();
            state.domain = domains.remove(&id);
            shown.extend(files.map(|files| (id.clone(), Arc::clone(files))));
            brands.insert(id.to_string(), state);
        }
        (Self { tree, unreadable, date, findings, brands }, Snapshot::new(shown))
    }

    /// Whether any brand is still to be made and checked.
    pub(super) fn is_pending(&self) -> bool {
        self.brands.values().any(|brand| brand.is_pending)
    }
}

impl BrandState {
    /// The days after `today` on which its pages change by themselves.
    pub(super) fn changes_after(&self, today: Date) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.date > today)
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
