#![expect(clippy::disallowed_methods, reason = "reads what shards have built")]

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use rayon::prelude::*;

use super::Ending;
use super::arguments::Lang;
use super::build::{addresses_in, line, summary};
use super::findings::{FindingsFormat, show};
use super::terminal::Terminal;
use crate::diagnostic::catalogue::{cli::nothing_published, emit::cannot_read_finished, join as say};
use crate::diagnostic::{MessageLanguage, Severity};
use crate::emit::{BuildFacts, Deviation, Staging, StagingOptions, published_files, verify};
use crate::hosting::ADDRESSES_FILE;
use crate::model::OutputPath;
use crate::pipeline::{BuiltOf, BuiltShard, SHARD_FILE, ShardReport, Sink, join_shards, message_language};
use crate::source::disk::shown_path;

/// Put together what `felles build --shard` has built: the same bytes as of one build
#[derive(Debug, Args)]
pub(super) struct JoinArguments {
    /// The folders of all shards
    #[arg(value_name = "DIR", required = true)]
    pub shards: Vec<PathBuf>,
    /// The folder for the whole
    #[arg(long, value_name = "DIR")]
    pub to: PathBuf,
    /// Publish even if more than half of the live files would be gone
    #[arg(long)]
    pub allow_shrinking: bool,
    /// Publish even if files that felles did not make would be gone
    #[arg(long)]
    pub allow_deleting: bool,
    /// How to show findings
    #[arg(long, value_enum, default_value_t = FindingsFormat::Human)]
    pub format: FindingsFormat,
    /// The language of messages [default: the site's main language]
    #[arg(long, value_name = "LANG", value_enum)]
    pub lang: Option<Lang>,
}

/// Joins the shards, and says what was found in all of them.
pub(super) fn run(asked: &JoinArguments, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    let shards = asked.shards.iter().map(|folder| read_shard(folder)).collect::<anyhow::Result<Vec<_>>>()?;
    asked.shards.iter().try_for_each(|shard| check_apart(&asked.to, shard))?;
    let joined = join_shards(&shards)?;
    let language = asked.lang.map_or_else(|| message_language(&joined.sources), MessageLanguage::from);
    show(&joined.findings, &joined.sources, language, asked.format, terminal);
    let errors = joined.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    if errors > 0 {
        terminal.report(&line(&nothing_published(errors), language));
        return Ok(Ending::ContentHasErrors);
    }
    let JoinArguments { allow_shrinking, allow_deleting, .. } = *asked;
    let options = StagingOptions { source_root: PathBuf::from("."), allow_shrinking, allow_deleting };
    let staging = Staging::open(&asked.to, options)?;
    for folder in &asked.shards {
        copy_pages(folder, &staging)?;
    }
    joined.write(&staging);
    let BuiltOf { date, fingerprint, .. } = shards[0].report.built.clone();
    let published = staging.finish(BuildFacts { date, fingerprint, allowed_stale: joined.allowed_stale })?;
    if matches!(asked.format, FindingsFormat::Human | FindingsFormat::Short) {
        let sites: Vec<(&str, String)> = joined
            .brands
            .iter()
            .map(|brand| (brand.id.as_str(), format!("{}{}", brand.domain.shown(), brand.base.as_str())))
            .collect();
        terminal.answer(&summary(&sites, &published, &shown_path(&asked.to), language));
    }
    Ok(Ending::Fine)
}

/// What a shard tells of itself, if its folder is as it was built.
fn read_shard(folder: &Path) -> anyhow::Result<BuiltShard> {
    let shown = shown_path(folder);
    let not_a_shard = || say::not_a_shard(&shown);
    let Ok(json) = fs::read(folder.join(SHARD_FILE)) else { return Err(not_a_shard().into()) };
    let (_, deviations) = verify(folder)?;
    if let Some(Deviation::Changed(file) | Deviation::Missing(file) | Deviation::Extra(file)) =
        deviations.first()
    {
        return Err(say::shard_is_changed(&shown, file).into());
    }
    let report = ShardReport::parse(&json).ok_or_else(not_a_shard)?;
    Ok(BuiltShard { report, addresses: addresses_in(folder), folder: shown })
}

/// Says no if the whole would go where a shard is, or among its files, or hold them.
fn check_apart(whole: &Path, shard: &Path) -> anyhow::Result<()> {
    let (Ok(whole_is), Ok(shard_is)) = (std::path::absolute(whole), shard.canonicalize()) else {
        return Ok(());
    };
    let whole_is = whole_is.canonicalize().unwrap_or(whole_is);
    if whole_is.starts_with(&shard_is) || shard_is.starts_with(&whole_is) {
        return Err(say::join_over_shard(&shown_path(whole), &shown_path(shard)).into());
    }
    Ok(())
}

/// The files of a shard that are files of the whole.
fn copy_pages(folder: &Path, sink: &dyn Sink) -> anyhow::Result<()> {
    let files = published_files(folder)?;
    let is_of_whole = |path: &OutputPath| path.as_str() != SHARD_FILE && path.as_str() != ADDRESSES_FILE;
    let paths: Vec<&OutputPath> = files.keys().filter(|path| is_of_whole(path)).collect();
    paths.par_iter().try_for_each(|path| {
        let place = folder.join(path.as_str());
        let bytes = fs::read(&place)
            .map_err(|error| cannot_read_finished(&shown_path(&place), &error.to_string()))?;
        sink.accept(path, &bytes);
        Ok(())
    })
}
