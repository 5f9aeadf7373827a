use std::collections::BTreeMap;

use pulldown_cmark::{
    CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, TextMergeWithOffset, html,
};

use super::placeholder::{Masked, Piece, mask};
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::content as say};
use crate::model::{Body, Id, LinkPart, LinkTarget, PlaceholderContext, Segment, TextValue};
use crate::span::{FileId, Located, Span};

/// A Markdown text and where it stands.
#[derive(Clone, Copy)]
pub(super) struct MarkdownText<'a> {
    /// The file.
    pub file: FileId,
    /// The text.
    pub text: &'a str,
    /// Where the text begins in the file.
    pub offset: usize,
}

/// A text's title and what stands below it.
pub(super) struct Read {
    /// The text of the `#` heading.
    pub title: Option<Located<String>>,
    /// Everything else.
    pub body: Body,
}

/// Stands for a hole in the HTML until it is cut into segments; Markdown never yields this sign (it becomes U+FFFD).
const HOLE: char = '\0';

/// Nested deeper than this is no prose; it keeps the time linear and the stack shallow.
const DEEPEST: usize = 32;

/// Reads Markdown into HTML with holes.
pub(super) fn parse_markdown(markdown: MarkdownText<'_>, found: &mut Diagnostics) -> Read {
    let masked = mask(markdown.text, markdown.file, markdown.offset, found);
    let mut writer = Writer {
        markdown,
        masked: &masked,
        holes: Vec::new(),
        title: None,
        plain_depth: 0,
        last_depth: 0,
        anchors: BTreeMap::new(),
        html_tags: Vec::new(),
        found,
    };
    let parser = Parser::new_ext(&masked.text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    let mut events = Vec::new();
    let mut heading: Option<Heading> = None;
    let mut depth = 0_usize;
    for (event, range) in TextMergeWithOffset::new(parser.into_offset_iter()) {
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            writer.report("nested-too-deeply", range, say::nested_too_deeply(), None);
            // Tags would be left open, but a text with an error is never published.
            break;
        }
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                heading = Some(Heading { level, text: String::new(), start: range.start, at: events.len() });
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some(open) = heading.take() {
                    writer.close_heading(open, range.end, &mut events);
                }
            }
            other => {
                if let (Some(open), Event::Text(text) | Event::Code(text)) = (&mut heading, &other) {
                    open.text.push_str(text);
                }
                writer.write(other, range, heading.is_some(), &mut events);
            }
        }
    }
    let mut text = String::with_capacity(markdown.text.len() * 2);
    html::push_html(&mut text, events.into_iter());
    let title = writer.title.take();
    Read { title, body: Body { segments: cut(&text, writer.holes) } }
}

struct Heading {
    level: HeadingLevel,
    text: String,
    start: usize,
    /// The number of events before it.
    at: usize,
}

struct Writer<'a, 'f> {
    markdown: MarkdownText<'a>,
    masked: &'a Masked,
    holes: Vec<Segment>,
    title: Option<Located<String>>,
    /// How many links and code blocks are open: within them a value stays plain text.
    plain_depth: usize,
    last_depth: u8,
    /// The anchors of the subheadings, each with how many headings asked for it.
    anchors: BTreeMap<String, usize>,
    /// The HTML tags that were reported where they open, so that their ends are not.
    html_tags: Vec<String>,
    found: &'f mut Diagnostics,
}

