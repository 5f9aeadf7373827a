use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Ending;
use super::arguments::Lang;
use super::build::line;
use super::terminal::Terminal;
use crate::diagnostic::{MessageLanguage, catalogue::publish as say};
use crate::emit::{Deviation, verify};
use crate::report::harmless;
use crate::source::disk::shown_path;

/// Compare what lies in a folder with what was published there
#[derive(Debug, Args)]
pub(super) struct VerifyArguments {
    /// The output folder, a release, or a folder of releases
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// The form
    #[arg(long, value_enum, default_value_t = VerifyFormat::Human)]
    pub format: VerifyFormat,
    /// The language of messages
    #[arg(long, value_name = "LANG", value_enum, default_value_t = Lang::Nb)]
    pub lang: Lang,
}

/// The form of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum VerifyFormat {
    /// For people
    Human,
    /// For programs
    Json,
}

/// Says what is not what was published.
pub(super) fn run(asked: &VerifyArguments, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    let language = MessageLanguage::from(asked.lang);
    let current = asked.folder.join("current");
    let folder = if current.is_dir() { current } else { asked.folder.clone() };
    let (files, deviations) = verify(&folder)?;
    let text = match asked.format {
        VerifyFormat::Json => {
            let answer = serde_json::json!({ "files": files, "deviations": deviations });
            format!("{answer:#}\n")
        }
        VerifyFormat::Human => {
            let shown = shown_path(folder);
            let each = deviations.iter().map(|deviation| {
                let (message, path) = match deviation {
                    Deviation::Changed(path) => (say::is_changed(), path),
                    Deviation::Missing(path) => (say::is_missing(), path),
                    Deviation::Extra(path) => (say::is_extra(), path),
                };
                format!("  {}  {}\n", message.in_language(language), harmless(path))
            });
            let sum = if deviations.is_empty() {
                say::as_published(files, &shown)
            } else {
                say::not_as_published(deviations.len(), files, &shown)
            };
            line(&sum, language) + &each.collect::<Vec<_>>().concat()
        }
    };
    terminal.answer(&text);
    Ok(if deviations.is_empty() { Ending::Fine } else { Ending::ContentHasErrors })
}
