use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::diagnostic::MessageLanguage;
use crate::preview::DEFAULT_EDITOR;

/// One shared privacy policy, many clinics: a static site for each brand.
#[derive(Debug, Parser)]
#[command(name = "felles", version, propagate_version = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Build every brand's site into the output folder
    Build(Build),
    /// Show every brand's site in the browser, from memory: nothing is published
    Serve(Serve),
    /// Check the content and the pages as a build does, and write nothing
    Check(Check),
    /// Say what a rule of check finds, why it matters and what to do
    Explain(Explain),
    /// List the coming days on which a page changes by itself
    Calendar(Calendar),
    /// Write what a clinic's content says in another form
    Export(Export),
    /// Show where a value or a clause of a clinic comes from
    Trace(Trace),
    /// Start something new
    New(New),
}

/// What every command takes.
#[derive(Debug, Args)]
pub(super) struct Common {
    /// The folder that holds site.toml
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// The language of messages [default: the site's main language]
    #[arg(long, value_name = "LANG", value_enum)]
    pub lang: Option<Lang>,
}

/// The languages of messages.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Lang {
    /// Norsk bokmål
    Nb,
    /// English
    En,
}

impl From<Lang> for MessageLanguage {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Nb => Self::Bokmal,
            Lang::En => Self::English,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct Build {
    #[command(flatten)]
    pub common: Common,
    /// The day to build for [default: `SOURCE_DATE_EPOCH`, else today in Oslo]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    /// How to show findings
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
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

#[derive(Debug, Args)]
pub(super) struct Serve {
    #[command(flatten)]
    pub common: Common,
    /// The day to show the pages of [default: `SOURCE_DATE_EPOCH`, else today in Oslo]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    /// The port; where another program has it, the next that is free
    #[arg(long, value_name = "PORT", default_value_t = 8000)]
    pub port: u16,
    /// The address to listen at, for others on the network [default: this machine alone]
    #[arg(long, value_name = "ADDRESS")]
    pub host: Option<IpAddr>,
    /// Open the page of all sites in the browser
    #[arg(long)]
    pub open: bool,
    /// Look for changes several times a second, for drives that tell of none, such as those of a network
    #[arg(long)]
    pub poll: bool,
    /// The address that opens a file in your editor
    #[arg(long, value_name = "URL", default_value = DEFAULT_EDITOR)]
    pub editor: String,
}

/// How findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// With the lines they are about
    Human,
    /// One line each
    Short,
    /// For programs
    Json,
    /// For code hosts and editors: SARIF 2.1.0
    Sarif,
    /// For GitHub Actions
    Github,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub common: Common,
    /// The day to check for [default: `SOURCE_DATE_EPOCH`, else today in Oslo]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    /// Only what concerns this brand
    #[arg(long, value_name = "BRAND")]
    pub brand: Option<String>,
    /// Only the findings of this rule; may be given several times
    #[arg(long, value_name = "RULE")]
    pub rule: Vec<String>,
    /// Fail on warnings too
    #[arg(long, value_enum)]
    pub deny: Option<Deny>,
    /// How to show findings
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// Show what each clinic's pages answer of what the law asks for, instead of findings
    #[arg(
        long,
        value_name = "FORMAT",
        value_enum,
        num_args = 0..=1,
        default_missing_value = "human",
        conflicts_with_all = ["rule", "deny", "format"]
    )]
    pub coverage: Option<CoverageFormat>,
    /// The file to write the answers to [default: the terminal]; never one that is published
    #[arg(long, value_name = "FILE", requires = "coverage")]
    pub output: Option<PathBuf>,
}

/// How answers are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CoverageFormat {
    /// A table for people
    Human,
    /// For programs
    Json,
    /// A page for a browser or a printer, in one file
    Html,
}

/// What fails beside errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Deny {
    /// Warnings
    Warnings,
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The rule or other finding, as it is named in brackets; without it, all are listed
    pub rule: Option<String>,
    /// The language of messages
    #[arg(long, value_name = "LANG", value_enum)]
    pub lang: Option<Lang>,
}

