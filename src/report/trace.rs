//! Where a value or a clause comes from: the layers that wrote it, in order, and the one that won.

use serde::Serialize;

use super::draw::harmless;
use crate::diagnostic::nearest_of_keys;
use crate::merge::{Clause, Clinic, Written, WrittenKind, written};
use crate::model::{ClauseOp, Origin};
use crate::source::SourceTree;
use crate::span::Span;

/// What each layer did to a key or a clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Trace {
    /// The clinic.
    pub clinic: String,
    /// The key or clause, in full.
    pub key: String,
    /// What the layers did, the widest first.
    pub steps: Vec<TraceStep>,
}

/// What one layer did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TraceStep {
    /// The key, if a whole table is traced.
    pub key: String,
    /// `group`, `profile ivf`, `clinic oslo`.
    pub layer: String,
    /// The file.
    pub path: String,
    /// The line, counted from one.
    pub line: usize,
    /// `sets`, `removes`, `replaces`, `prepends`, `appends`, `omits`;
    /// `hides` for a condition, and `hidden` for what is on no page.
    pub action: &'static str,
    /// What is written there, on one line.
    pub text: String,
    /// Why, for what is removed or omitted.
    pub reason: Option<String>,
    /// Whether this is on the page: the value that won, or a text that is shown.
    pub live: bool,
}

/// Traces `key`: `contacts.privacy.email`, `processors.mailchimp`, `name`,
/// `clauses.complaint` or just `complaint`.
///
/// Returns None if the clinic has no such key or clause.
#[must_use]
pub fn trace(clinic: &Clinic<'_>, key: &str, tree: &SourceTree) -> Option<Trace> {
    let name = key.strip_prefix("clauses.").unwrap_or(key);
    if let Some(clause) = clinic.clauses.values().find(|clause| clause.id.as_str() == name) {
        let steps = clause_steps(clinic, clause, tree);
        return Some(Trace { clinic: clinic.id.to_string(), key: format!("clauses.{name}"), steps });
    }
    let notice = key.strip_prefix("notices.").unwrap_or(key);
    if let Some(placed) = clinic.notices.iter().find(|placed| placed.id.as_str() == notice) {
        let origin = Origin { layer: placed.layer, span: placed.notice.span };
        let key = format!("notices.{notice}");
        let text = first_line(&tree.file(origin.span.file).text);
        let steps = vec![TraceStep { live: true, text, ..step(&key, origin, "sets", tree) }];
        return Some(Trace { clinic: clinic.id.to_string(), key, steps });
    }
    let entries = written(clinic);
    let exactly = |entry: &&Written<'_>| entry.key == key;
    let below = |entry: &&Written<'_>| entry.key.strip_prefix(key).is_some_and(|rest| rest.starts_with('.'));
    let mut found: Vec<&Written<'_>> = entries.iter().filter(exactly).collect();
    if found.is_empty() || found.iter().all(|entry| matches!(entry.kind, WrittenKind::Removed(_))) {
        found.extend(entries.iter().filter(below));
    }
    // A field of a removed row is gone with it.
    if found.is_empty() {
        found = entries
            .iter()
            .filter(|entry| {
                matches!(entry.kind, WrittenKind::Removed(_)) && key.starts_with(&format!("{}.", entry.key))
            })
            .collect();
    }
    let steps: Vec<TraceStep> = found.into_iter().flat_map(|entry| steps(entry, tree)).collect();
    (!steps.is_empty()).then(|| Trace { clinic: clinic.id.to_string(), key: key.to_owned(), steps })
}

/// The key or clause of the clinic that `wanted` most probably means, for "did you mean".
#[must_use]
pub fn nearest_key(clinic: &Clinic<'_>, wanted: &str) -> Option<String> {
    nearest_of_keys(wanted, &all_keys(clinic)).map(str::to_owned)
}

fn all_keys(clinic: &Clinic<'_>) -> Vec<String> {
    let mut keys: Vec<String> = written(clinic).into_iter().map(|entry| entry.key).collect();
    let rows: Vec<String> = keys.iter().filter_map(|key| Some(key.rsplit_once('.')?.0.to_owned())).collect();
    keys.extend(rows);
    keys.extend(clinic.clauses.keys().map(ToString::to_string));
    keys.extend(clinic.notices.iter().map(|placed| placed.id.to_string()));
    keys.sort();
    keys.dedup();
    keys
}

