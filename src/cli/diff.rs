#![expect(clippy::disallowed_methods, reason = "reads the finished files that are compared with")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::answer_file::AnswerFile;
use super::arguments::Common;
use super::build::{addresses_in, line};
use super::terminal::Terminal;
use super::today::build_date;
use super::verify::current_in;
use super::{Ending, refuse};
use crate::compare::Before;
use crate::diagnostic::{
    Diagnostic, Message, MessageLanguage, Severity, catalogue::cli, catalogue::diff as say,
    catalogue::emit::cannot_read_finished, nearest,
};
use crate::emit::published_files;
use crate::hosting::Addresses;
use crate::model::{Id, OutputPath, SiteInput};
use crate::pipeline::{self, BuildOptions, ComparedWith, MemorySink, Outcome};
use crate::report::{Colours, DiffAnswer, diff_answer, diff_html, diff_text, draw};
use crate::source::{SourceTree, disk, disk::shown_path};

/// Show what would change on the sites, and whether patients must be told
///
/// Each change stands once, with the sites that it is on and those that have their own word. It is material
/// if it concerns a purpose, a ground, a recipient, a country, a period, a right, who is responsible or whom
/// to turn to; of a text that answers an article of the GDPR, any other word is.
#[derive(Debug, Args)]
pub(super) struct DiffArguments {
    #[command(flatten)]
    pub common: Common,
    /// What to compare with: a folder that felles has built, a folder of releases or one of them, or a
    /// revision of git: HEAD, main~3, a tag [default: the last build]
    #[arg(long, value_name = "DIR|REVISION")]
    pub against: Option<String>,
    /// Tell of this brand alone
    #[arg(long, value_name = "BRAND")]
    pub brand: Option<String>,
    /// The day whose pages are meant [default: `SOURCE_DATE_EPOCH`, else today in Oslo]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    /// How to show the answer
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub format: DiffFormat,
    #[command(flatten)]
    pub file: AnswerFile,
}

/// How an answer is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DiffFormat {
    /// For people, in a terminal
    Text,
    /// One page, then and now beside each other
    Html,
    /// For programs
    Json,
}

/// Says what would change.
pub(super) fn run(asked: &DiffArguments, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    let date = build_date(asked.date)?;
    let root = &asked.common.root();
    let tree = disk::read_site(root)?;
    let language = asked.common.language(&tree);
    asked.file.refuse_published(root, &tree)?;
    let options = BuildOptions { date };
    let (outcome, differences, against) = match StateBefore::asked(asked.against.as_deref(), root, &tree)? {
        StateBefore::Built(folder) => {
            let files = BuiltFiles::in_folder(&folder)?;
            let with = ComparedWith { files: &files, addresses: addresses_in(&folder), site: None };
            let (outcome, differences) = pipeline::differences(&tree, options, with);
            files.all_read()?;
            (outcome, differences, shown_path(folder.strip_prefix(".").unwrap_or(&folder)))
        }
        StateBefore::Earlier(then, revision) => {
            let sink = MemorySink::new();
            let then = pipeline::build(&then, options, &sink);
            if !errors(&then).is_empty() {
                terminal.report(&line(&say::then_has_errors(), language));
            }
            let files = sink.into_files();
            let site: Option<&SiteInput> = then.site.as_ref().map(|site| &site.input);
            let with = ComparedWith { files: &files, addresses: Addresses::default(), site };
            let (outcome, differences) = pipeline::differences(&tree, options, with);
            (outcome, differences, revision)
        }
    };
    // What could not be made is not in the answer.
    let errors = errors(&outcome);
    terminal.report(&draw(&errors, &tree, language, Colours::On));
    let Some(site) = &outcome.site else { return Ok(Ending::ContentHasErrors) };
    let brands = site.input.brands.keys();
    let mut answer = diff_answer(against, differences, site, &tree, date);
    if let Some(brand) = &asked.brand {
        if site.brand(brand).is_none() && !answer.differences.brands.contains(brand) {
            let meant = nearest(brand, brands.map(Id::as_str));
            return Ok(refuse(&cli::no_brand(brand), meant, language, terminal));
        }
        answer = answer.of_brand(brand);
    }
    asked.file.deliver(&shown(&answer, asked.format, language)?, language, terminal)?;
    Ok(if errors.is_empty() { Ending::Fine } else { Ending::ContentHasErrors })
}

fn errors(outcome: &Outcome) -> Vec<Diagnostic> {
    let errors = outcome.findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.cloned().collect()
}

fn shown(answer: &DiffAnswer, format: DiffFormat, language: MessageLanguage) -> anyhow::Result<String> {
    Ok(match format {
        DiffFormat::Text => diff_text(answer, language),
        DiffFormat::Html => diff_html(answer, language),
        DiffFormat::Json => serde_json::to_string_pretty(answer)? + "\n",
    })
}

/// What the sites are compared with.
enum StateBefore {
    /// Finished files in a folder.
    Built(PathBuf),
    /// Content as it was at a revision.
    Earlier(SourceTree, String),
}

impl StateBefore {
    /// What is asked for; by itself, the last build.
    fn asked(asked: Option<&str>, root: &Path, tree: &SourceTree) -> anyhow::Result<Self> {
        let Some(asked) = asked else {
            let output = root.join(pipeline::output_folder(tree));
            if output.join("manifest.json").is_file() {
                return Ok(Self::Built(output));
            }
            return Err(say::nothing_built(&shown_path(output.strip_prefix(".").unwrap_or(&output))).into());
        };
        let folder = Path::new(asked);
        if folder.is_dir() && current_in(folder).join("manifest.json").is_file() {
            return Ok(Self::Built(current_in(folder)));
        }
        match disk::read_revision(root, asked) {
            Ok(Some(then)) => Ok(Self::Earlier(then, asked.to_owned())),
            Ok(None) => Err(say::no_such_state(asked).into()),
            // Who means a folder does not care for git.
            Err(_) if folder.exists() || asked.contains(['/', '\\']) => Err(say::no_such_state(asked).into()),
            Err(error) => Err(error),
        }
    }
}

/// The files of a build in a folder.
struct BuiltFiles {
    folder: PathBuf,
    paths: BTreeSet<OutputPath>,
    /// The first that could not be read, and why: it is not a file that was not there.
    unreadable: Mutex<Option<Message>>,
}

impl BuiltFiles {
    fn in_folder(folder: &Path) -> anyhow::Result<Self> {
        let paths = published_files(folder)?.into_keys().collect();
        Ok(Self { folder: folder.to_owned(), paths, unreadable: Mutex::default() })
    }

    /// Fails if a file that was published could not be read.
    fn all_read(self) -> anyhow::Result<()> {
        let unreadable = self.unreadable.into_inner().unwrap_or_else(PoisonError::into_inner);
        unreadable.map_or(Ok(()), |message| Err(message.into()))
    }
}

impl Before for BuiltFiles {
    fn file(&self, path: &OutputPath) -> Option<Vec<u8>> {
        if !self.paths.contains(path) {
            return None;
        }
        let file = self.folder.join(path.as_str());
        let read =
            fs::read(&file).map_err(|error| cannot_read_finished(&shown_path(&file), &error.to_string()));
        read.map_err(|message| {
            self.unreadable.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(message);
        })
        .ok()
    }

    fn paths(&self) -> Vec<OutputPath> {
        self.paths.iter().cloned().collect()
    }
}
