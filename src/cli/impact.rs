#![expect(clippy::disallowed_methods, reason = "finds out which file of the site a path on the disk is")]

use std::env;
use std::fs;
use std::path::Path;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::arguments::Common;
use super::terminal::Terminal;
use super::{Ending, refuse, today};
use crate::diagnostic::catalogue::{cli, impact as say};
use crate::diagnostic::{Diagnostics, MessageLanguage, Severity, nearest, nearest_of_keys};
use crate::impact::{AskedKind, AskedPart, known_keys, parts_at, parts_of_key};
use crate::merge::Site;
use crate::model::Id;
use crate::parse::parse_site;
use crate::pipeline;
use crate::report::{Colours, draw, impact_answer, impact_text};
use crate::source::{SourceTree, disk};

/// Show who sees a text or a value, and who has an own one instead
///
/// The sites are those whose files change if it is edited; the others are left as they are, byte for byte.
/// Where it depends on what is written instead (a condition, a date, a list, a text of the theme), all are
/// named that could change.
#[derive(Debug, Args)]
pub(super) struct ImpactArguments {
    #[command(flatten)]
    pub common: Common,
    /// A key, like contacts.privacy.email or processors.itpays; the name of a clause; or a file of the site,
    /// with a line if it is about that alone: content/group/processors.toml:12
    #[arg(value_name = "KEY|CLAUSE|FILE[:LINE]")]
    pub asked: String,
    /// Tell of this brand alone
    #[arg(long, value_name = "BRAND")]
    pub brand: Option<String>,
    /// Tell of this clinic alone
    #[arg(long, value_name = "CLINIC")]
    pub clinic: Option<String>,
    /// The day whose pages are meant [default: `SOURCE_DATE_EPOCH`, else today in Oslo]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    /// How to show the answer
    #[arg(long, value_enum, default_value_t = ImpactFormat::Text)]
    pub format: ImpactFormat,
}

/// How an answer is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ImpactFormat {
    /// For people
    Text,
    /// For programs
    Json,
}

/// Prints who sees what is asked about.
pub(super) fn run(asked: &ImpactArguments, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    let root = asked.common.root();
    let tree = disk::read_site(&root)?;
    let language = asked.common.language(&tree);
    let date = today::build_date(asked.date)?;
    let mut found = Diagnostics::new();
    let site = parse_site(&tree, &mut found).map(Site::new);
    // What could not be read is not in the answer.
    let mut errors = found.into_sorted();
    errors.retain(|finding| finding.severity == Severity::Error);
    terminal.report(&draw(&errors, &tree, language, Colours::On));
    let Some(site) = site else { return Ok(Ending::ContentHasErrors) };
    if let Some(ending) = refuse_unknown(asked, &site, language, terminal) {
        return Ok(ending);
    }
    let place = AskedFile::of(&asked.asked, &root, &tree);
    let parts = match &place {
        Some(place) => match place.parts(&site, &tree) {
            Ok(parts) => parts,
            Err(lines) => {
                return Ok(refuse(&say::no_such_line(place.path(&tree), lines), None, language, terminal));
            }
        },
        None => parts_of_key(&site.input, &asked.asked),
    };
    if place.is_none() && parts.is_empty() {
        let meant = meant(&asked.asked, &site, &tree);
        return Ok(refuse(&say::no_such_key(&asked.asked), meant.as_deref(), language, terminal));
    }
    let impact = pipeline::impact(&site, &tree, date, &parts);
    let mut answer = impact_answer(&asked.asked, &parts, &impact, &site, &tree);
    if let Some(brand) = &asked.brand {
        answer = answer.of_brand(brand, &site);
    }
    if let Some(clinic) = &asked.clinic {
        answer = answer.of_clinic(clinic, &site);
    }
    let text = match asked.format {
        ImpactFormat::Json => serde_json::to_string_pretty(&answer)? + "\n",
        ImpactFormat::Text if parts.iter().all(|part| part.kind == AskedKind::Unseen) => {
            format!("{}\n", say::nothing_there(&asked.asked).in_language(language))
        }
        ImpactFormat::Text => impact_text(&answer, language),
    };
    terminal.answer(&text);
    Ok(if errors.is_empty() { Ending::Fine } else { Ending::ContentHasErrors })
}

