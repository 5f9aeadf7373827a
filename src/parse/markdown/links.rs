use pulldown_cmark::{Event, LinkType};

use super::Writer;
use crate::diagnostic::catalogue::content as say;
use crate::model::{Id, LinkPart, LinkTarget, Segment, TextValue};
use crate::parse::placeholder::Piece;
use crate::span::Located;

impl<'a> Writer<'a, '_> {
    /// Starts a link, if a page may link there.
    pub(super) fn open_link(
        &mut self,
        link_type: LinkType,
        target: &str,
        range: std::ops::Range<usize>,
        events: &mut Vec<Event<'a>>,
    ) {
        let span = self.span(range.clone());
        if matches!(link_type, LinkType::Email) {
            events.push(Event::InlineHtml(link_start(&format!("mailto:{target}")).into()));
            return;
        }
        if let Some((kind, id)) = target.split_once(':').filter(|(kind, _)| matches!(*kind, "doc" | "clause"))
        {
            match Id::parse(id) {
                Ok(id) if kind == "doc" => {
                    self.hole(Segment::LinkStart(LinkTarget::Document(Located::new(id, span))), events);
                }
                Ok(id) => self.hole(Segment::LinkStart(LinkTarget::Clause(Located::new(id, span))), events),
                Err(invalid) => self.report("invalid-value", range, invalid.headline, invalid.help),
            }
            return;
        }
        let pieces = self.masked.pieces(target);
        if pieces.iter().any(|piece| matches!(piece, Piece::Placeholder(_))) {
            let parts = pieces.iter().map(|piece| match piece {
                Piece::Text(text) => LinkPart::Literal((*text).to_owned()),
                Piece::Placeholder(path) => LinkPart::Placeholder((*path).clone()),
            });
            let parts = parts.collect();
            self.hole(Segment::LinkStart(LinkTarget::Composed { parts, span }), events);
        } else if is_allowed_target(target) {
            events.push(Event::InlineHtml(link_start(target).into()));
        } else {
            self.report("link-scheme", range, say::link_scheme(target), Some(say::link_schemes_are()));
            events.push(Event::InlineHtml("<a>".into()));
        }
    }
}

fn link_start(target: &str) -> String {
    let escaped =
        target.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
    format!("<a href=\"{escaped}\">")
}

/// Whether a page may link there: `https` with a host, `mailto`, `tel`, or an anchor on the page.
///
/// The check is made on what the browser would see: Markdown has decoded the entities,
/// and no white space or control sign is let through.
pub(crate) fn is_allowed_target(target: &str) -> bool {
    let clean = target
        .chars()
        .all(|letter| !letter.is_control() && !letter.is_whitespace() && !"\\<>\"`{}".contains(letter));
    let rest = |scheme: &str| {
        target.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
    };
    clean && (rest("https://") || rest("mailto:") || rest("tel:"))
}
