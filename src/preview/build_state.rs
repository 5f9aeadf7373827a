use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::calendar::Change;
use crate::diagnostic::{Diagnostic, Severity};
use crate::hosting::HostedBrand;
use crate::merge::{Concerned, brand_of};
use crate::model::Id;
use crate::pipeline::{BuiltBrand, Content, Outcome};
use crate::serve::{SiteFiles, Snapshot};
use crate::source::SourceTree;
use crate::source::disk::Unreadable;

/// What a build of the files came to: findings, and the state of each brand.
#[derive(Debug, Default)]
pub(super) struct BuildState {
    /// How many states there were since the start, with this one.
    pub number: u64,
    /// The files.
    pub tree: SourceTree,
    /// What could not be read of them, and whom it concerns.
    pub unreadable: Vec<(Unreadable, Concerned)>,
    /// The day that the pages are of.
    pub date: Date,
    /// Every finding, sorted, and whom it concerns.
    pub findings: Vec<(Diagnostic, Concerned)>,
    /// The brands, in the order of their ids.
    pub brands: BTreeMap<String, BrandState>,
}

/// How it stands with a brand.
#[derive(Debug, Default)]
pub(super) struct BrandState {
    /// Its name and its domain, as people read them; None if it could never be rendered.
    pub called: Option<BrandLabel>,
    /// How many errors concern it.
    pub errors: usize,
    /// How many warnings concern it.
    pub warnings: usize,
    /// Whether the pages that are shown had no errors when they were made.
    pub is_sound: bool,
    /// Whether its pages of now are still to be made and checked.
    pub is_pending: bool,
    /// What the pages that are shown are made of; None if there was no site or no theme.
    pub content: Option<Content>,
    /// When its pages will change by themselves, in the order of dates.
    changes: Arc<[Change]>,
    /// What hosts know of it.
    hosted: Option<Arc<HostedBrand>>,
}

/// What people call a brand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BrandLabel {
    pub name: String,
    pub domain: String,
}

/// The files as they are, and the day.
#[derive(Debug, Clone)]
pub(super) struct BuildInput {
    pub tree: SourceTree,
    pub unreadable: Vec<Unreadable>,
    pub date: Date,
}

impl BuildState {
    /// Says what is to be shown before anything is built: every brand that has a file is still to be made.
    pub(super) fn unmade(input: BuildInput) -> (Self, Snapshot) {
        let pending = brands_with_files(&input.tree, &[]);
        let outcome = Outcome { pending, ..Outcome::default() };
        Self::of(input, outcome, &BTreeMap::new(), &Self::default(), &Snapshot::default())
    }

    /// Says what is to be shown after the state `last`, which showed `shown`,
    /// where `built` are the files of the brands that are made.
    ///
    /// A brand with errors keeps its last files that had none,
    /// and one that is still to be made keeps its last files.
    /// A brand that cannot be shown at all has no files, and one that is to be made for the first time is not
    /// there yet.
    pub(super) fn of(
        input: BuildInput,
        outcome: Outcome,
        built: &BTreeMap<Id, Arc<SiteFiles>>,
        last: &Self,
        shown: &Snapshot,
    ) -> (Self, Snapshot) {
        let BuildInput { tree, unreadable, date } = input;
        let findings: Vec<(Diagnostic, Concerned)> = with_concerned(&outcome, &tree);
        let concerned = |thing: &Unreadable| outcome.concerned_by(&thing.path, &BTreeSet::new());
        let unreadable: Vec<(Unreadable, Concerned)> =
            unreadable.into_iter().map(|thing| (thing.clone(), concerned(&thing))).collect();
        let ids = brands_of(&outcome, &tree, &unreadable, shown);
        let counts = Counts::new(&findings, &unreadable);
        let Outcome { brands: made, mut changes, pending, content, .. } = outcome;
        let mut made: BTreeMap<Id, BuiltBrand> =
            made.into_iter().map(|brand| (brand.id.clone(), brand)).collect();
        let mut brands = BTreeMap::new();
        let mut files = Vec::new();
        for id in ids {
            let before = last.brands.get(id.as_str());
            let (called, hosted) = match made.remove(&id) {
                Some(BuiltBrand { name, domain, hosted, .. }) => {
                    (Some(BrandLabel { name, domain }), Some(hosted))
                }
                None => {
                    before.map(|before| (before.called.clone(), before.hosted.clone())).unwrap_or_default()
                }
            };
            let mut state = BrandState {
                is_pending: pending.contains(&id),
                is_sound: before.is_some_and(|before| before.is_sound),
                called,
                hosted,
                changes: changes
                    .remove(&id)
                    .or_else(|| before.map(|before| Arc::clone(&before.changes)))
                    .unwrap_or_default(),
                ..BrandState::default()
            };
            (state.errors, state.warnings) = counts.of(id.as_str());
            let new = built.get(&id).filter(|_| !state.is_pending);
            let (is_new, chosen) = state.choose(new, shown.files(id.as_str()));
            let older = || before.and_then(|before| before.content.clone());
            state.content = if is_new { content.clone() } else { older() };
            files.push((id.clone(), chosen));
            brands.insert(id.to_string(), state);
        }
        let number = last.number + 1;
        let hosted: Vec<_> = brands.values().filter_map(|brand| brand.hosted.clone()).collect();
        let snapshot = Snapshot::new(files).with_hosted(hosted);
        (Self { number, tree, unreadable, date, findings, brands }, snapshot)
    }

