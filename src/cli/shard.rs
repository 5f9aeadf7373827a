//! A share of the brands, built by itself by one machine of many; `felles join` puts all together.
#![expect(clippy::disallowed_methods, reason = "looks what lies where a shard goes")]

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::Ending;
use super::build::line;
use super::terminal::Terminal;
use crate::diagnostic::{MessageLanguage, catalogue::join as say};
use crate::emit::{BuildFacts, Staging, StagingOptions};
use crate::model::OutputPath;
use crate::pipeline::{BuiltOf, SHARD_FILE, Shard, ShardReport, Sink};
use crate::source::disk::shown_path;

/// Which share is built, and where it goes.
#[derive(Debug, Args)]
pub(super) struct ShardArguments {
    /// Build the Kth of N shares of the brands, for `felles join`
    #[arg(long, value_name = "K/N", conflicts_with_all = ["brand", "keep_going", "if_due"])]
    pub shard: Option<Shard>,
    /// The folder for the share [default: the site's output folder]
    #[arg(long, value_name = "DIR", requires = "shard")]
    pub to: Option<PathBuf>,
}

impl ShardArguments {
    /// The folder that is built to.
    pub(super) fn output(&self, usual: PathBuf) -> PathBuf {
        self.to.clone().unwrap_or(usual)
    }

    /// Says no if a share would take the place of something else than itself.
    pub(super) fn check(&self, output: &Path) -> anyhow::Result<()> {
        let Some(shard) = self.shard else { return Ok(()) };
        let is_there = fs::symlink_metadata(output.join("manifest.json")).is_ok();
        let there = fs::read(output.join(SHARD_FILE)).ok().and_then(|json| ShardReport::parse(&json));
        if is_there && there.is_none_or(|there| there.shard() != shard) {
            return Err(say::shard_over_build(&shown_path(output), &shard.to_string()).into());
        }
        Ok(())
    }
}

/// What a share tells of itself goes where its pages go.
pub(super) fn accept_report(report: &ShardReport, sink: &dyn Sink) {
    let path = OutputPath::parse(SHARD_FILE).expect("it is a plain name");
    sink.accept(&path, report.to_text().as_bytes());
}

/// A share with errors is what it tells of them, and has no pages: who joins all tells them all.
pub(super) fn write_errors(
    report: &ShardReport,
    output: &Path,
    source_root: PathBuf,
    language: MessageLanguage,
    terminal: &mut Terminal,
) -> anyhow::Result<Ending> {
    let BuiltOf { date, fingerprint, .. } = report.built.clone();
    let staging =
        Staging::open(output, StagingOptions { source_root, allow_shrinking: true, allow_deleting: false })?;
    accept_report(report, &staging);
    staging.finish(BuildFacts { date, fingerprint, allowed_stale: Vec::new() })?;
    terminal.report(&line(&say::shard_with_errors(report.errors()), language));
    Ok(Ending::ContentHasErrors)
}
