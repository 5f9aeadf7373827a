#![expect(clippy::disallowed_methods, reason = "looks whether the last build is still right")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use clap::Args;
use jiff::civil::Date;

use super::Ending;
use super::arguments::Common;
use super::findings::{FindingsFormat, show};
use super::part::{PartArguments, kept_and_missing};
use super::shard::{ShardArguments, accept_report, write_errors};
use super::terminal::Terminal;
use super::today::build_date;
use crate::calendar::{NEXT_CHANGE_FILE, next_change_in};
use crate::diagnostic::catalogue::calendar::not_due;
use crate::diagnostic::{Message, MessageLanguage, Severity, catalogue::cli as say};
use crate::emit::{BuildFacts, Published, Staging, StagingOptions};
use crate::hosting::{ADDRESSES_FILE, Addresses};
use crate::pipeline::{
    self, BuildOptions, BuiltOf, Outcome, Part, Publishing, ShardReport, StaleOverrides, build_part,
};
use crate::source::disk;
use crate::source::disk::shown_path;

/// Build every brand's site into the output folder
#[derive(Debug, Args)]
pub(super) struct BuildArguments {
    #[command(flatten)]
    pub common: Common,
    #[command(flatten)]
    pub part: PartArguments,
    /// The day to build for [default: `SOURCE_DATE_EPOCH`, else today in Oslo]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    #[command(flatten)]
    pub shard: ShardArguments,
    /// How to show findings
    #[arg(long, value_enum, default_value_t = FindingsFormat::Human)]
    pub format: FindingsFormat,
    /// How many threads to use [default: one for each core]
    #[arg(long, value_name = "N")]
    pub threads: Option<usize>,
    /// Build only if a page has changed by itself since the last build, by the output's next-change.json
    #[arg(long)]
    pub if_due: bool,
    /// Publish even if more than half of the live files would be gone
    #[arg(long)]
    pub allow_shrinking: bool,
    /// Publish even if files that felles did not make would be gone
    #[arg(long)]
    pub allow_deleting: bool,
    #[command(flatten)]
    pub fitness: Fitness,
}

/// What a build must be fit for.
#[derive(Debug, Args)]
pub(super) struct Fitness {
    /// Publish only what is fit for a release: without overrides of what has changed since
    #[arg(long)]
    pub release: bool,
    /// Publish overrides of what has changed since all the same; the manifest says so
    #[arg(long, requires = "release")]
    pub allow_stale: bool,
}

impl Fitness {
    /// How a part is published.
    fn of<'p>(&self, part: &'p Part) -> Publishing<'p> {
        let is_refused = self.release && !self.allow_stale;
        Publishing { part, stale: if is_refused { StaleOverrides::Refused } else { StaleOverrides::Told } }
    }
}

/// Builds every brand's site and publishes them together, if no error was found.
pub(super) fn run(asked: &BuildArguments, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    let date = build_date(asked.date)?;
    let root = &asked.common.root();
    let threads = rayon::ThreadPoolBuilder::new().num_threads(asked.threads.unwrap_or(0)).build()?;
    threads.install(|| {
        let tree = disk::read_site(root)?;
        let language = asked.common.language(&tree);
        let output = asked.shard.output(root.join(pipeline::output_folder(&tree)));
        asked.shard.check(&output)?;
        if let Some(next) = asked.if_due.then(|| next_due(&output, date)).flatten() {
            terminal.answer(&line(&not_due(&next.to_string()), language));
            return Ok(Ending::Fine);
        }
        let part = match asked
            .shard
            .shard
            .map_or_else(|| asked.part.part(&tree, language, terminal), |shard| Ok(Part::Shard(shard)))
        {
            Ok(part) => part,
            Err(ending) => return Ok(ending),
        };
        let options = StagingOptions {
            source_root: root.clone(),
            allow_shrinking: asked.allow_shrinking,
            allow_deleting: asked.allow_deleting,
        };
        let mut staging = Staging::open(&output, options)?;
        let before = addresses_in(&output);
        let (building, publishing) = (BuildOptions { date }, asked.fitness.of(&part));
        let built = build_part(&tree, building, &before, publishing, &staging);
        let outcome = &built.outcome;
        let errors = errors_of(outcome);
        show(&outcome.findings, &tree, language, asked.format, terminal);
        let report = asked.shard.shard.map(|shard| {
            let of = BuiltOf::of(&tree, building, publishing.stale, asked.fitness.allow_stale);
            ShardReport::new(shard, of, outcome, &tree)
        });
        if let Some(report) = &report {
            accept_report(report, &staging);
        }
        if !built.is_publishable() {
            drop(staging);
            if let Some(report) = &report {
                return write_errors(report, &output, root.clone(), language, terminal);
            }
            terminal.report(&line(&say::nothing_published(errors), language));
            return Ok(Ending::ContentHasErrors);
        }
        let kept = if built.is_part() { staging.keep(&|brand| built.keeps(brand))? } else { BTreeSet::new() };
        // Of a part, what is refused is not published and so not allowed either.
        let allowed_stale = if asked.fitness.allow_stale { outcome.stale(&tree) } else { Vec::new() };
        let fingerprint = pipeline::fingerprint(&tree);
        let published = staging.finish(BuildFacts { date, fingerprint, allowed_stale })?;
        if matches!(asked.format, FindingsFormat::Human | FindingsFormat::Short) {
            let sites: Vec<(&str, String)> =
                outcome.brands.iter().map(|brand| (brand.id.as_str(), brand.domain.clone())).collect();
            terminal.answer(&summary(&sites, &published, &shown(&output), language));
        }
        terminal.report(&kept_and_missing(&built, &kept, language));
        Ok(if errors > 0 { Ending::ContentHasErrors } else { Ending::Fine })
    })
}

/// The first day on which the last build is no longer right, if `date` is before it.
/// Returns None if that is not known.
fn next_due(output: &Path, date: Date) -> Option<Date> {
    next_change_in(&fs::read(output.join(NEXT_CHANGE_FILE)).ok()?).filter(|next| date < *next)
}

/// Where the pages of the build in this folder are; nothing if it is none.
pub(super) fn addresses_in(output: &Path) -> Addresses {
    let json = fs::read(output.join(ADDRESSES_FILE)).ok();
    json.and_then(|json| Addresses::parse(&json)).unwrap_or_default()
}

/// The output folder as the reader writes it: without the `./` that a default root puts before it.
fn shown(output: &Path) -> String {
    shown_path(output.strip_prefix(".").unwrap_or(output))
}

/// What was published: how many files, and where each site is, given its id and its domain.
pub(super) fn summary(
    sites: &[(&str, String)],
    published: &Published,
    output: &str,
    language: MessageLanguage,
) -> String {
    let mut text = match published {
        Published::Unchanged => line(&say::nothing_changed(sites.len(), output), language),
        Published::Switched { written, kept, removed } => {
            line(&say::published(sites.len(), output, *written, *kept, *removed), language)
        }
    };
    let widest = sites.iter().map(|(id, _)| id.len()).max().unwrap_or(0);
    for (id, domain) in sites {
        let page = format!("{output}/{id}/index.html");
        let width = output.len() + widest + "//index.html".len();
        text.push_str(&format!("  {page:width$}  {domain}\n"));
    }
    text
}

/// How many errors a build found.
pub(super) fn errors_of(outcome: &Outcome) -> usize {
    outcome.findings.iter().filter(|finding| finding.severity == Severity::Error).count()
}

/// A message as a line of its own.
pub(super) fn line(message: &Message, language: MessageLanguage) -> String {
    format!("{}\n", message.in_language(language))
}
