use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::Ending;
use super::arguments::Lang;
use super::build::line;
use super::terminal::Terminal;
use super::verify_url;
use crate::diagnostic::{MessageLanguage, catalogue::publish as say};
use crate::emit::{Deviation, verify};
use crate::report::harmless;
use crate::served::ConnectTo;
use crate::source::disk::shown_path;

/// Compare what lies in a folder, or what a server answers, with what was published
#[derive(Debug, Args)]
pub(super) struct VerifyArguments {
    /// The output folder, a release, a folder of releases, or the address of a site: `https://clinic.no`
    #[arg(value_name = "DIR|URL")]
    pub folder: PathBuf,
    /// Of an address: the folder with what was published there
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub against: PathBuf,
    /// Of an address: where to connect to for a port, whatever the host: `443:127.0.0.1:8443`
    #[arg(long, value_name = "PORT:ADDRESS:PORT")]
    pub connect_to: Vec<ConnectTo>,
    /// Of an address: certificates in PEM to believe, in the place of those that browsers believe
    #[arg(long, value_name = "FILE")]
    pub ca: Option<PathBuf>,
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

/// What is served of a folder of releases, and any other folder itself.
pub(super) fn current_in(folder: &Path) -> PathBuf {
    let current = folder.join("current");
    if current.is_dir() { current } else { folder.to_owned() }
}

/// Says what is not what was published.
pub(super) fn run(asked: &VerifyArguments, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    let language = MessageLanguage::from(asked.lang);
    if let Some(url) = asked.folder.to_str().filter(|text| text.starts_with("https://")) {
        return verify_url::run(url, asked, language, terminal);
    }
    let folder = current_in(&asked.folder);
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
