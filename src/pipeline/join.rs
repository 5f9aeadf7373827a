//! Puts together what shards have built: the same as one build of all brands.

use super::build::{config, stale, write_for_all, write_texts};
use super::shard_report::ShardReport;
use super::sink::Sink;
use crate::calendar::{ComingChanges, NEXT_CHANGE_FILE};
use crate::diagnostic::{Diagnostic, Diagnostics, Message, catalogue::join as say};
use crate::hosting::{ADDRESSES_FILE, Addresses, HostedBrand};
use crate::source::SourceTree;

/// A shard that was built, and where.
#[derive(Debug, Clone)]
pub struct BuiltShard {
    /// Its folder, as the reader knows it.
    pub folder: String,
    /// What it tells of itself.
    pub report: ShardReport,
    /// Where its pages are.
    pub addresses: Addresses,
}

/// What all shards are together.
#[derive(Debug)]
pub struct JoinedShards {
    /// The findings, as one build has them.
    pub findings: Vec<Diagnostic>,
    /// The files that these are about.
    pub sources: SourceTree,
    /// The places of overrides that were stale, and that somebody allowed to be published all the same.
    pub allowed_stale: Vec<String>,
    /// The brands, in the order of their ids.
    pub brands: Vec<HostedBrand>,
    addresses: Addresses,
    changes: ComingChanges,
}

/// Joins the shards of one build.
///
/// # Errors
/// If one is missing, is there twice, or was built of something else than the first.
///
/// # Panics
/// Never: where all are there, there is one.
pub fn join_shards(shards: &[BuiltShard]) -> Result<JoinedShards, Message> {
    check_all_are_there(shards)?;
    let reports: Vec<ShardReport> = shards.iter().map(|shard| shard.report.clone()).collect();
    let sources = ShardReport::sources(&reports);
    let mut found = Diagnostics::new();
    for report in &reports {
        report.in_tree(&report.findings, &sources).into_iter().for_each(|finding| found.push(finding));
    }
    // What one shard has no use for, another may.
    let of_allowances: Vec<Vec<Diagnostic>> =
        reports.iter().map(|report| report.in_tree(&report.of_allowances, &sources)).collect();
    if let Some((first, others)) = of_allowances.split_first() {
        let is_everywhere = |finding: &&Diagnostic| others.iter().all(|other| other.contains(finding));
        first.iter().filter(is_everywhere).for_each(|finding| found.push(finding.clone()));
    }
    let findings = found.into_sorted();
    let is_allowed = reports.iter().any(|report| report.built.allows_stale);
    let brands = shards.iter().flat_map(|shard| shard.addresses.iter());
    let addresses = Addresses::default().after(brands.map(|(id, told)| (id.to_owned(), told.clone())));
    Ok(JoinedShards {
        allowed_stale: if is_allowed { stale(&findings, &sources) } else { Vec::new() },
        findings,
        sources,
        brands: addresses.iter().filter_map(|(id, told)| HostedBrand::of(id, told)).collect(),
        addresses,
        changes: ComingChanges::joined(reports.into_iter().map(|report| report.changes))
            .expect("there is a shard"),
    })
}

impl JoinedShards {
    /// Writes the files that no shard has: those for all brands together.
    pub fn write(&self, sink: &dyn Sink) {
        let paths = config(&self.sources).map(|config| config.hosting).unwrap_or_default();
        write_for_all(&paths, &self.brands.iter().collect::<Vec<_>>(), sink);
        let files = [(NEXT_CHANGE_FILE, self.changes.to_json()), (ADDRESSES_FILE, self.addresses.to_text())];
        write_texts(files.map(|(path, text)| (path.to_owned(), text)), sink);
    }
}

fn check_all_are_there(shards: &[BuiltShard]) -> Result<(), Message> {
    let Some(first) = shards.first() else { return Err(say::no_shards()) };
    let of = first.report.shard().of();
    for (at, shard) in shards.iter().enumerate() {
        let which = shard.report.shard();
        if which.of() != of || shard.report.built != first.report.built {
            return Err(say::shards_do_not_fit(&first.folder, &shard.folder));
        }
        if shard.addresses.iter().any(|(id, told)| HostedBrand::of(id, told).is_none()) {
            return Err(say::not_a_shard(&shard.folder));
        }
        if let Some(other) = shards[..at].iter().find(|other| other.report.shard() == which) {
            return Err(say::shard_twice(&which.to_string(), &other.folder, &shard.folder));
        }
    }
    let is_there = |number: usize| shards.iter().any(|shard| shard.report.shard().number() == number);
    let missing: Vec<String> =
        (1..=of).filter(|number| !is_there(*number)).map(|number| format!("{number}/{of}")).collect();
    if missing.is_empty() { Ok(()) } else { Err(say::shards_missing(&missing.join(", "))) }
}
