//! What clinics' pages answer, as a table for the terminal, as JSON, and as a page of its own.

mod html;
mod json;
mod text;

pub use html::coverage_html;
pub use json::coverage_json;
pub use text::coverage_text;

use jiff::civil::Date;

use crate::check::{Answer, Coverage, Item, State};
use crate::diagnostic::{Message, MessageLanguage, catalogue::coverage as say};
use crate::model::Language;
use crate::source::SourceTree;
use crate::span::Span;

/// What is shown, and to whom.
#[derive(Debug, Clone, Copy)]
pub struct CoverageInput<'c> {
    /// The answers, clinic by clinic and language by language.
    pub clinics: &'c [Coverage],
    /// The files that they point into.
    pub tree: &'c SourceTree,
    /// The day for which they are shown.
    pub date: Date,
    /// The language of the reader.
    pub language: MessageLanguage,
}

/// All states, as the legend has them.
const STATES: [State; 4] = [State::Answered, State::Partial, State::Missing, State::NotApplicable];

/// A longer quotation is cut.
const LONGEST_QUOTATION: usize = 240;

fn sign(state: State) -> &'static str {
    match state {
        State::Answered => "●",
        State::Partial => "◐",
        State::Missing => "○",
        State::NotApplicable => "–",
    }
}

fn word(state: State) -> &'static str {
    match state {
        State::Answered => "answered",
        State::Partial => "partial",
        State::Missing => "missing",
        State::NotApplicable => "not-applicable",
    }
}

fn meaning(state: State) -> Message {
    match state {
        State::Answered => say::state_answered(),
        State::Partial => say::state_partial(),
        State::Missing => say::state_missing(),
        State::NotApplicable => say::state_not_applicable(),
    }
}

/// The article, or for the date, which no article names, a word.
fn heading(item: Item, language: MessageLanguage) -> String {
    match item.citation() {
        "" => say::date_heading().in_language(language).to_owned(),
        citation => citation.to_owned(),
    }
}

/// Where an answer is in `language`: a text of the data that has a line for each language is written from the
/// first one on.
fn place_in(answer: &Answer, language: &Language, tree: &SourceTree) -> Span {
    let (file, at) = (answer.span.file, answer.span);
    let text = &tree.file(file).text;
    let from = line_start(text, at);
    let rest = text.get(from..).unwrap_or_default();
    let key = |line: &str| line.split('=').next().unwrap_or_default().trim().to_owned();
    let first = key(rest.lines().next().unwrap_or_default());
    let Some((field, _)) = first.rsplit_once('.').filter(|_| !answer.key.starts_with("clauses.")) else {
        return at;
    };
    let (wanted, mut start) = (format!("{field}.{}", language.as_str()), from);
    for line in rest.split_inclusive('\n').take_while(|line| key(line).starts_with(&format!("{field}."))) {
        if key(line) == wanted {
            return Span::new(file, start..start);
        }
        start += line.len();
    }
    at
}

fn line_start(text: &str, span: Span) -> usize {
    let before = text.get(..span.range().start.min(text.len()));
    before.and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

/// What stands at an answer's place: a line of data, or a clause's title and first paragraph.
fn quotation(answer: &Answer, place: Span, tree: &SourceTree) -> String {
    let text = &tree.file(place.file).text;
    let rest = text.get(line_start(text, place)..).unwrap_or_default();
    let quoted = if answer.key.starts_with("clauses.") {
        let mut paragraphs = rest.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
        let title = paragraphs.next().unwrap_or_default().trim_start_matches(['#', ' ']);
        format!("{title} · {}", paragraphs.next().unwrap_or_default())
    } else {
        rest.lines().next().unwrap_or_default().to_owned()
    };
    let quoted = quoted.split_whitespace().collect::<Vec<_>>().join(" ");
    if quoted.chars().count() <= LONGEST_QUOTATION {
        return quoted;
    }
    quoted.chars().take(LONGEST_QUOTATION - 1).chain(['…']).collect()
}