fn refuse_unknown(
    asked: &ImpactArguments,
    site: &Site,
    language: MessageLanguage,
    terminal: &mut Terminal,
) -> Option<Ending> {
    let (brands, clinics) = (site.input.brands.keys(), site.input.clinics.keys());
    if let Some(brand) = asked.brand.as_ref().filter(|brand| site.brand(brand).is_none()) {
        let meant = nearest(brand, brands.map(Id::as_str));
        return Some(refuse(&cli::no_brand(brand), meant, language, terminal));
    }
    let clinic = asked.clinic.as_ref()?;
    if site.input.clinics.keys().any(|id| id.as_str() == clinic) {
        return None;
    }
    let meant = nearest(clinic, clinics.map(Id::as_str));
    Some(refuse(&cli::no_clinic(clinic), meant, language, terminal))
}

/// The key, or the file, that is most probably meant.
fn meant(asked: &str, site: &Site, tree: &SourceTree) -> Option<String> {
    let (path, _, _) = split_place(asked);
    let path = path.replace('\\', "/");
    if path.contains('/') {
        let paths = tree.iter().map(|(_, file)| file.path.as_str());
        return nearest(&path, paths).map(str::to_owned);
    }
    nearest_of_keys(asked, &known_keys(&site.input)).map(str::to_owned)
}

/// A file of the site, and a place in it.
struct AskedFile {
    file: crate::span::FileId,
    line: Option<usize>,
    column: Option<usize>,
}

impl AskedFile {
    /// The file that is asked about: by its path in the site, or on the disk.
    fn of(asked: &str, root: &Path, tree: &SourceTree) -> Option<Self> {
        let (path, line, column) = split_place(asked);
        // A path that was copied on Windows.
        let path = path.replace('\\', "/");
        let in_site = path.trim_start_matches("./");
        let on_disk = || {
            let here = env::current_dir().ok()?;
            let (file, root) = (fs::canonicalize(here.join(&path)).ok()?, fs::canonicalize(root).ok()?);
            let below = file.strip_prefix(root).ok()?;
            let parts = below.iter().map(|part| part.to_string_lossy().into_owned());
            Some(parts.collect::<Vec<_>>().join("/"))
        };
        let found = tree.find(in_site).map(|(file, _)| file);
        let found = found.or_else(|| tree.find(&on_disk()?).map(|(file, _)| file));
        found.map(|file| Self { file, line, column })
    }

    fn path<'t>(&self, tree: &'t SourceTree) -> &'t str {
        tree.file(self.file).path.as_str()
    }

    /// What stands there; how many lines the file has, if it has not that many.
    fn parts<'s>(&self, site: &'s Site, tree: &SourceTree) -> Result<Vec<AskedPart<'s>>, usize> {
        let lines = tree.file(self.file).text.lines().count();
        if self.line.is_some_and(|line| line == 0 || line > lines) {
            return Err(lines);
        }
        Ok(parts_at(&site.input, tree, self.file, self.line, self.column))
    }
}

/// A path, and the line and column that may stand behind it.
fn split_place(asked: &str) -> (&str, Option<usize>, Option<usize>) {
    let number = |text: &'_ str| -> Option<usize> {
        text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
    };
    let split =
        |text: &'_ str| text.rsplit_once(':').and_then(|(rest, last)| Some((rest.len(), number(last)?)));
    let Some((end, last)) = split(asked) else { return (asked, None, None) };
    match split(&asked[..end]) {
        Some((start, line)) => (&asked[..start], Some(line), Some(last)),
        None => (&asked[..end], Some(last), None),
    }
}

#[cfg(test)]
mod tests {
    use super::split_place;

    #[test]
    fn a_place_is_a_path_with_a_line_and_a_column() {
        let check = |asked: &str, expected| assert_eq!(split_place(asked), expected, "{asked}");
        check("site.toml", ("site.toml", None, None));
        check("content/group/laws.toml:12", ("content/group/laws.toml", Some(12), None));
        check("content/group/laws.toml:12:7", ("content/group/laws.toml", Some(12), Some(7)));
        check(r"C:\felles\site.toml:3", (r"C:\felles\site.toml", Some(3), None));
        check(r"C:\felles\site.toml", (r"C:\felles\site.toml", None, None));
        check("site.toml:", ("site.toml:", None, None));
    }
}
