use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use clap::Args;
use jiff::civil::Date;

use super::Ending;
use super::arguments::Common;
use super::build::{addresses_in, errors_of, line};
use super::findings::{FindingsFormat, show};
use super::part::{PartArguments, kept_and_missing};
use super::terminal::Terminal;
use super::today::build_date;
use crate::diagnostic::{MessageLanguage, catalogue::cli::nothing_published, catalogue::publish as say};
use crate::emit::{
    BrandChange, BuildFacts, FileFacts, NewArchive, NewRelease, Publication, PublishOptions, ReleaseFolder,
    WrittenArchive, archived_file, changes_against, roll_back,
};
use crate::hosting::{ADDRESSES_FILE, Addresses};
use crate::model::{Checksum, OutputPath};
use crate::pipeline::{self, BuildOptions, BuiltPart, Part, Publishing, Sink, StaleOverrides, build_part};
use crate::source::disk::shown_path;
use crate::source::{SourceTree, disk};

/// Build a release, keep the last ones, and let a server have the new one in one step
#[derive(Debug, Args)]
pub(super) struct PublishArguments {
    #[command(flatten)]
    pub common: Common,
    #[command(flatten)]
    pub part: PartArguments,
    /// The folder of releases; a server serves what DIR/current leads to
    #[arg(long, value_name = "DIR", required_unless_present = "archive")]
    pub to: Option<PathBuf>,
    /// Write the release into an archive, for a host that has no felles
    #[arg(long, value_name = "FILE.tar.gz", conflicts_with_all = [
        "to", "keep_going", "keep", "allow_shrinking", "dry_run", "rollback", "status",
    ])]
    pub archive: Option<PathBuf>,
    /// The day to build for [default: `SOURCE_DATE_EPOCH`, else today in Oslo]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    /// How many releases are kept, the new one among them
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..))]
    pub keep: u16,
    /// Publish even if more than half of a brand's live files would be gone
    #[arg(long)]
    pub allow_shrinking: bool,
    /// Delete old releases though others have put files into them
    #[arg(long)]
    pub allow_deleting: bool,
    /// Publish overrides of what has changed since all the same; the manifest says so
    #[arg(long)]
    pub allow_stale: bool,
    #[command(flatten)]
    pub instead: Instead,
    /// How to show findings
    #[arg(long, value_enum, default_value_t = FindingsFormat::Human)]
    pub format: FindingsFormat,
}

/// What is done instead of publishing.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub(super) struct Instead {
    /// Say what would change, by brand, and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Go back to the release that was served before
    #[arg(long)]
    pub rollback: bool,
    /// List the releases
    #[arg(long)]
    pub status: bool,
}

impl PublishArguments {
    /// Builds what is to be published into `sink`, and says what was found.
    fn make(
        &self,
        tree: &SourceTree,
        date: Date,
        part: &Part,
        before: &Addresses,
        sink: &dyn Sink,
        terminal: &mut Terminal,
    ) -> BuiltPart {
        let language = self.common.language(tree);
        let stale = if self.allow_stale { StaleOverrides::Told } else { StaleOverrides::Refused };
        let built = build_part(tree, BuildOptions { date }, before, Publishing { part, stale }, sink);
        show(&built.outcome.findings, tree, language, self.format, terminal);
        if !built.is_publishable() {
            terminal.report(&line(&nothing_published(errors_of(&built.outcome)), language));
        }
        built
    }

    /// What is true of the build as a whole.
    fn facts(&self, tree: &SourceTree, date: Date, built: &BuiltPart) -> BuildFacts {
        // Of a part, what is refused is not published and so not allowed either.
        let allowed_stale = if self.allow_stale { built.outcome.stale(tree) } else { Vec::new() };
        BuildFacts { date, fingerprint: pipeline::fingerprint(tree), allowed_stale }
    }

    fn answer(&self, text: &str, terminal: &mut Terminal) {
        if matches!(self.format, FindingsFormat::Human | FindingsFormat::Short) {
            terminal.answer(text);
        }
    }
}

