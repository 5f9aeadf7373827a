#![expect(clippy::disallowed_methods, reason = "asks how wide the terminal is")]

use std::env;

use clap::ValueEnum;
use jiff::civil::Date;

use super::check::CheckArguments;
use super::terminal::Terminal;
use super::{Ending, refuse};
use crate::check::State;
use crate::diagnostic::catalogue::cli;
use crate::diagnostic::{MessageLanguage, Severity, nearest};
use crate::model::Id;
use crate::pipeline;
use crate::report::{Colours, CoverageInput, coverage_html, coverage_json, coverage_text, draw};
use crate::source::SourceTree;

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

/// The columns of a terminal that does not say how many it has.
const COLUMNS: usize = 80;

/// The site that is asked about.
#[derive(Clone, Copy)]
pub(super) struct AskedSite<'t> {
    pub tree: &'t SourceTree,
    pub date: Date,
    pub language: MessageLanguage,
}

/// Shows what each clinic's pages answer, or writes it to a file that is not published.
pub(super) fn run(
    asked: &CheckArguments,
    format: CoverageFormat,
    site: AskedSite<'_>,
    terminal: &mut Terminal,
) -> anyhow::Result<Ending> {
    let AskedSite { tree, date, language } = site;
    let covered = pipeline::coverage(tree, asked.brand.as_deref());
    if let Some(brand) =
        asked.brand.as_ref().filter(|brand| !covered.brands.iter().any(|id| id.as_str() == **brand))
    {
        let meant = nearest(brand, covered.brands.iter().map(Id::as_str));
        return Ok(refuse(&cli::no_brand(brand), meant, language, terminal));
    }
    let errors: Vec<_> =
        covered.findings.iter().filter(|finding| finding.severity == Severity::Error).cloned().collect();
    terminal.report(&draw(&errors, tree, language, Colours::On));
    let input = CoverageInput { clinics: &covered.clinics, tree, date, language };
    let text = match format {
        CoverageFormat::Human => coverage_text(&input, columns()),
        CoverageFormat::Json => coverage_json(&input),
        CoverageFormat::Html => coverage_html(&input),
    };
    asked.file.deliver(&text, language, terminal)?;
    let missing =
        covered.clinics.iter().flat_map(|clinic| &clinic.cells).any(|cell| cell.state == State::Missing);
    Ok(if missing || !errors.is_empty() { Ending::ContentHasErrors } else { Ending::Fine })
}

fn columns() -> usize {
    env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(COLUMNS)
}
