use std::collections::BTreeMap;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd, TextMergeWithOffset, html};

mod headings;
mod lines;
mod links;
mod meant;
mod mistaken;

pub(crate) use links::is_allowed_target;
pub(crate) use meant::MeantMarkdown;

use super::placeholder::{Masked, Piece, mask};
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::content as say};
use crate::model::{Block, Body, PlaceholderContext, Segment};
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

/// Stands for a hole in the HTML until it is cut into segments;
/// Markdown never yields this sign (it becomes U+FFFD).
const HOLE: char = '\0';

/// Nested deeper than this is not prose; it keeps the time linear and the stack shallow.
const DEEPEST: usize = 32;

/// Reads Markdown into HTML with holes.
pub(super) fn parse_markdown(markdown: MarkdownText<'_>, found: &mut Diagnostics) -> Read {
    let masked = mask(markdown.text, markdown.file, markdown.offset, found);
    let meant = MeantMarkdown::of(&masked.text);
    let mut writer = Writer {
        markdown,
        masked: &masked,
        meant: &meant,
        holes: Vec::new(),
        title: None,
        plain_depth: 0,
        last_depth: 0,
        anchors: BTreeMap::new(),
        html_tags: Vec::new(),
        found,
    };
    let mut events = Vec::new();
    let mut heading: Option<Heading> = None;
    let mut depth = 0_usize;
    for (event, range) in TextMergeWithOffset::new(meant.events()) {
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
    Read { title, body: cut(&text, writer.holes) }
}

/// What comes where the HTML has a hole.
enum Hole {
    Segment(Segment),
    /// Nothing: a block begins here.
    Block(Span),
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
    meant: &'a MeantMarkdown<'a>,
    holes: Vec<Hole>,
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
            Event::Start(Tag::HtmlBlock) => self.report_html(range),
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
            // Alignment would be written as a style attribute, which the pages'
            // Content-Security-Policy forbids.
            Event::Start(Tag::Table(columns)) => {
                let plain = vec![pulldown_cmark::Alignment::None; columns.len()];
                events.push(Event::Start(Tag::Table(plain)));
            }
            Event::Start(Tag::CodeBlock(_)) => {
                self.plain_depth += 1;
                events.push(Event::Start(Tag::CodeBlock(pulldown_cmark::CodeBlockKind::Indented)));
                self.block(range, events);
            }
            Event::End(TagEnd::CodeBlock) => {
                self.plain_depth = self.plain_depth.saturating_sub(1);
                events.push(Event::End(TagEnd::CodeBlock));
            }
            Event::Start(Tag::Item) => {
                events.push(self.meant.point(&range));
                self.block(range, events);
            }
            other @ Event::Start(Tag::Paragraph | Tag::TableCell) => {
                events.push(other);
                self.block(range, events);
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
        self.report_html(range);
    }

    fn report_html(&mut self, range: std::ops::Range<usize>) {
        let (headline, help) = if self.markdown.text[range.clone()].trim_start().starts_with("<!--") {
            (say::html_comment(), say::keep_notes_elsewhere())
        } else {
            (say::raw_html(), say::write_markdown())
        };
        self.report("raw-html", range, headline, Some(help));
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
        if text.trim_start().starts_with(['•', '·', '▪', '\u{f0b7}']) {
            self.report("pasted-bullet", range.clone(), say::pasted_bullet(), Some(say::write_a_hyphen()));
        }
        if ["](", "] (doc:", "] (clause:", "] (http", "] (mailto:"].iter().any(|sign| text.contains(sign)) {
            self.report("broken-link", range.clone(), say::broken_link(), Some(say::write_a_link()));
        }
        let before = self.markdown.text[..range.start].trim_end();
        if before.ends_with(']')
            && ["(doc:", "(clause:", "(http", "(mailto:"].iter().any(|sign| text.starts_with(sign))
        {
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
        self.holes.push(Hole::Segment(segment));
        events.push(Event::InlineHtml(CowStr::from(HOLE.to_string())));
    }

    /// Remembers where the block at `range` begins.
    fn block(&mut self, range: std::ops::Range<usize>, events: &mut Vec<Event<'a>>) {
        let span = self.span(range);
        self.holes.push(Hole::Block(span));
        events.push(Event::InlineHtml(CowStr::from(HOLE.to_string())));
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

/// Cuts finished HTML at its holes; where a block begins, it stays whole.
fn cut(html: &str, holes: Vec<Hole>) -> Body {
    let mut body = Body { segments: Vec::with_capacity(holes.len() * 2 + 1), blocks: Vec::new() };
    let mut parts = html.split(HOLE);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    // It is kept as long as the site.
    let html = |mut html: String| {
        html.shrink_to_fit();
        Segment::Html(html)
    };
    for hole in holes {
        let next = parts.next().unwrap_or_default();
        match hole {
            Hole::Block(span) => {
                body.blocks.push(Block { segment: body.segments.len(), offset: whole.len(), span });
                whole.push_str(next);
            }
            Hole::Segment(segment) => {
                let before = std::mem::replace(&mut whole, next.to_owned());
                body.segments.extend((!before.is_empty()).then(|| html(before)));
                body.segments.push(segment);
            }
        }
    }
    body.segments.extend((!whole.is_empty()).then(|| html(whole)));
    body.segments.shrink_to_fit();
    body.blocks.shrink_to_fit();
    body
}
