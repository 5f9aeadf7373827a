//! Fills in what a clause leaves open: placeholders, links into the site, and the levels of subheadings.

use super::address::PagePath;
use super::finished_file::{ShownText, TextTag};
use super::placeholder::{Facts, PlaceholderValue};
use super::site_map::SiteMap;
use crate::diagnostic::catalogue::content::did_you_mean;
use crate::diagnostic::catalogue::merge as say_merge;
use crate::diagnostic::{
    Diagnostic, Diagnostics, Message, catalogue::content as say_content, catalogue::render as say, nearest,
};
use crate::model::{Block, Body, Id, LinkPart, LinkTarget, PlaceholderContext, Segment};
use crate::parse::is_allowed_target;
use crate::span::{Located, Span};
use crate::theme::Pen;

/// Where a text is shown.
pub(super) struct Surroundings<'p, 'a> {
    /// What placeholders are looked up in: one for each clinic that the page speaks for.
    pub facts: &'p [Facts<'p, 'a>],
    /// Where links lead.
    pub map: SiteMap<'p, 'a>,
    /// The page.
    pub page: &'p PagePath,
    /// The id of the clause or notice, before the anchors of its subheadings.
    pub anchor: &'p str,
    /// The level of the clause's own heading, 2 to 4.
    pub level: usize,
}

/// A text at its place.
pub(super) fn fill(body: &Body, place: &Surroundings<'_, '_>, found: &mut Diagnostics) -> ShownText {
    let mut tags = Vec::new();
    let mut html = String::with_capacity(body.segments.iter().map(usual_length).sum());
    let pen = place.facts.first().map(|facts| &facts.strings.pen).filter(|pen| pen.marks());
    for (index, segment) in body.segments.iter().enumerate() {
        match segment {
            Segment::Html(text) => match pen {
                Some(pen) => push_blocks(
                    text,
                    body.blocks.iter().filter(|block| block.segment == index),
                    pen,
                    &mut html,
                ),
                None => html.push_str(text),
            },
            Segment::Placeholder { path, context } => {
                let fact = look_up(path, place, found);
                push_fact(&fact, path, *context, place, &mut html);
            }
            Segment::LinkStart(target) => {
                let href = push_link(target, place, &mut html, found);
                let anchor = href.filter(|href| href.contains('#'));
                tags.extend(anchor.map(|href| TextTag::Link { href }));
            }
            Segment::HeadingStart { depth, anchor, span } => {
                let level = heading_level(place.level, *depth);
                let id = format!("{}-{anchor}", place.anchor);
                html.push_str(&format!("<h{level} id=\"{id}\">"));
                tags.push(TextTag::Heading { level, id });
                if let Some(pen) = pen {
                    pen.block(*span, &mut html);
                }
            }
            Segment::HeadingEnd { depth } => {
                html.push_str(&format!("</h{}>\n", heading_level(place.level, *depth)));
            }
        }
    }
    ShownText { html, tags }
}

/// A piece of HTML with marks where its blocks begin.
fn push_blocks<'b>(text: &str, blocks: impl Iterator<Item = &'b Block>, pen: &Pen, html: &mut String) {
    let mut written = 0;
    for block in blocks {
        html.push_str(&text[written..block.offset]);
        pen.block(block.span, html);
        written = block.offset;
    }
    html.push_str(&text[written..]);
}

/// Room for a segment, so that memory is asked for once.
fn usual_length(segment: &Segment) -> usize {
    match segment {
        Segment::Html(text) => text.len(),
        _ => 80,
    }
}

fn heading_level(of_clause: usize, depth: u8) -> usize {
    (of_clause + usize::from(depth)).min(6)
}

fn look_up(
    path: &Located<String>,
    place: &Surroundings<'_, '_>,
    found: &mut Diagnostics,
) -> PlaceholderValue {
    let mut values = place.facts.iter().map(|facts| facts.look_up(&path.value));
    let first = values.next().flatten();
    if values.any(|value| value != first) {
        let error = Diagnostic::error(
            "placeholder",
            path.span,
            say::placeholder_differs(path, place.map.brand.id.as_str()),
        );
        found.push(error.with_help(say::use_brand_name()));
        return PlaceholderValue::NotGiven;
    }
    let clinic = place.map.clinic.settings.name.origin().span;
    match first {
        None if let Some(removed) = place.facts.iter().find_map(|facts| facts.removal(path)) => {
            let error = Diagnostic::error("removed-id", path.span, say::fact_is_removed(path));
            found.push(
                error
                    .with_related(removed, say_merge::removed_here())
                    .with_help(say::give_the_fact_or_use_when()),
            );
            PlaceholderValue::NotGiven
        }
        None => {
            let meant = place.facts.first().and_then(|facts| facts.nearest(path));
            let error = Diagnostic::error("placeholder", path.span, say::unknown_placeholder(path));
            found.push(error.with_help(meant.as_deref().map(did_you_mean)));
            PlaceholderValue::NotGiven
        }
        Some(PlaceholderValue::SeveralControllers) => {
            let error = Diagnostic::error("placeholder", path.span, say::several_controllers(path))
                .with_related(clinic, say::not_for_this_clinic());
            found.push(error.with_help(say::use_the_controllers_table()));
            PlaceholderValue::NotGiven
        }
        Some(PlaceholderValue::NotGiven) => {
            let error = Diagnostic::error("fact-not-given", path.span, say::fact_not_given(path))
                .with_related(clinic, say::not_for_this_clinic());
            let error = error.with_help(say::give_the_fact_or_use_when());
            found.push_unless(place.map.config.is_unpublished(), error);
            PlaceholderValue::NotGiven
        }
        Some(fact) => fact,
    }
}

