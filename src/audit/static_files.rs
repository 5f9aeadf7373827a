use super::page::PageFrame;
use super::rules::check_promise;
use super::theme_files::places_of;
use crate::diagnostic::Diagnostics;
use crate::model::StaticFile;
use crate::source::SourceTree;
use crate::span::Span;

/// Holds a page that others gave, and that is published as it is, to what is promised of all pages: that it
/// runs nothing and fetches nothing from elsewhere. How it is written otherwise is theirs.
pub fn check_static_file(file: &StaticFile, tree: &SourceTree, found: &mut Diagnostics) {
    if file.path.rsplit('.').next() != Some("html") {
        return;
    }
    let frame = PageFrame::of(&file.bytes, &[]);
    let source = file.span.file;
    let text = &tree.file(source).text;
    for fault in check_promise(&frame.tags()) {
        let places = fault.literals.iter().map(|literal| places_of(literal, source, text));
        let place: Option<Span> = places.flatten().next();
        let finding = fault.rule.at_span(place.unwrap_or(file.span), fault.headline);
        found.push(finding.with_help(fault.help));
    }
}