/// What the layers did to one key, the widest first.
fn steps(written: &Written<'_>, tree: &SourceTree) -> Vec<TraceStep> {
    let (origin, before, action, reason) = match &written.kind {
        WrittenKind::Field { origin, replaced } => (*origin, replaced.as_slice(), "sets", None),
        WrittenKind::Removed(removed) => {
            (removed.origin, removed.replaced.as_slice(), "removes", Some(removed.reason.value.clone()))
        }
    };
    let mut steps: Vec<TraceStep> =
        before.iter().map(|origin| step(&written.key, *origin, "sets", tree)).collect();
    steps.push(TraceStep { live: action == "sets", reason, ..step(&written.key, origin, action, tree) });
    steps
}

fn step(key: &str, origin: Origin<'_>, action: &'static str, tree: &SourceTree) -> TraceStep {
    let file = tree.file(origin.span.file);
    TraceStep {
        key: key.to_owned(),
        layer: origin.layer.to_string(),
        path: file.path.to_string(),
        line: file.line_and_column(origin.span.start).0,
        action,
        text: excerpt(origin.span, tree),
        reason: None,
        live: false,
    }
}

/// The line that a place begins on, as its author wrote it.
pub(super) fn excerpt(span: Span, tree: &SourceTree) -> String {
    let text = &tree.file(span.file).text;
    let start = span.range().start.min(text.len());
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[line_start..].lines().next().unwrap_or_default();
    shorten(&line.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn shorten(text: &str) -> String {
    const LONGEST: usize = 80;
    let text = harmless(text);
    if text.chars().count() <= LONGEST {
        text
    } else {
        text.chars().take(LONGEST - 1).chain(['…']).collect()
    }
}

fn clause_steps(clinic: &Clinic<'_>, clause: &Clause<'_>, tree: &SourceTree) -> Vec<TraceStep> {
    let is_shown = clinic
        .documents
        .iter()
        .any(|composed| composed.sections.iter().any(|section| section.id == clause.id));
    let live: Vec<Span> =
        clause.live_steps().iter().filter(|_| is_shown).map(|step| step.input.span).collect();
    let hidden =
        (!is_shown && clause.omission().is_none()).then(|| why_hidden(clinic, clause, tree)).flatten();
    let steps = clause.steps.iter().enumerate().map(|(index, step)| {
        let file = tree.file(step.input.span.file);
        let would_be_live = clause.live_steps().iter().any(|live| live.input.span == step.input.span);
        let action = match (index, step.op) {
            _ if would_be_live && !is_shown => "hidden",
            (0, _) => "sets",
            (_, ClauseOp::Replace) => "replaces",
            (_, ClauseOp::Prepend) => "prepends",
            (_, ClauseOp::Append) => "appends",
            (_, ClauseOp::Omit) => "omits",
        };
        let place = if step.op == ClauseOp::Omit {
            step.input.front.op.as_ref().map_or(step.input.span, |op| op.span)
        } else {
            step.input.span
        };
        TraceStep {
            key: format!("clauses.{}", clause.id),
            layer: step.layer.to_string(),
            path: file.path.to_string(),
            line: file.line_and_column(place.start).0,
            action,
            text: if step.op == ClauseOp::Omit { excerpt(place, tree) } else { first_line(&file.text) },
            reason: step.input.front.reason.as_ref().map(|reason| reason.value.clone()),
            live: live.contains(&step.input.span),
        }
    });
    steps.chain(hidden).collect()
}

/// What keeps a clause off the page although no layer omits it:
/// a list that leaves it out, or its own condition.
fn why_hidden(clinic: &Clinic<'_>, clause: &Clause<'_>, tree: &SourceTree) -> Option<TraceStep> {
    let key = format!("clauses.{}", clause.id);
    let left_out = clinic.documents.iter().find_map(|composed| {
        let list = composed.document.left_out.as_ref()?;
        let place = list.get().iter().find(|id| &id.value == clause.id)?;
        Some(Origin { layer: list.origin().layer, span: place.span })
    });
    if let Some(origin) = left_out {
        return Some(step(&key, origin, "omits", tree));
    }
    let condition = clause.when.as_ref().or(clause.unless.as_ref())?;
    Some(step(&key, condition.origin(), "hides", tree))
}

/// The first line of a clause's own text, below the settings.
fn first_line(text: &str) -> String {
    let body = text.strip_prefix("+++\n").and_then(|rest| Some(rest.split_once("\n+++")?.1)).unwrap_or(text);
    shorten(body.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default())
}