impl<'a> Writer<'a, '_> {
    fn write(
        &mut self,
        event: Event<'a>,
        range: std::ops::Range<usize>,
        in_heading: bool,
        events: &mut Vec<Event<'a>>,
    ) {
        match event {
            Event::Text(text) => self.write_text(&text, range, in_heading, events),
            Event::Code(text) => {
                events.push(Event::InlineHtml("<code>".into()));
                self.plain_depth += 1;
                self.write_text(&text, range, in_heading, events);
                self.plain_depth -= 1;
                events.push(Event::InlineHtml("</code>".into()));
            }
            Event::Start(Tag::HtmlBlock) => {
                self.report("raw-html", range, say::raw_html(), Some(say::write_markdown()));
            }
            Event::InlineHtml(html) => self.report_inline_html(&html, range),
            Event::Html(_) | Event::End(TagEnd::HtmlBlock | TagEnd::Image) => {}
            Event::Start(Tag::Image { .. }) => self.report("image", range, say::image_in_text(), None),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                self.plain_depth += 1;
                self.open_link(link_type, &dest_url, range, events);
            }
            Event::End(TagEnd::Link) => {
                self.plain_depth = self.plain_depth.saturating_sub(1);
                events.push(Event::InlineHtml("</a>".into()));
            }
            // `7. juli` at the start of a line is a list to Markdown, and a date to everybody else.
            Event::Start(Tag::List(Some(first))) if first != 1 => {
                let help = say::write_the_point_plain(&first.to_string());
                self.report(
                    "number-read-as-list",
                    range.start..range.start + 1,
                    say::number_read_as_list(&first.to_string()),
                    Some(help),
                );
            }
            // Alignment would be written as a style attribute, which the pages' Content-Security-Policy forbids.
            Event::Start(Tag::Table(columns)) => {
                let plain = vec![pulldown_cmark::Alignment::None; columns.len()];
                events.push(Event::Start(Tag::Table(plain)));
            }
            Event::Start(Tag::CodeBlock(_)) => {
                self.plain_depth += 1;
                events.push(Event::Start(Tag::CodeBlock(pulldown_cmark::CodeBlockKind::Indented)));
            }
            Event::End(TagEnd::CodeBlock) => {
                self.plain_depth = self.plain_depth.saturating_sub(1);
                events.push(Event::End(TagEnd::CodeBlock));
            }
            other => events.push(other),
        }
    }

    fn report_inline_html(&mut self, html: &str, range: std::ops::Range<usize>) {
        let name = |tag: &str| {
            tag.split(|letter: char| !letter.is_ascii_alphanumeric()).next().map(str::to_lowercase)
        };
        if let Some(closed) = html.strip_prefix("</") {
            let closed = name(closed);
            if let Some(at) = self.html_tags.iter().rposition(|open| Some(open) == closed.as_ref()) {
                self.html_tags.remove(at);
                return;
            }
        } else {
            self.html_tags.extend(html.strip_prefix('<').and_then(name));
        }
        self.report("raw-html", range, say::raw_html(), Some(say::write_markdown()));
    }

    fn write_text(
        &mut self,
        text: &str,
        range: std::ops::Range<usize>,
        in_heading: bool,
        events: &mut Vec<Event<'a>>,
    ) {
        let is_invisible = |sign: &char| sign.is_control() && !matches!(sign, '\n' | '\t');
        if let Some(sign) = text.chars().find(is_invisible) {
            let code = sign.escape_unicode().to_string();
            self.report("invalid-value", range.clone(), say::control_character(&code), None);
        }
        if text.contains("](") {
            self.report("broken-link", range, say::broken_link(), Some(say::write_a_link()));
        }
        let context = if in_heading || self.plain_depth > 0 {
            PlaceholderContext::Plain
        } else {
            PlaceholderContext::Running
        };
        for piece in self.masked.pieces(text) {
            match piece {
                Piece::Text(text) => events.push(Event::Text(text.to_owned().into())),
                Piece::Placeholder(path) => {
                    self.hole(Segment::Placeholder { path: path.clone(), context }, events);
                }
            }
        }
    }

    fn hole(&mut self, segment: Segment, events: &mut Vec<Event<'a>>) {
        self.holes.push(segment);
        events.push(Event::InlineHtml(CowStr::from(HOLE.to_string())));
    }

    fn open_link(
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

    fn close_heading(&mut self, heading: Heading, end: usize, events: &mut Vec<Event<'a>>) {
        let range = heading.start..end;
        let depth = heading.level as u8 - 1;
        if depth == 0 {
            let formatted = events.len() != heading.at + 1 || !matches!(events.last(), Some(Event::Text(_)));
            events.truncate(heading.at);
            if self.title.is_some() {
                self.report("second-title", range, say::second_title(), Some(say::use_two_signs()));
            } else if formatted {
                self.report("formatted-title", range, say::formatted_title(), None);
            }
            let title = Located::new(heading.text, self.span(heading.start..end));
            self.title.get_or_insert(title);
            return;
        }
        if depth > self.last_depth + 1 {
            self.report("heading-skip", range, say::heading_skips_level(), Some(say::use_one_sign_less()));
        }
        self.last_depth = depth;
        let mut inner = events.split_off(heading.at);
        let anchor = self.anchor(&heading.text);
        self.hole(Segment::HeadingStart { depth, anchor }, events);
        events.append(&mut inner);
        self.hole_in_order(Segment::HeadingEnd { depth }, heading.at, events);
    }

    /// The holes are cut in the order of the HTML, so the start of a heading must come before the holes within it.
    fn hole_in_order(&mut self, end: Segment, at: usize, events: &mut Vec<Event<'a>>) {
        let within = events[at + 1..]
            .iter()
            .filter(|event| matches!(event, Event::InlineHtml(html) if html.starts_with(HOLE)))
            .count();
        if let Some(start) = self.holes.pop() {
            self.holes.insert(self.holes.len() - within, start);
        }
        self.hole(end, events);
    }

    fn anchor(&mut self, text: &str) -> String {
        let plain: String = text
            .to_lowercase()
            .chars()
            .map(|letter| match letter {
                'æ' => 'e',
                'ø' => 'o',
                'å' => 'a',
                letter if letter.is_ascii_alphanumeric() => letter,
                _ => '-',
            })
            .collect();
        let base = plain.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
        let mut anchor = base.clone();
        // A heading of its own may already be called what a repeated one would be.
        while self.anchors.contains_key(&anchor) {
            let same = self.anchors.entry(base.clone()).or_insert(0);
            *same += 1;
            anchor = format!("{base}-{same}");
        }
        self.anchors.insert(anchor.clone(), 1);
        anchor
    }

    fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.markdown.file, self.markdown.offset + range.start..self.markdown.offset + range.end)
    }

    fn report(
        &mut self,
        code: &'static str,
        range: std::ops::Range<usize>,
        headline: crate::diagnostic::Message,
        help: Option<crate::diagnostic::Message>,
    ) {
        let span = self.span(range);
        self.found.push(Diagnostic::error(code, span, headline).with_help(help));
    }
}