/// Publishes, goes back, or says what is there.
pub(super) fn run(asked: &PublishArguments, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    let root = asked.common.root();
    let tree = disk::read_site(&root)?;
    let language = asked.common.language(&tree);
    let Some(to) = &asked.to else { return write_archive(asked, &root, &tree, terminal) };
    let folder = ReleaseFolder::find(to)?;
    if asked.instead.status {
        terminal.answer(&status(&folder, language)?);
        return Ok(Ending::Fine);
    }
    if asked.instead.rollback {
        let (from, to) = roll_back(folder, &root)?;
        terminal.answer(&line(&say::went_back(&from, &to), language));
        return Ok(Ending::Fine);
    }
    let date = build_date(asked.date)?;
    let part = match asked.part.part(&tree, language, terminal) {
        Ok(part) => part,
        Err(ending) => return Ok(ending),
    };
    let make = |sink: &dyn Sink, terminal: &mut Terminal| {
        asked.make(&tree, date, &part, &addresses_in(&to.join("current")), sink, terminal)
    };
    if asked.instead.dry_run {
        let sink = FactsSink::default();
        let built = make(&sink, terminal);
        if !built.is_publishable() {
            return Ok(Ending::ContentHasErrors);
        }
        let (changes, kept) = changes_against(&folder, sink.into_files(), &|brand| built.keeps(brand))?;
        let head = if changes.is_empty() { say::would_change_nothing() } else { say::would_change() };
        terminal.answer(&(line(&head, language) + &by_brand(&changes, language)));
        terminal.report(&kept_and_missing(&built, &kept, language));
        return Ok(ending_of(&built));
    }
    let options = PublishOptions {
        source_root: root.clone(),
        allow_shrinking: asked.allow_shrinking,
        allow_deleting: asked.allow_deleting,
        keep: asked.keep.into(),
    };
    let mut release = NewRelease::open(folder, options)?;
    let built = make(&release, terminal);
    if !built.is_publishable() {
        return Ok(Ending::ContentHasErrors);
    }
    let kept = if built.is_part() { release.keep(&|brand| built.keeps(brand))? } else { BTreeSet::new() };
    let shown = shown_path(to);
    let text = match release.finish(asked.facts(&tree, date, &built))? {
        Publication::Unchanged { id } => line(&say::already_published(&id, &shown), language),
        Publication::Published { id, changes, forgotten, left, others } => {
            let mut text = line(&say::published_release(&id, &shown), language);
            text.push_str(&by_brand(&changes, language));
            if forgotten > 0 {
                text.push_str(&line(&say::releases_forgotten(forgotten), language));
            }
            if !left.is_empty() {
                text.push_str(&line(&say::releases_left(&left.join(", ")), language));
            }
            for (release, files) in &others {
                text.push_str(&line(&say::release_has_others(release, files), language));
            }
            text
        }
    };
    asked.answer(&text, terminal);
    terminal.report(&kept_and_missing(&built, &kept, language));
    Ok(ending_of(&built))
}

/// Writes a release into an archive. It is of its content and its day alone, but for old addresses: those of
/// pages that have moved since the archive that it replaces, or since the last build, lead on.
fn write_archive(
    asked: &PublishArguments,
    root: &Path,
    tree: &SourceTree,
    terminal: &mut Terminal,
) -> anyhow::Result<Ending> {
    let (language, date) = (asked.common.language(tree), build_date(asked.date)?);
    let part = match asked.part.part(tree, language, terminal) {
        Ok(part) => part,
        Err(ending) => return Ok(ending),
    };
    let path = asked.archive.as_deref().expect("without it, a folder is required");
    let archive = NewArchive::open(path, root)?;
    let before = archived_file(path, ADDRESSES_FILE).and_then(|json| Addresses::parse(&json));
    let before = before.unwrap_or_else(|| addresses_in(&root.join(pipeline::output_folder(tree))));
    let built = asked.make(tree, date, &part, &before, &archive, terminal);
    if !built.is_publishable() {
        return Ok(Ending::ContentHasErrors);
    }
    let page = |name: &str| built.outcome.handover(name);
    let written = archive.finish(asked.facts(tree, date, &built), &page)?;
    let WrittenArchive { name, files, sha256 } = written;
    let (shown, sites, sum) = (shown_path(path), built.outcome.brands.len(), sha256.to_string());
    asked.answer(&line(&say::archive_written(&shown, sites, files, &name, &sum), language), terminal);
    Ok(ending_of(&built))
}

fn ending_of(built: &BuiltPart) -> Ending {
    if errors_of(&built.outcome) > 0 { Ending::ContentHasErrors } else { Ending::Fine }
}

/// The releases, the latest first, and which is served.
fn status(folder: &ReleaseFolder, language: MessageLanguage) -> anyhow::Result<String> {
    let (history, current) = (folder.history()?, folder.current()?);
    if history.releases.is_empty() {
        return Ok(line(&say::no_release_yet(), language));
    }
    let mut text = String::new();
    for release in history.releases.iter().rev() {
        let is_current = current.as_deref() == Some(release.id.as_str());
        let state = match (is_current, release.withdrawn) {
            (true, _) => say::is_served(),
            (false, true) => say::was_withdrawn(),
            (false, false) => say::is_kept(),
        };
        let facts = say::release_line(&release.date, release.files, release.carried.len());
        let (facts, state) = (facts.in_language(language), state.in_language(language));
        text.push_str(&format!("{} {}  {facts}  {state}\n", if is_current { "→" } else { " " }, release.id));
    }
    Ok(text)
}

fn by_brand(changes: &BTreeMap<String, BrandChange>, language: MessageLanguage) -> String {
    let widest = changes.keys().map(String::len).max().unwrap_or(0);
    let each = changes.iter().map(|(brand, change)| {
        let BrandChange { new, changed, gone, .. } = *change;
        format!("  {brand:widest$}  {}", line(&say::brand_changes(new, changed, gone), language))
    });
    each.collect::<Vec<_>>().concat()
}

/// What a build makes, without its bytes.
#[derive(Default)]
struct FactsSink {
    files: Mutex<BTreeMap<OutputPath, FileFacts>>,
}

impl FactsSink {
    fn into_files(self) -> BTreeMap<OutputPath, FileFacts> {
        self.files.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for FactsSink {
    fn accept(&self, path: &OutputPath, bytes: &[u8]) {
        let facts = FileFacts { sha256: Checksum::of(bytes), length: bytes.len() };
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(path.clone(), facts);
    }
}
