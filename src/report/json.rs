use std::collections::BTreeSet;

use serde::Serialize;

use super::draw::severity_word;
use crate::diagnostic::{Diagnostic, Message, MessageLanguage};
use crate::source::SourceTree;
use crate::span::Span;

#[derive(Serialize)]
struct JsonFinding<'a> {
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    place: JsonPlace<'a>,
    related: Vec<JsonPlace<'a>>,
    help: Option<&'a str>,
    clinics: &'a BTreeSet<String>,
}

#[derive(Serialize)]
struct JsonPlace<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    label: Option<&'a str>,
}

/// The findings as a JSON list, for editors and scripts;
/// lines and columns count from one, columns in characters.
#[must_use]
pub fn to_json(findings: &[Diagnostic], tree: &SourceTree, language: MessageLanguage) -> String {
    let list: Vec<JsonFinding<'_>> = findings
        .iter()
        .map(|finding| JsonFinding {
            code: &finding.code,
            severity: severity_word(finding.severity),
            message: finding.headline.in_language(language),
            place: place(finding.span, finding.label.as_ref(), tree, language),
            related: finding
                .related
                .iter()
                .map(|(span, label)| place(*span, Some(label), tree, language))
                .collect(),
            help: finding.help.as_ref().map(|help| help.in_language(language)),
            clinics: &finding.clinics,
        })
        .collect();
    json_text(&list)
}

/// Pretty JSON with a line end.
pub(super) fn json_text(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).expect("texts and numbers are JSON") + "\n"
}

fn place<'a>(
    span: Span,
    label: Option<&'a Message>,
    tree: &'a SourceTree,
    language: MessageLanguage,
) -> JsonPlace<'a> {
    let file = tree.file(span.file);
    let (line, column) = file.line_and_column(span.start);
    let (end_line, end_column) = file.line_and_column(span.end);
    let label = label.map(|label| label.in_language(language));
    JsonPlace { path: file.path.as_str(), line, column, end_line, end_column, label }
}
