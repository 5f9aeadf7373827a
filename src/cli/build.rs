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
use super::terminal::Terminal;
use super::today::build_date;
use crate::calendar::{NEXT_CHANGE_FILE, next_change_in};
use crate::diagnostic::catalogue::calendar::not_due;
use crate::diagnostic::{Message, MessageLanguage, Severity, catalogue::cli as say};
use crate::emit::{BuildFacts, Published, Staging, StagingOptions};
use crate::hosting::{ADDRESSES_FILE, Addresses};
use crate::pipeline::{self, BuildOptions, BuiltBrand, Outcome, build_part};
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
}

/// Builds every brand's site and publishes them together, if no error was found.
pub(super) fn run(asked: &BuildArguments, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    let date = build_date(asked.date)?;
    let root = &asked.common.root();
    let threads = rayon::ThreadPoolBuilder::new().num_threads(asked.threads.unwrap_or(0)).build()?;
    threads.install(|| {
        let tree = disk::read_site(root)?;
        let language = asked.common.language(&tree);
        let output = root.join(pipeline::output_folder(&tree));
        if let Some(next) = asked.if_due.then(|| next_due(&output, date)).flatten() {
            terminal.answer(&line(&not_due(&next.to_string()), language));
            return Ok(Ending::Fine);
        }
        let part = match asked.part.part(&tree, language, terminal) {
            Ok(part) => part,
            Err(ending) => return Ok(ending),
        };
        let options = StagingOptions { source_root: root.clone(), allow_shrinking: asked.allow_shrinking };
        let mut staging = Staging::open(&output, options)?;
        let before = addresses_in(&output);
        let built = build_part(&tree, BuildOptions { date }, &before, &part, &staging);
        let outcome = &built.outcome;
        let errors = errors_of(outcome);
        show(&outcome.findings, &tree, language, asked.format, terminal);
        if !built.is_publishable() {
            drop(staging);
            terminal.report(&line(&say::nothing_published(errors), language));
            return Ok(Ending::ContentHasErrors);
        }
        let kept = if built.is_part() { staging.keep(&|brand| built.keeps(brand))? } else { BTreeSet::new() };
        let published = staging.finish(BuildFacts { date, fingerprint: pipeline::fingerprint(&tree) })?;
        if matches!(asked.format, FindingsFormat::Human | FindingsFormat::Short) {
            terminal.answer(&summary(&outcome.brands, &published, &shown(&output), language));
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

fn summary(brands: &[BuiltBrand], published: &Published, output: &str, language: MessageLanguage) -> String {
    let mut text = match published {
        Published::Unchanged => line(&say::nothing_changed(brands.len(), output), language),
        Published::Switched { written, kept, removed } => {
            line(&say::published(brands.len(), output, *written, *kept, *removed), language)
        }
    };
    let widest = brands.iter().map(|brand| brand.id.as_str().len()).max().unwrap_or(0);
    for brand in brands {
        let page = format!("{output}/{}/index.html", brand.id);
        let width = output.len() + widest + "//index.html".len();
        text.push_str(&format!("  {page:width$}  {}\n", brand.domain));
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
