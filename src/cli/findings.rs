use super::arguments::Format;
use super::terminal::Terminal;
use crate::diagnostic::{Diagnostic, MessageLanguage};
use crate::report::{Colours, draw, draw_short, to_github, to_json, to_sarif};
use crate::source::SourceTree;

/// Shows findings: those for people beside the answer, those for programs as the answer.
pub(super) fn show(
    findings: &[Diagnostic],
    tree: &SourceTree,
    language: MessageLanguage,
    format: Format,
    terminal: &mut Terminal,
) {
    match format {
        Format::Human => terminal.report(&draw(findings, tree, language, Colours::On)),
        Format::Short => terminal.report(&draw_short(findings, tree, language)),
        Format::Json => terminal.answer(&to_json(findings, tree, language)),
        Format::Sarif => terminal.answer(&to_sarif(findings, tree, language)),
        Format::Github => terminal.answer(&to_github(findings, tree, language)),
    }
}