#[derive(Debug, Args)]
pub(super) struct Calendar {
    #[command(flatten)]
    pub common: Common,
    /// The day to start after [default: `SOURCE_DATE_EPOCH`, else today in Oslo]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    /// The last day to list [default: a year later]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub until: Option<Date>,
    /// Only this brand
    #[arg(long, value_name = "BRAND")]
    pub brand: Option<String>,
    /// How to show the days
    #[arg(long, value_enum, default_value_t = CalendarFormat::Human)]
    pub format: CalendarFormat,
}

/// How a calendar is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CalendarFormat {
    /// For people
    Human,
    /// For programs
    Json,
    /// For calendars: iCalendar, RFC 5545
    Ics,
}

#[derive(Debug, Args)]
pub(super) struct Export {
    #[command(subcommand)]
    pub what: ExportWhat,
}

#[derive(Debug, Subcommand)]
pub(super) enum ExportWhat {
    /// The record of processing activities (GDPR Article 30)
    Record(ExportRecord),
}

#[derive(Debug, Args)]
pub(super) struct ExportRecord {
    #[command(flatten)]
    pub common: Common,
    /// The clinic: the name of its folder in content/clinics
    #[arg(long, value_name = "CLINIC")]
    pub clinic: String,
    /// The form
    #[arg(long, value_enum, default_value_t = ExportFormat::Csv)]
    pub format: ExportFormat,
    /// The file to write, outside of the output folder [default: the terminal]
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The day to check for [default: `SOURCE_DATE_EPOCH`, else today in Oslo]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
}

/// The form of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExportFormat {
    /// A table for spreadsheets
    Csv,
    /// For programs
    Json,
}

#[derive(Debug, Args)]
pub(super) struct Trace {
    #[command(flatten)]
    pub common: Common,
    /// The clinic: the name of its folder in content/clinics
    pub clinic: String,
    /// A key, like contacts.privacy.email or processors.itpays, or the name of a clause
    #[arg(value_name = "KEY-OR-CLAUSE")]
    pub key: String,
    /// What the opening hours are on this day, and why; KEY is then a channel, like phone or ivf.phone
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    /// How to show the trace
    #[arg(long, value_enum, default_value_t = TraceFormat::Human)]
    pub format: TraceFormat,
}

/// How a trace is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum TraceFormat {
    /// For people
    Human,
    /// For programs
    Json,
}

#[derive(Debug, Args)]
pub(super) struct New {
    #[command(subcommand)]
    pub what: NewWhat,
}

#[derive(Debug, Subcommand)]
pub(super) enum NewWhat {
    /// A site of one's own, with the starter policy and one clinic
    Site(NewSite),
}

#[derive(Debug, Args)]
pub(super) struct NewSite {
    /// The folder to make
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// The name of the clinic group
    #[arg(long)]
    pub group: Option<String>,
    /// The name of the first clinic
    #[arg(long)]
    pub clinic: Option<String>,
    /// The name of the brand [default: the clinic's]
    #[arg(long)]
    pub brand: Option<String>,
    /// The domain of the brand's site
    #[arg(long)]
    pub domain: Option<String>,
    /// The language of messages
    #[arg(long, value_name = "LANG", value_enum, default_value_t = Lang::Nb)]
    pub lang: Lang,
}

impl Command {
    /// The language that is asked for, for errors that come before the site is read.
    pub(super) fn language(&self) -> MessageLanguage {
        let asked = match self {
            Self::Build(build) => build.common.lang,
            Self::Serve(serve) => serve.common.lang,
            Self::Check(check) => check.common.lang,
            Self::Explain(explain) => explain.lang,
            Self::Calendar(calendar) => calendar.common.lang,
            Self::Export(Export { what: ExportWhat::Record(record) }) => record.common.lang,
            Self::Trace(trace) => trace.common.lang,
            Self::New(New { what: NewWhat::Site(site) }) => Some(site.lang),
        };
        asked.unwrap_or(Lang::Nb).into()
    }
}
