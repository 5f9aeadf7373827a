//! The state as open pages get it: JSON at `/_felles/state`, with `?brand=` that of one brand alone.

use serde::Serialize;
use serde_json::{Map, Value};

use super::build_state::{BrandState, BuildState};
use super::editor::EditorLink;
use super::pages::PreviewPages;
use crate::calendar::Change;
use crate::diagnostic::{Diagnostic, MessageLanguage, Severity};
use crate::merge::Concerned;
use crate::report::{Colours, calendar_words, draw, harmless};
use crate::source::disk::Unreadable;

#[derive(Serialize)]
struct StateJson<'r> {
    /// Another number as soon as anything of this may be other than before.
    version: u64,
    /// The day that the pages are of.
    date: String,
    /// Whether pages are still to be made and checked: findings may be missing until a later event.
    checking: bool,
    /// How many of all brands are made.
    made: usize,
    all: usize,
    /// The language of the preview's own words.
    language: &'static str,
    /// The editor's address, with `{path}`, `{line}` and `{column}` to fill in; null if others may read this.
    editor: Option<String>,
    brands: Vec<BrandJson<'r>>,
    findings: Vec<FindingJson<'r>>,
    /// The coming days on which pages change by themselves.
    changes: Vec<ComingChange<'r>>,
    unreadable: Vec<UnreadableJson>,
}

#[derive(Serialize)]
struct BrandJson<'r> {
    id: &'r str,
    name: Option<&'r str>,
    domain: Option<&'r str>,
    state: &'static str,
    errors: usize,
    warnings: usize,
    /// Whether older pages are shown, since those of now have errors.
    older: bool,
    /// Whether its pages are still to be made and checked.
    checking: bool,
    next_change: Option<ComingChange<'r>>,
}

#[derive(Serialize)]
struct FindingJson<'r> {
    code: &'r str,
    severity: &'static str,
    message: String,
    path: &'r str,
    line: usize,
    column: usize,
    /// The address that opens the place in the editor, if there is one.
    open: Option<String>,
    /// All of it, as in the terminal.
    text: String,
    /// The brands that it concerns.
    brands: Vec<&'r str>,
}

/// A file or a folder that could not be read.
#[derive(Serialize)]
struct UnreadableJson {
    path: String,
    /// What it is and why, in words.
    text: String,
    /// The address that opens it in the editor, if there is one.
    open: Option<String>,
}

#[derive(Serialize)]
struct ComingChange<'r> {
    date: String,
    brand: &'r str,
    clinic: &'r str,
    /// The kind of cause, as `felles calendar --format json` calls it.
    cause: &'static str,
    about: String,
    /// What happens, in words.
    text: String,
}

/// The fields of the state: of all brands, or of this one.
pub(super) fn state(
    pages: &PreviewPages,
    build_state: &BuildState,
    brand: Option<&str>,
) -> Map<String, Value> {
    let is_meant = |id: &str| brand.is_none_or(|brand| brand == id);
    let brands = build_state.brands.iter().filter(|(id, _)| is_meant(id));
    let findings = build_state
        .findings
        .iter()
        .filter(|(_, concerned)| brand.is_none_or(|brand| concerned.includes(brand)));
    let unreadable = build_state
        .unreadable
        .iter()
        .filter(|(_, concerned)| brand.is_none_or(|brand| concerned.includes(brand)));
    let changes = brands.clone().flat_map(|(_, state)| state.changes_after(build_state.date));
    let mut changes: Vec<&Change> = changes.collect();
    changes.sort_unstable();
    let state = StateJson {
        version: build_state.number,
        date: build_state.date.to_string(),
        checking: brand.map_or_else(
            || build_state.is_pending(),
            |brand| build_state.brands.get(brand).is_some_and(|brand| brand.is_pending),
        ),
        made: pages.pending.progress().made,
        all: pages.pending.progress().all,
        language: html_language(pages.language),
        editor: pages.editor.as_ref().map(EditorLink::pattern),
        brands: brands.clone().map(|(id, state)| of_brand(id, state, pages.language, build_state)).collect(),
        findings: findings
            .map(|(finding, concerned)| of_finding(finding, concerned, pages, build_state))
            .collect(),
        changes: changes.into_iter().map(|change| coming(change, pages.language)).collect(),
        unreadable: unreadable.map(|(thing, _)| of_unread(thing, pages)).collect(),
    };
    match serde_json::to_value(state) {
        Ok(Value::Object(fields)) => fields,
        _ => unreachable!("a struct of texts and numbers is a JSON object"),
    }
}

fn of_brand<'r>(
    id: &'r str,
    brand: &'r BrandState,
    language: MessageLanguage,
    build_state: &'r BuildState,
) -> BrandJson<'r> {
    let BrandState { called, errors, warnings, is_pending, .. } = brand;
    let state = match (*errors, *warnings) {
        (0, _) if *is_pending => "checking",
        (0, 0) => "fine",
        (0, _) => "warnings",
        _ => "errors",
    };
    let next_change = brand.changes_after(build_state.date).next().map(|change| coming(change, language));
    BrandJson {
        id,
        name: called.as_ref().map(|called| called.name.as_str()),
        domain: called.as_ref().map(|called| called.domain.as_str()),
        state,
        errors: *errors,
        warnings: *warnings,
        older: brand.is_older(),
        checking: *is_pending,
        next_change,
    }
}

fn of_finding<'r>(
    finding: &'r Diagnostic,
    concerned: &Concerned,
    pages: &PreviewPages,
    build_state: &'r BuildState,
) -> FindingJson<'r> {
    let file = build_state.tree.file(finding.span.file);
    let (line, column) = file.line_and_column(finding.span.start);
    let brands = build_state.brands.keys().map(String::as_str);
    FindingJson {
        code: &finding.code,
        severity: match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: harmless(finding.headline.in_language(pages.language)),
        path: file.path.as_str(),
        line,
        column,
        open: pages.editor.as_ref().map(|editor| editor.to(file.path.as_str(), line, column)),
        text: draw(std::slice::from_ref(finding), &build_state.tree, pages.language, Colours::Off),
        brands: brands.filter(|brand| concerned.includes(brand)).collect(),
    }
}

fn of_unread(thing: &Unreadable, pages: &PreviewPages) -> UnreadableJson {
    UnreadableJson {
        path: harmless(&thing.path),
        text: harmless(thing.message.in_language(pages.language)),
        // The start of it: nothing in it could be looked at.
        open: pages.editor.as_ref().map(|editor| editor.to(&thing.path, 1, 1)),
    }
}

fn coming(change: &Change, language: MessageLanguage) -> ComingChange<'_> {
    let (cause, about) = change.cause.words();
    ComingChange {
        date: change.date.to_string(),
        brand: change.brand.as_str(),
        clinic: change.clinic.as_str(),
        cause,
        about,
        // The backticks of the terminal mean nothing to readers of pages.
        text: calendar_words(&change.cause).in_language(language).replace('`', ""),
    }
}

/// The language as HTML names it.
pub(super) fn html_language(language: MessageLanguage) -> &'static str {
    match language {
        MessageLanguage::Bokmal => "nb",
        MessageLanguage::English => "en",
    }
}
