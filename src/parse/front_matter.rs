use super::toml::{TomlText, parse_toml};
use super::toml_fault::Unread;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::content as say};
use crate::model::{Node, NodeKind};
use crate::span::{FileId, Span};

/// A Markdown file, cut into its settings and its text.
pub(super) struct Cut<'a> {
    /// The settings between the `+++` lines, if there are such lines.
    pub front: Option<Node>,
    /// Where the settings stand.
    pub span: Span,
    /// The text below them.
    pub body: &'a str,
    /// Where the text begins in the file.
    pub body_offset: usize,
    /// What of the settings could not be read.
    pub unread: Unread,
}

const FENCE: &str = "+++";

/// Cuts a Markdown file at its `+++` lines.
pub(super) fn cut_front_matter<'a>(file: FileId, text: &'a str, found: &mut Diagnostics) -> Cut<'a> {
    let none = Cut {
        front: None,
        span: Span::start_of(file),
        body: text,
        body_offset: 0,
        unread: Unread::default(),
    };
    let Some(first_line) = text.split_inclusive('\n').next().filter(|line| line.trim_end() == FENCE) else {
        let unread = if report_other_fence(file, text, found) { Unread::everything() } else { none.unread };
        return Cut { unread, ..none };
    };
    let mut end = first_line.len();
    for line in text[first_line.len()..].split_inclusive('\n') {
        if line.trim_end() == FENCE {
            let toml = TomlText { file, text: &text[first_line.len()..end], offset: first_line.len() };
            let (front, unread) = parse_toml(toml, found);
            let body_offset = end + line.len();
            let unread = if report_third_fence(file, text, end..body_offset, &front, found) {
                Unread::everything()
            } else {
                unread
            };
            return Cut {
                front: Some(front),
                span: Span::new(file, 0..body_offset),
                body: &text[body_offset..],
                body_offset,
                unread,
            };
        }
        end += line.len();
    }
    let span = Span::new(file, 0..FENCE.len());
    let error = Diagnostic::error("front-matter", span, say::front_matter_not_closed());
    found.push(error.with_help(say::close_front_matter()));
    Cut { body: "", body_offset: text.len(), unread: Unread::everything(), ..none }
}

/// A fence more than two would be read as text, or make text of the settings.
fn report_third_fence(
    file: FileId,
    text: &str,
    second: std::ops::Range<usize>,
    front: &Node,
    found: &mut Diagnostics,
) -> bool {
    let lines = text[second.end..].split_inclusive('\n');
    let third = lines
        .scan(second.end, |at, line| {
            *at += line.len();
            Some(*at - line.len()..*at)
        })
        .find(|line| text[line.clone()].trim_end() == FENCE);
    let Some(third) = third else { return false };
    let is_empty = matches!(&front.kind, NodeKind::Table(entries) if entries.is_empty());
    let place = if is_empty { second } else { third };
    let span = Span::new(file, place.start..place.start + FENCE.len());
    let error = Diagnostic::error("front-matter", span, say::one_fence_too_many());
    found.push(error.with_help(say::keep_two_fences()));
    true
}

/// Settings in another tool's dashes, or below an empty line,
/// would be read as text and replace a clause unseen.
fn report_other_fence(file: FileId, text: &str, found: &mut Diagnostics) -> bool {
    let start = text.len() - text.trim_start().len();
    let line = text[start..].lines().next().unwrap_or_default().trim_end();
    let ends_settings = |line: &str| line.trim_end() == FENCE;
    let begins_otherwise = line == "---" || line.starts_with(FENCE) || text.lines().any(ends_settings);
    if begins_otherwise {
        let span = Span::new(file, start..start + line.len());
        let error = Diagnostic::error("front-matter", span, say::settings_begin_otherwise());
        found.push(error.with_help(say::begin_with_plus_signs()));
    }
    begins_otherwise
}