    /// Whether any brand is still to be made and checked.
    pub(super) fn is_pending(&self) -> bool {
        self.brands.values().any(|brand| brand.is_pending)
    }
}

impl BrandState {
    /// Whether older pages are shown, since those of now have errors.
    pub(super) fn is_older(&self) -> bool {
        self.errors > 0 && self.is_sound
    }

    /// Chooses the files to be shown of those of now, if they are made, and of those that were shown;
    /// and says whether they are of now.
    fn choose(
        &mut self,
        new: Option<&Arc<SiteFiles>>,
        old: Option<&Arc<SiteFiles>>,
    ) -> (bool, Option<Arc<SiteFiles>>) {
        match (new, old) {
            (_, Some(old)) if self.is_older() => (false, Some(Arc::clone(old))),
            (Some(new), old) => {
                self.is_sound = self.errors == 0;
                // The same allocation, so that the next comparison is quick.
                (true, Some(Arc::clone(old.filter(|old| *old == new).unwrap_or(new))))
            }
            (None, Some(old)) if self.is_pending || self.errors == 0 => (false, Some(Arc::clone(old))),
            (None, None) if self.is_pending => (false, None),
            (None, _) => (false, Some(Arc::default())),
        }
    }

    /// The days after `today` on which its pages change by themselves.
    pub(super) fn changes_after(&self, today: Date) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.date > today)
    }
}

/// How many errors and warnings there are.
#[derive(Debug, Default)]
struct Counts<'f> {
    of_all: (usize, usize),
    of_brand: BTreeMap<&'f str, (usize, usize)>,
}

impl<'f> Counts<'f> {
    fn new(findings: &'f [(Diagnostic, Concerned)], unreadable: &'f [(Unreadable, Concerned)]) -> Self {
        let mut counts = Self::default();
        let findings = findings.iter().map(|(finding, concerned)| (finding.severity, concerned));
        let unreadable = unreadable.iter().map(|(_, concerned)| (Severity::Error, concerned));
        for (severity, concerned) in findings.chain(unreadable) {
            let count = |(errors, warnings): &mut (usize, usize)| match severity {
                Severity::Error => *errors += 1,
                Severity::Warning => *warnings += 1,
            };
            match concerned {
                Concerned::All => count(&mut counts.of_all),
                Concerned::Brands(brands) => {
                    for brand in brands {
                        count(counts.of_brand.entry(brand).or_default());
                    }
                }
            }
        }
        counts
    }

    fn of(&self, brand: &str) -> (usize, usize) {
        let (errors, warnings) = self.of_brand.get(brand).copied().unwrap_or_default();
        (self.of_all.0 + errors, self.of_all.1 + warnings)
    }
}

fn with_concerned(outcome: &Outcome, tree: &SourceTree) -> Vec<(Diagnostic, Concerned)> {
    let concerned = |finding: &Diagnostic| (finding.clone(), outcome.concerned(finding, tree));
    outcome.findings.iter().map(concerned).collect()
}

/// The brands that have a file; those that are shown if there is no site at all.
fn brands_of(
    outcome: &Outcome,
    tree: &SourceTree,
    unreadable: &[(Unreadable, Concerned)],
    shown: &Snapshot,
) -> BTreeSet<Id> {
    let mut brands = brands_with_files(tree, unreadable);
    if outcome.site.as_ref().is_none_or(|site| site.input.brands.is_empty()) && brands.is_empty() {
        brands.extend(shown.brands().filter_map(Id::from_name));
    }
    brands
}

/// The brands that have a file, whether it can be read or not,
/// and whether its name is theirs or only suggests it.
fn brands_with_files(tree: &SourceTree, unreadable: &[(Unreadable, Concerned)]) -> BTreeSet<Id> {
    let paths = tree.below("content/brands").map(|(_, file)| file.path.as_str());
    let paths = paths.chain(unreadable.iter().map(|(thing, _)| thing.path.as_str()));
    let is_of_file = |path: &&str| {
        path.strip_prefix("content/brands/").is_some_and(|name| name.contains(".toml") && !name.contains('/'))
    };
    paths.filter(is_of_file).filter_map(brand_of).collect()
}
