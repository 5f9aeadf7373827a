//! A build of which a part is published: one brand alone, or the brands without errors.

use std::collections::BTreeSet;

use super::build::{
    BuildOptions, Outcome, build_again, paths_of, write_for_all, write_for_hosts, write_hosting,
};
use super::memo::Memo;
use super::shard::Shard;
use super::sink::{BuildProgress, Sink};
use crate::diagnostic::{Diagnostics, Severity};
use crate::hosting::{Addresses, HostedBrand};
use crate::merge::Concerned;
use crate::model::{Id, OutputPath};
use crate::source::SourceTree;

/// What of a site is to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// All of it, or nothing if it has errors.
    Whole,
    /// The brands without errors.
    Sound,
    /// This brand, whatever is wrong with others.
    Brand(Id),
    /// A share of the brands, of which all shares together are the whole.
    Shard(Shard),
}

/// What becomes of overrides of what has changed since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StaleOverrides {
    /// They are told of.
    Told,
    /// They are errors.
    Refused,
}

/// What is to be published, and how strictly.
#[derive(Debug, Clone, Copy)]
pub struct Publishing<'p> {
    /// The part of the site.
    pub part: &'p Part,
    /// What becomes of stale overrides in it.
    pub stale: StaleOverrides,
}

/// What came of a build, and what of it may be published.
#[derive(Debug, Clone)]
pub struct BuiltPart {
    /// What was found and made; of one brand alone, what concerns it.
    pub outcome: Outcome,
    /// The brands that an error is about.
    pub faulty: BTreeSet<String>,
    /// The brands whose new files may be published. None if it is all or nothing.
    published: Option<BTreeSet<Id>>,
}

impl BuiltPart {
    /// Whether anything may be published.
    #[must_use]
    pub fn is_publishable(&self) -> bool {
        let has_errors = || self.outcome.findings.iter().any(|finding| finding.severity == Severity::Error);
        self.published.as_ref().map_or_else(|| !has_errors(), |published| !published.is_empty())
    }

    /// Whether it is not all that is published.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.published.is_some()
    }

    /// Whether a brand's live files, if it has any, stay: it is not built anew, and is not gone either.
    #[must_use]
    pub fn keeps(&self, brand: &str) -> bool {
        let Some(published) = &self.published else { return false };
        let is_new = published.iter().any(|id| id.as_str() == brand);
        let is_of_site = self.outcome.site.as_ref().is_some_and(|site| site.brand(brand).is_some());
        !is_new && (is_of_site || self.faulty.contains(brand))
    }
}

/// Builds a site as [`build_after`](super::build_after) does, for the part of it that is to be published.
///
/// With a part, the sink gets no `next-change.json`, so that the next build that asks whether it is due is;
/// what is told of all brands together tells of those that are built and of those that stay.
pub fn build_part(
    tree: &SourceTree,
    options: BuildOptions,
    before: &Addresses,
    publishing: Publishing<'_>,
    sink: &dyn Sink,
) -> BuiltPart {
    let Publishing { part, stale } = publishing;
    let mut memo = Memo::after(before.clone());
    let some = |brands: &BTreeSet<String>, memo: &mut Memo| {
        build_again(tree, options, &SomeBrands { sink, brands }, memo)
    };
    let mut outcome = match part {
        Part::Whole | Part::Sound => build_again(tree, options, sink, &mut memo),
        Part::Brand(id) => some(&BTreeSet::from([id.to_string()]), &mut memo),
        Part::Shard(shard) => some(&shard.brands(tree), &mut memo),
    };
    if stale == StaleOverrides::Refused {
        outcome.refuse_stale();
    }
    let has_errors = outcome.findings.iter().any(|finding| finding.severity == Severity::Error);
    if *part == Part::Whole || *part == Part::Sound && !has_errors {
        write_for_hosts(&outcome, options.date, sink);
        return BuiltPart { outcome, faulty: BTreeSet::new(), published: None };
    }
    if let Part::Shard(_) = part {
        // Only its own: what others were before, their shards tell.
        write_hosting(&outcome, &Addresses::default(), sink);
        return BuiltPart { outcome, faulty: BTreeSet::new(), published: None };
    }
    let faulty = settle(&mut outcome, tree, part);
    let is_sound = |id: &Id| faulty.as_ref().is_some_and(|faulty| !faulty.contains(id.as_str()));
    outcome.brands.retain(|brand| is_asked_for(&brand.id, part) && is_sound(&brand.id));
    let published = outcome.brands.iter().map(|brand| brand.id.clone()).collect();
    let built = BuiltPart { outcome, faulty: faulty.unwrap_or_default(), published: Some(published) };
    write_hosting(&built.outcome, before, sink);
    let kept = before.iter().filter(|(id, _)| built.keeps(id));
    let kept: Vec<HostedBrand> = kept.filter_map(|(id, told)| HostedBrand::of(id, told)).collect();
    let new = built.outcome.brands.iter().map(|brand| &*brand.hosted);
    let mut brands: Vec<&HostedBrand> = kept.iter().chain(new).collect();
    brands.sort_by_key(|brand| &brand.id);
    write_for_all(&paths_of(&built.outcome), &brands, sink);
    built
}

fn is_asked_for(brand: &Id, part: &Part) -> bool {
    !matches!(part, Part::Brand(id) if id != brand)
}

/// Leaves of the findings those that concern the part. Returns the brands that errors are about; None if
/// all are.
fn settle(outcome: &mut Outcome, tree: &SourceTree, part: &Part) -> Option<BTreeSet<String>> {
    let mut found = Diagnostics::new();
    let mut faulty = Some(BTreeSet::new());
    for finding in &outcome.findings {
        let concerned = outcome.concerned(finding, tree);
        if matches!(part, Part::Brand(id) if !concerned.includes(id.as_str())) {
            continue;
        }
        found.push(finding.clone());
        if finding.severity == Severity::Error {
            match concerned {
                Concerned::All => faulty = None,
                Concerned::Brands(brands) => faulty.iter_mut().for_each(|known| known.extend(brands.clone())),
            }
        }
    }
    // What the pages of a brand lack, they lack by themselves if nothing else is wrong with it.
    for (brand, between_pages) in std::mem::take(&mut outcome.withheld) {
        let Some(faulty) = faulty.as_mut().filter(|_| is_asked_for(&brand, part)) else { continue };
        if !faulty.contains(brand.as_str()) {
            if between_pages.has_errors() {
                faulty.insert(brand.to_string());
            }
            found.append(between_pages);
        }
    }
    outcome.findings = found.into_sorted();
    faulty
}

/// A sink for which some of the brands are made alone.
struct SomeBrands<'s> {
    sink: &'s dyn Sink,
    brands: &'s BTreeSet<String>,
}

impl Sink for SomeBrands<'_> {
    fn accept(&self, path: &OutputPath, bytes: &[u8]) {
        self.sink.accept(path, bytes);
    }

    fn makes(&self, brand: &Id) -> bool {
        self.brands.contains(brand.as_str())
    }

    fn wanted(&self) -> Vec<Id> {
        self.sink.wanted()
    }

    fn progress(&self, progress: &BuildProgress<'_>) {
        self.sink.progress(progress);
    }

    fn is_cancelled(&self) -> bool {
        self.sink.is_cancelled()
    }
}
