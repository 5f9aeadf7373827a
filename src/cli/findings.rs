use clap::ValueEnum;

use super::terminal::Terminal;
use crate::diagnostic::{Diagnostic, MessageLanguage};
use crate::report::{Colours, draw, draw_short, to_github, to_json, to_sarif};
use crate::source::SourceTree;

/// How findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FindingsFormat {
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

/// Shows findings: those for people beside the answer, those for programs as the answer.
pub(super) fn show(
    findings: &[Diagnostic],
    tree: &SourceTree,
    language: MessageLanguage,
    format: FindingsFormat,
    terminal: &mut Terminal,
) {
    let text = in_format(findings, tree, language, format, Colours::On);
    match format {
        FindingsFormat::Human | FindingsFormat::Short => terminal.report(&text),
        FindingsFormat::Json | FindingsFormat::Sarif | FindingsFormat::Github => terminal.answer(&text),
    }
}

/// Findings as text; colours stand in those for people alone.
pub(super) fn in_format(
    findings: &[Diagnostic],
    tree: &SourceTree,
    language: MessageLanguage,
    format: FindingsFormat,
    colours: Colours,
) -> String {
    match format {
        FindingsFormat::Human => draw(findings, tree, language, colours),
        FindingsFormat::Short => draw_short(findings, tree, language),
        FindingsFormat::Json => to_json(findings, tree, language),
        FindingsFormat::Sarif => to_sarif(findings, tree, language),
        FindingsFormat::Github => to_github(findings, tree, language),
    }
}
