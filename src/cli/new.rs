#![expect(clippy::disallowed_methods, reason = "writes the files of a new site")]

use std::fs;
use std::io::{self, BufRead, IsTerminal};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};

use super::Ending;
use super::arguments::Lang;
use super::quoted::quoted;
use super::terminal::Terminal;
use super::today::build_date;
use crate::diagnostic::{Message, MessageLanguage, catalogue::cli as say};
use crate::model::{Domain, Id, Line, TextValue};
use crate::source::disk::shown_path;
use crate::starter::{Answers, StarterLanguage, starter_site};

/// Start something new
#[derive(Debug, Args)]
pub(super) struct NewArguments {
    #[command(subcommand)]
    pub what: NewWhat,
}

#[derive(Debug, Subcommand)]
pub(super) enum NewWhat {
    Site(NewSiteArguments),
}

/// A site of one's own, with the starter policy and one clinic
#[derive(Debug, Args)]
pub(super) struct NewSiteArguments {
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
    /// The languages of the site, the main one first
    #[arg(long, value_name = "LANG", value_enum, value_delimiter = ',', default_value = "nb,en")]
    pub languages: Vec<SiteLang>,
    /// The language of messages
    #[arg(long, value_name = "LANG", value_enum, default_value_t = Lang::Nb)]
    pub lang: Lang,
}

/// The languages that the starter policy is written in.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum SiteLang {
    /// Norsk bokmål
    Nb,
    /// Norsk nynorsk
    Nn,
    /// English
    En,
}

impl From<SiteLang> for StarterLanguage {
    fn from(lang: SiteLang) -> Self {
        match lang {
            SiteLang::Nb => Self::Bokmal,
            SiteLang::Nn => Self::Nynorsk,
            SiteLang::En => Self::English,
        }
    }
}

/// Starts something new.
pub(super) fn run(asked: &NewArguments, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    match &asked.what {
        NewWhat::Site(site) => new_site(site, terminal),
    }
}

fn new_site(asked: &NewSiteArguments, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    let language: MessageLanguage = asked.lang.into();
    let folder = shown_path(&asked.folder);
    if asked.folder.exists()
        && fs::read_dir(&asked.folder).map_or(true, |mut entries| entries.next().is_some())
    {
        return Err(say::folder_is_not_empty(&folder).into());
    }
    let group =
        answer::<Line>(asked.group.as_deref(), "--group", &say::ask_group(), None, language, terminal)?;
    let clinic =
        answer::<Line>(asked.clinic.as_deref(), "--clinic", &say::ask_clinic(), None, language, terminal)?;
    let brand = answer::<Line>(
        asked.brand.as_deref(),
        "--brand",
        &say::ask_brand(&clinic),
        Some(&clinic),
        language,
        terminal,
    )?;
    let domain =
        answer::<Domain>(asked.domain.as_deref(), "--domain", &say::ask_domain(), None, language, terminal)?;
    let no_id = |name: &str| say::name_gives_no_id(name);
    let clinic_id = Id::from_name(&clinic).ok_or_else(|| no_id(&clinic))?;
    let brand_id = Id::from_name(&brand).ok_or_else(|| no_id(&brand))?;
    let mut languages: Vec<StarterLanguage> = Vec::new();
    for language in asked.languages.iter().copied().map(StarterLanguage::from) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    let answers = Answers {
        group: &group,
        clinic: &clinic,
        clinic_id: &clinic_id,
        brand: &brand,
        brand_id: &brand_id,
        domain: &domain,
        languages: &languages,
        date: build_date(None)?,
    };
    for file in starter_site(&answers) {
        write(&asked.folder.join(&file.path), &file.text)?;
    }
    terminal.answer(&format!("{}\n", say::site_is_made(&folder, &quoted(&folder)).in_language(language)));
    Ok(Ending::Fine)
}

/// What is asked for: the flag's value, else the reader's answer if there is a terminal, else the default.
fn answer<T: TextValue>(
    flag: Option<&str>,
    name: &str,
    question: &Message,
    default: Option<&str>,
    language: MessageLanguage,
    terminal: &mut Terminal,
) -> anyhow::Result<String> {
    let check = |text: &str| T::parse(text).map(|_| text.to_owned()).map_err(|invalid| invalid.headline);
    if let Some(flag) = flag {
        return Ok(check(flag.trim())?);
    }
    if !io::stdin().is_terminal() {
        let default = default.ok_or_else(|| say::flag_is_needed(name))?;
        return Ok(check(default)?);
    }
    loop {
        terminal.answer(&format!("{} ", question.in_language(language)));
        let mut line = String::new();
        if io::stdin().lock().read_line(&mut line)? == 0 {
            return Err(say::flag_is_needed(name).into());
        }
        let text = if line.trim().is_empty() { default.unwrap_or_default() } else { line.trim() };
        match check(text) {
            Ok(text) => return Ok(text),
            Err(headline) => terminal.report(&format!("{}\n", headline.in_language(language))),
        }
    }
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    let failed = |error: io::Error| {
        crate::diagnostic::catalogue::emit::cannot_write(&shown_path(path), &error.to_string())
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    Ok(fs::write(path, text).map_err(failed)?)
}
