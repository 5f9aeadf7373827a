use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, normalize_untrusted_str};

use crate::diagnostic::{Diagnostic, Message, MessageLanguage, Severity, catalogue::cli as say};
use crate::source::SourceTree;
use crate::span::{FileId, Span};

/// Whether to colour; the shell takes colours away again if the output is not a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// With escape codes.
    On,
    /// Plain text.
    Off,
}

/// A file with more findings is no longer read finding by finding;
/// it was pasted from elsewhere, or is not a text.
const MOST_OF_A_FILE: usize = 100;

/// More clinics than these are counted and not named.
const MOST_CLINICS: usize = 5;

/// Draws the findings as rustc draws its own, with an empty line after each; of one file the first hundred.
#[must_use]
pub fn draw(
    findings: &[Diagnostic],
    tree: &SourceTree,
    language: MessageLanguage,
    colours: Colours,
) -> String {
    let renderer = match colours {
        Colours::On => Renderer::styled(),
        Colours::Off => Renderer::plain(),
    };
    let mut text = String::new();
    for of_file in findings.chunk_by(|one, next| one.span.file == next.span.file) {
        let (shown, more) = of_file.split_at(of_file.len().min(MOST_OF_A_FILE));
        for finding in shown {
            text.push_str(&renderer.render(&[group(finding, tree, language)]));
            text.push_str("\n\n");
        }
        if let Some(finding) = more.first() {
            let path = tree.file(finding.span.file).path.as_str();
            text.push_str(say::and_more(more.len(), path).in_language(language));
            text.push_str("\n\n");
        }
    }
    without_c1(&text)
}

fn group<'a>(finding: &'a Diagnostic, tree: &'a SourceTree, language: MessageLanguage) -> Group<'a> {
    let level = match (finding.severity, language) {
        (Severity::Error, MessageLanguage::English) => Level::ERROR,
        (Severity::Error, MessageLanguage::Bokmal) => Level::ERROR.with_name("feil"),
        (Severity::Warning, MessageLanguage::English) => Level::WARNING,
        (Severity::Warning, MessageLanguage::Bokmal) => Level::WARNING.with_name("advarsel"),
    };
    let mut places: Vec<(Span, Option<&Message>, AnnotationKind)> =
        vec![(finding.span, finding.label.as_ref(), AnnotationKind::Primary)];
    places.extend(finding.related.iter().map(|(span, label)| (*span, Some(label), AnnotationKind::Context)));
    let mut files: Vec<FileId> = Vec::new();
    for (span, _, _) in &places {
        if !files.contains(&span.file) {
            files.push(span.file);
        }
    }
    let mut group = level
        .primary_title(finding.headline.in_language(language))
        .id(finding.code.as_ref())
        .elements(Vec::<Snippet<'_, annotate_snippets::Annotation<'_>>>::new());
    for file in files {
        let source = tree.file(file);
        let annotations =
            places.iter().filter(|(span, _, _)| span.file == file).map(|(span, label, kind)| {
                let label = label.map(|label| harmless(label.in_language(language)));
                kind.span(visible(*span, &source.text)).label(label)
            });
        let annotations: Vec<_> = annotations.collect();
        group = group.element(
            Snippet::source(source.text.as_str())
                .path(one_line(source.path.as_str()))
                .annotations(annotations),
        );
    }
    if finding.clinics.len() > 1 {
        let note_level = match language {
            MessageLanguage::English => Level::NOTE,
            MessageLanguage::Bokmal => Level::NOTE.with_name("merk"),
        };
        let clinics: Vec<&str> = finding.clinics.iter().map(String::as_str).take(MOST_CLINICS).collect();
        let more = if finding.clinics.len() > MOST_CLINICS { ", …" } else { "" };
        let note = say::found_in_clinics(finding.clinics.len(), &format!("{}{more}", clinics.join(", ")));
        group = group.element(note_level.message(note.in_language(language).to_owned()));
    }
    if let Some(help) = &finding.help {
        let help_level = match language {
            MessageLanguage::English => Level::HELP,
            MessageLanguage::Bokmal => Level::HELP.with_name("hjelp"),
        };
        group = group.element(help_level.message(help.in_language(language)));
    }
    group
}

/// A span that can be drawn: within the text, on the bounds of characters,
/// and on one line if it would fill a page.
fn visible(span: Span, text: &str) -> std::ops::Range<usize> {
    let floor = |mut offset: usize| {
        offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    };
    let (start, end) = (floor(span.range().start), floor(span.range().end));
    let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
    start..end.clamp(start, line_end.max(start))
}

/// The text with signs that would steer a terminal made visible.
#[must_use]
pub fn harmless(text: &str) -> String {
    without_c1(&normalize_untrusted_str(text))
}

/// Terminals obey U+009B as they do Escape and `[`, and the library that draws lets it through.
fn without_c1(text: &str) -> String {
    text.replace(|sign| matches!(sign, '\u{80}'..='\u{9f}'), "\u{fffd}")
}

/// One line for each finding: `path:line:column: error[code]: headline`.
#[must_use]
pub fn draw_short(findings: &[Diagnostic], tree: &SourceTree, language: MessageLanguage) -> String {
    let line = |finding: &Diagnostic| {
        let file = tree.file(finding.span.file);
        let (line, column) = file.line_and_column(finding.span.start);
        let word = severity_word(finding.severity);
        let headline = one_line(finding.headline.in_language(language));
        format!("{}:{line}:{column}: {word}[{}]: {headline}\n", one_line(file.path.as_str()), finding.code)
    };
    findings.iter().map(line).collect()
}

/// A text as a part of one line: a value that is named in a headline, and the name of a file, may have
/// several, and a program may obey one of its own.
fn one_line(text: &str) -> String {
    harmless(&text.split(['\n', '\r']).map(str::trim).collect::<Vec<_>>().join(" "))
}

/// The severity as machines read it, in every language the same.
pub(super) fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
