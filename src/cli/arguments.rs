use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::build::BuildArguments;
use super::calendar::CalendarArguments;
use super::check::CheckArguments;
use super::diff::DiffArguments;
use super::explain::ExplainArguments;
use super::export::{ExportArguments, ExportWhat};
use super::impact::ImpactArguments;
use super::join::JoinArguments;
use super::new::{NewArguments, NewWhat};
use super::publish::PublishArguments;
use super::review::ReviewArguments;
use super::root::site_root;
use super::serve::ServeArguments;
use super::trace::TraceArguments;
use super::verify::VerifyArguments;
use crate::diagnostic::MessageLanguage;
use crate::pipeline::message_language;
use crate::source::SourceTree;

/// One shared privacy policy, many clinics: a static site for each brand.
#[derive(Debug, Parser)]
// The name without `.exe`, which nobody types.
#[command(name = "felles", bin_name = "felles", version = env!("FELLES_VERSION"), propagate_version = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

/// The commands, in the order of the help. What a command takes, and what it is,
/// is written beside the command.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Build(BuildArguments),
    Publish(PublishArguments),
    Join(JoinArguments),
    Verify(VerifyArguments),
    Serve(ServeArguments),
    Check(CheckArguments),
    Explain(ExplainArguments),
    Calendar(CalendarArguments),
    Export(ExportArguments),
    Trace(TraceArguments),
    Impact(ImpactArguments),
    Diff(DiffArguments),
    Review(ReviewArguments),
    New(NewArguments),
}

/// What every command on a site takes.
#[derive(Debug, Args)]
pub(super) struct Common {
    /// The folder that holds site.toml [default: this one, or the nearest above it that has one]
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
    /// The language of messages [default: the site's main language]
    #[arg(long, value_name = "LANG", value_enum)]
    pub lang: Option<Lang>,
}

impl Common {
    /// The folder that holds `site.toml`.
    pub(super) fn root(&self) -> PathBuf {
        site_root(self.root.as_deref())
    }

    /// The language of messages: what is asked for, else the site's main one.
    pub(super) fn language(&self, tree: &SourceTree) -> MessageLanguage {
        self.lang.map_or_else(|| message_language(tree), Into::into)
    }
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

impl Command {
    /// The language that is asked for, for errors that come before the site is read.
    pub(super) fn language(&self) -> MessageLanguage {
        let asked = match self {
            Self::Build(build) => build.common.lang,
            Self::Publish(publish) => publish.common.lang,
            Self::Join(join) => join.lang,
            Self::Verify(verify) => Some(verify.lang),
            Self::Serve(serve) => serve.common.lang,
            Self::Check(check) => check.common.lang,
            Self::Explain(explain) => explain.lang,
            Self::Calendar(calendar) => calendar.common.lang,
            Self::Export(ExportArguments { what: ExportWhat::Record(record) }) => record.common.lang,
            Self::Trace(trace) => trace.common.lang,
            Self::Impact(impact) => impact.common.lang,
            Self::Diff(diff) => diff.common.lang,
            Self::Review(review) => review.common.lang,
            Self::New(NewArguments { what: NewWhat::Site(site) }) => Some(site.lang),
        };
        asked.unwrap_or(Lang::Nb).into()
    }
}