fn push_fact(
    fact: &PlaceholderValue,
    path: &str,
    context: PlaceholderContext,
    place: &Surroundings<'_, '_>,
    html: &mut String,
) {
    let Some(facts) = place.facts.first() else { return };
    let plain = fact.text(facts.strings);
    let is_short = context == PlaceholderContext::Running && holds_together(&plain);
    let text = escape(&facts.shown(path, plain));
    match fact.target().filter(|_| context == PlaceholderContext::Running) {
        Some(target) => html.extend(["<a href=\"", &escape(&target), "\">", &text, "</a>"]),
        None if is_short => {
            html.extend(["<span class=\"nowrap\">", &text, "</span>"]);
        }
        None => html.push_str(&text),
    }
}

/// Whether a value is a short name or date that would look broken at the end of a line:
/// "C-Medical", "Legevakt X".
fn holds_together(text: &str) -> bool {
    const LONGEST: usize = 16;
    text.contains([' ', '-']) && text.chars().count() <= LONGEST
}

/// Why a link leads nowhere.
struct NoTarget {
    span: Span,
    headline: Message,
    help: Option<Message>,
}

/// Writes the start of a link, and gives back the address that it leads to.
fn push_link(
    target: &LinkTarget,
    place: &Surroundings<'_, '_>,
    html: &mut String,
    found: &mut Diagnostics,
) -> Option<String> {
    let href = match target {
        LinkTarget::Document(id) => document_target(id, place).map(Some),
        LinkTarget::Clause(id) => clause_target(id, place).map(Some),
        LinkTarget::Composed { parts, span } => compose_target(parts, *span, place, found),
    };
    match href {
        Ok(Some(href)) => {
            html.extend(["<a href=\"", &escape(&href), "\">"]);
            return Some(href);
        }
        Ok(None) => html.push_str("<a>"),
        Err(NoTarget { span, headline, help }) => {
            let clinic = place.map.clinic.settings.name.origin().span;
            let error = Diagnostic::error("broken-link", span, headline);
            if place.map.clinic.lists_are_whole {
                found.push(error.with_related(clinic, say::not_for_this_clinic()).with_help(help));
            }
            html.push_str("<a>");
        }
    }
    None
}

fn document_target(id: &Located<Id>, place: &Surroundings<'_, '_>) -> Result<String, NoTarget> {
    let page = place.map.document_called(&id.value).ok_or_else(|| {
        let names = place.map.clinic.documents.iter().map(|composed| composed.document.id.as_str());
        let headline = say::no_such_document(id.as_str());
        NoTarget { span: id.span, headline, help: nearest(id.as_str(), names).map(did_you_mean) }
    })?;
    Ok(place.page.link_to(&page))
}

fn clause_target(id: &Located<Id>, place: &Surroundings<'_, '_>) -> Result<String, NoTarget> {
    let page = place.map.clause(&id.value).ok_or_else(|| {
        let names = place.map.clinic.clauses.keys().map(|id| id.as_str());
        let headline = say::no_such_clause(id.as_str());
        NoTarget { span: id.span, headline, help: nearest(id.as_str(), names).map(did_you_mean) }
    })?;
    let page = if page == *place.page { String::new() } else { place.page.link_to(&page) };
    Ok(format!("{page}#{}", id.value))
}

/// Puts an address together; the allow-list of schemes is asked again,
/// since a value could change where it leads.
///
/// Gives None if an example lacks the fact: the text stays, and the link goes nowhere.
fn compose_target(
    parts: &[LinkPart],
    span: Span,
    place: &Surroundings<'_, '_>,
    found: &mut Diagnostics,
) -> Result<Option<String>, NoTarget> {
    let mut address = String::new();
    for part in parts {
        let path = match part {
            LinkPart::Literal(text) => {
                address.push_str(text);
                continue;
            }
            LinkPart::Placeholder(path) => path,
        };
        match look_up(path, place, found) {
            PlaceholderValue::Phone(phone) => address.push_str(&phone.dialled()),
            PlaceholderValue::Email(email) => address.push_str(&email.linked()),
            PlaceholderValue::Url(url) => address.push_str(&url),
            PlaceholderValue::Text(_) if path.value == "brand.domain" => {
                address.push_str(place.map.brand.domain.value.ascii());
                address.push_str(place.map.brand.base.as_str());
            }
            PlaceholderValue::Text(_) => {
                let help = Some(say::link_facts_are());
                return Err(NoTarget { span: path.span, headline: say::placeholder_in_link(path), help });
            }
            PlaceholderValue::NotGiven | PlaceholderValue::SeveralControllers => return Ok(None),
        }
    }
    if is_allowed_target(&address) {
        return Ok(Some(address));
    }
    Err(NoTarget {
        span,
        headline: say_content::link_scheme(&address),
        help: Some(say_content::link_schemes_are()),
    })
}

/// Escapes text for HTML, in running text and in quoted attributes alike.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        escaped.push_str(&rest[..at]);
        escaped.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    escaped.push_str(rest);
    escaped
}