fn link_start(target: &str) -> String {
    let escaped =
        target.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
    format!("<a href=\"{escaped}\">")
}

/// Whether a page may link there: `https` with a host, `mailto`, `tel`, or an anchor on the page.
///
/// The check is made on what the browser would see: Markdown has decoded the entities, and no white space or control sign is let through.
pub(crate) fn is_allowed_target(target: &str) -> bool {
    let clean = target
        .chars()
        .all(|letter| !letter.is_control() && !letter.is_whitespace() && !"\\<>\"`{}".contains(letter));
    let rest = |scheme: &str| {
        target.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
    };
    clean && (rest("https://") || rest("mailto:") || rest("tel:"))
}

/// Cuts finished HTML at its holes.
fn cut(html: &str, holes: Vec<Segment>) -> Vec<Segment> {
    let mut segments = Vec::with_capacity(holes.len() * 2 + 1);
    let mut parts = html.split(HOLE);
    let push_html = |segments: &mut Vec<Segment>, part: Option<&str>| {
        if let Some(part) = part.filter(|part| !part.is_empty()) {
            segments.push(Segment::Html(part.to_owned()));
        }
    };
    push_html(&mut segments, parts.next());
    for hole in holes {
        segments.push(hole);
        push_html(&mut segments, parts.next());
    }
    segments
}
