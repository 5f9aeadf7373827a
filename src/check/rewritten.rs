//! Clauses that a narrower layer writes anew: their words, beside the words that they replace.

use crate::merge::{Clause, ClauseStep, Clinic, Composed};
use crate::model::{Body, ClauseOp, Language, LinkPart, LinkTarget, Segment};
use crate::span::Span;

/// A clause with what each layer that replaces it makes of its text.
#[derive(Debug)]
pub(super) struct RewrittenClause<'c, 'a> {
    pub clause: &'c Clause<'a>,
    /// One list for each such layer, with an entry for each language.
    pub texts: Vec<Vec<Rewritten>>,
}

/// The text of a clause that a layer writes anew, in one language.
#[derive(Debug)]
pub(super) struct Rewritten {
    /// Where the new text begins.
    pub span: Span,
    /// Where the text begins that it replaces.
    pub base_span: Span,
    base: String,
    text: String,
}

impl Rewritten {
    /// The words before, placeholders and marks among them.
    pub(super) fn base_words(&self) -> impl Iterator<Item = &str> {
        words(&self.base)
    }

    /// The words now.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        words(&self.text)
    }
}

/// The clauses of a clinic that a layer writes anew.
pub(super) fn rewritten<'c, 'a>(clinic: &'c Clinic<'a>) -> Vec<RewrittenClause<'c, 'a>> {
    let clauses = clinic.clauses.values().map(|clause| {
        let steps = clause.steps.iter().enumerate().skip(1);
        let replacing = steps.filter(|(_, step)| step.op == ClauseOp::Replace);
        RewrittenClause {
            clause,
            texts: replacing.map(|(index, step)| in_languages(clause, index, step)).collect(),
        }
    });
    clauses.filter(|clause| !clause.texts.is_empty()).collect()
}

/// Empty if a language has no text below: then there is something new.
fn in_languages(clause: &Clause<'_>, index: usize, step: &ClauseStep<'_>) -> Vec<Rewritten> {
    let below = Clause { steps: clause.steps[..index].to_vec(), ..clause.clone() };
    let now = Clause { steps: vec![*step], ..clause.clone() };
    let texts = |language: &Language| {
        let own = std::slice::from_ref(language);
        let (base, composed) = (below.compose(own)?, now.compose(own)?);
        Some(Rewritten {
            span: composed.title.span,
            base_span: base.title.span,
            base: text_of(&base),
            text: text_of(&composed),
        })
    };
    let all: Option<Vec<Rewritten>> = step.input.texts.languages().map(texts).collect();
    all.unwrap_or_default()
}

/// A text on one line, its parts with a sign between them.
fn text_of(composed: &Composed<'_>) -> String {
    let mut text = composed.title.text.to_owned();
    for part in &composed.parts {
        text.push_str(" \u{b6} ");
        write_body(part.text, &mut text);
    }
    text
}

/// The words of a text; the mark that ends a sentence or a part of it is a word of its own.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().flat_map(|word| {
        let core = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
        let (core, mark) = word.split_at(if core.is_empty() { word.len() } else { core.len() });
        [core, mark].into_iter().filter(|word| !word.is_empty())
    })
}

/// The text of a body on one line; its HTML marks are words of their own.
fn write_body(body: &Body, text: &mut String) {
    for segment in &body.segments {
        match segment {
            Segment::Html(html) => {
                for piece in html.split_inclusive('>') {
                    match piece.find('<') {
                        Some(tag) => text.extend([&piece[..tag], " ", &piece[tag..], " "]),
                        None => text.push_str(piece),
                    }
                }
            }
            Segment::Placeholder { path, .. } => text.push_str(&placeholder(&path.value)),
            Segment::LinkStart(target) => write_target(target, text),
            Segment::HeadingStart { depth, .. } => text.push_str(&format!(" <h{depth}> ")),
            Segment::HeadingEnd { depth } => text.push_str(&format!(" </h{depth}> ")),
        }
    }
}

fn write_target(target: &LinkTarget, text: &mut String) {
    match target {
        LinkTarget::Document(id) => text.push_str(&format!(" <doc:{}> ", id.value)),
        LinkTarget::Clause(id) => text.push_str(&format!(" <clause:{}> ", id.value)),
        LinkTarget::Composed { parts, .. } => {
            text.push_str(" <");
            for part in parts {
                match part {
                    LinkPart::Literal(literal) => text.push_str(literal),
                    LinkPart::Placeholder(path) => text.push_str(&placeholder(&path.value)),
                }
            }
            text.push_str("> ");
        }
    }
}

/// A placeholder as people write it, without the spaces that would make three words of it.
fn placeholder(path: &str) -> String {
    format!("{{{{{path}}}}}")
}
