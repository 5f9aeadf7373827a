//! Findings as the commands that GitHub Actions shows beside the lines of a change.

use super::draw::{harmless, severity_word};
use crate::diagnostic::{Diagnostic, MessageLanguage};
use crate::source::SourceTree;

/// One command a finding: `::error file=…,line=…,col=…,title=…::…`.
#[must_use]
pub fn to_github(findings: &[Diagnostic], tree: &SourceTree, language: MessageLanguage) -> String {
    let line = |finding: &Diagnostic| {
        let file = tree.file(finding.span.file);
        let (line, column) = file.line_and_column(finding.span.start);
        let (end_line, _) = file.line_and_column(finding.span.end);
        let help = finding.help.as_ref().map(|help| format!("\n{}", help.in_language(language)));
        let text = format!("{}{}", finding.headline.in_language(language), help.unwrap_or_default());
        let lines: Vec<String> = text.lines().map(harmless).collect();
        format!(
            "::{} file={},line={line},col={column},endLine={end_line},title={}::{}\n",
            severity_word(finding.severity),
            property(&harmless(file.path.as_str())),
            property(&finding.code),
            escaped(&lines.join("\n")),
        )
    };
    findings.iter().map(line).collect()
}

/// A text within a command: what would end it is written in per cent.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
