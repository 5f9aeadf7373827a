use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::answer_file::AnswerFile;
use super::arguments::Common;
use super::build::{addresses_in, line};
use super::coverage::{self, AskedSite, CoverageFormat};
use super::findings::{FindingsFormat, in_format, show};
use super::terminal::Terminal;
use super::today::build_date;
use super::{Ending, refuse};
use crate::diagnostic::{Diagnostic, Severity, catalogue::cli as say, nearest};
use crate::model::Id;
use crate::pipeline::{self, BuildOptions, NoSink, codes, languages_without_phrases};
use crate::report::Colours;
use crate::source::disk;

/// Check the content and the pages as a build does, and write nothing
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
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
    /// Show what is not told of an example too
    #[arg(long)]
    pub all: bool,
    /// Fail on warnings too
    #[arg(long, value_enum)]
    pub deny: Option<Deny>,
    /// How to show findings
    #[arg(long, value_enum, default_value_t = FindingsFormat::Human)]
    pub format: FindingsFormat,
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
    #[command(flatten)]
    pub file: AnswerFile,
}

/// What fails beside errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Deny {
    /// Warnings
    Warnings,
}

/// Checks everything that a build checks, and writes nothing.
pub(super) fn run(asked: &CheckArguments, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    let date = build_date(asked.date)?;
    let root = asked.common.root();
    let tree = disk::read_site(&root)?;
    let language = asked.common.language(&tree);
    asked.file.refuse_published(&root, &tree)?;
    if let Some(format) = asked.coverage {
        return coverage::run(asked, format, AskedSite { tree: &tree, date, language }, terminal);
    }
    let before = addresses_in(&asked.common.root().join(pipeline::output_folder(&tree)));
    let outcome = pipeline::build_after(&tree, BuildOptions { date }, before, &NoSink);
    let (mut findings, mut excused) = (outcome.findings.clone(), outcome.excused.clone());
    if let Some(brand) = &asked.brand {
        let brands = outcome.site.iter().flat_map(|site| site.input.brands.keys().map(Id::as_str));
        if !brands.clone().any(|known| known == brand) {
            return Ok(refuse(&say::no_brand(brand), nearest(brand, brands), language, terminal));
        }
        let is_about = |finding: &Diagnostic| outcome.concerned(finding, &tree).includes(brand);
        findings.retain(is_about);
        excused.retain(is_about);
    }
    let mut names: Vec<&str> = codes().collect();
    names.extend(outcome.site.iter().flat_map(|site| site.input.house_rules.keys().map(Id::as_str)));
    if let Some(unknown) = asked.rule.iter().find(|rule| !names.contains(&rule.as_str())) {
        return Ok(refuse(&say::no_rule(unknown), nearest(unknown, names), language, terminal));
    }
    if !asked.rule.is_empty() {
        let is_asked_for = |finding: &Diagnostic| asked.rule.iter().any(|rule| *rule == finding.code);
        findings.retain(is_asked_for);
        excused.retain(is_asked_for);
    }
    if asked.all {
        findings.append(&mut excused);
    }
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let warnings = findings.len() - errors;
    let mut summary = Vec::new();
    if matches!(asked.format, FindingsFormat::Human | FindingsFormat::Short) {
        summary.push(if findings.is_empty() {
            say::nothing_found()
        } else {
            say::findings(errors, warnings)
        });
        if !excused.is_empty() {
            summary.push(say::excused(excused.len()));
        }
        for (unread, rules) in languages_without_phrases(&tree) {
            summary.push(say::rules_without_phrases(unread.as_str(), rules));
        }
    }
    let summary: String = summary.iter().map(|message| line(message, language)).collect();
    if asked.file.is_asked_for() {
        let text = in_format(&findings, &tree, language, asked.format, Colours::Off);
        asked.file.deliver(&(text + &summary), language, terminal)?;
    } else {
        show(&findings, &tree, language, asked.format, terminal);
        terminal.answer(&summary);
    }
    let fails = errors > 0 || asked.deny.is_some() && warnings > 0;
    Ok(if fails { Ending::ContentHasErrors } else { Ending::Fine })
}
