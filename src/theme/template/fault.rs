//! Turns Tera's errors into diagnostics: its words and its place, never its drawing.

use std::collections::BTreeMap;

use tera::{ErrorKind, ReportError};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::template as say;
use crate::source::SourceTree;
use crate::span::{FileId, Span};

/// What is wrong with a template that Tera cannot read, or with templates that it cannot join.
///
/// `file` is the place for what Tera says without one.
pub(super) fn load_fault(
    error: &tera::Error,
    tree: &SourceTree,
    files: &BTreeMap<String, FileId>,
    file: FileId,
) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) => {
            let span = span_of(report, files, file);
            syntax_fault(span, report.message(), tree.text_at(span))
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain: chain }
        | ErrorKind::CircularInclude { tpl, include_chain: chain } => circle(tpl, chain, tree, files, file),
        _ => {
            let span = Span::start_of(file);
            syntax_fault(span, &error.to_string(), "")
        }
    }
}

/// Why a page could not be rendered.
pub(super) fn render_fault(
    error: &tera::Error,
    files: &BTreeMap<String, FileId>,
    file: FileId,
) -> Diagnostic {
    let ErrorKind::RenderingError(report) = error.kind() else {
        let words = words(&error.to_string());
        return Diagnostic::error("template-fails", Span::start_of(file), say::template_fails(&words));
    };
    let span = span_of(report, files, file);
    if is_about_a_missing_value(report.message()) {
        return Diagnostic::error("template-value-missing", span, say::no_value_here())
            .with_help(say::guard_the_value());
    }
    Diagnostic::error("template-fails", span, say::template_fails(&words(report.message())))
}

fn span_of(report: &ReportError, files: &BTreeMap<String, FileId>, file: FileId) -> Span {
    let file = files.get(report.filename()).copied().unwrap_or(file);
    Span::new(file, report.span().range.clone())
}

fn syntax_fault(span: Span, message: &str, place: &str) -> Diagnostic {
    let expected = message.trim_end_matches('.').split_once(" but expected ").map(|(_, expected)| expected);
    let sign = expected.map(|expected| expected.trim_matches('`'));
    let sign = sign.filter(|sign| !sign.chars().any(char::is_alphabetic) && !place.trim().is_empty());
    let (headline, label) = match (message, sign) {
        ("Unexpected end of input", _) => (say::template_ends_too_early(), None),
        ("Unknown tag", _) => (say::unknown_tag(place), None),
        (_, Some(sign)) => (say::another_sign_is_expected(place.trim(), sign), None),
        (other, None) => (say::template_syntax(), Some(say::tera_says(&words(other)))),
    };
    Diagnostic::error("template-syntax", span, headline).with_label(label)
}

/// Tera names the fields that exist; of a value that is missing on one page that says nothing.
fn is_about_a_missing_value(message: &str) -> bool {
    message.starts_with("Tried to render a variable that is undefined")
        || message.contains("`undefined`")
        || (message.starts_with("Field `") || message.starts_with("Variable `"))
            && message.contains("` is not defined")
}

fn circle(
    name: &str,
    chain: &[String],
    tree: &SourceTree,
    files: &BTreeMap<String, FileId>,
    file: FileId,
) -> Diagnostic {
    let file = files.get(name).copied().unwrap_or(file);
    let text = &tree.file(file).text;
    let next = chain.iter().skip_while(|other| *other != name).nth(1).or(chain.first());
    let place = next.and_then(|next| Some(text.find(next.as_str())?..text.find(next.as_str())? + next.len()));
    let span = place.map_or(Span::start_of(file), |place| Span::new(file, place));
    Diagnostic::error("template-circle", span, say::template_in_a_circle(&chain.join(" → ")))
}

/// The first line of what Tera says, without its capital letter and its full stop.
fn words(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default();
    let line = line.strip_prefix("error: ").unwrap_or(line).trim_end_matches('.');
    let mut letters = line.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}
