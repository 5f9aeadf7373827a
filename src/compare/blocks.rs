use html5gum::Tokenizer;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use serde::Serialize;

/// Elements within a line of text.
const INLINE: [&str; 24] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
];

/// Elements whose content is not text of the page.
const SILENT: [&str; 6] = ["noscript", "script", "style", "svg", "template", "textarea"];

/// Elements without an end tag that stand within a line.
const EMPTY: [&str; 8] = ["area", "col", "embed", "img", "input", "source", "track", "wbr"];

/// What a passage of a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum PageBlockKind {
    Heading,
    Paragraph,
    Item,
    /// An item of a list of links, as the table of contents is.
    Link,
    /// The cells of one row of a table, with a stroke between them.
    Row,
}

/// A passage of a page, without its markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PageBlock {
    pub kind: PageBlockKind,
    pub text: String,
    /// The anchor of the innermost section that it stands in: of a statement, the id of the clause.
    pub section: Option<String>,
}

/// Returns the passages of a finished page in order: those of its `main`, or of all its body if it has none.
pub(crate) fn blocks(html: &[u8]) -> Vec<PageBlock> {
    let main = read(html, "main");
    if main.is_empty() { read(html, "body") } else { main }
}

/// An element that is open.
struct OpenElement {
    name: String,
    /// Its anchor, if it is a section with one.
    section: Option<String>,
}

/// What has been read so far, within one element.
struct BlockReader {
    within: &'static str,
    depth: usize,
    /// The elements that are open within it, but for those within a line.
    open: Vec<OpenElement>,
    /// The element without text that is open, and how many of its name.
    silent: Option<(&'static str, usize)>,
    text: String,
    /// What stands before the next word: nothing, a space, or the stroke between two cells.
    gap: &'static str,
    blocks: Vec<PageBlock>,
}

fn read(html: &[u8], within: &'static str) -> Vec<PageBlock> {
    let mut reader = BlockReader {
        within,
        depth: 0,
        open: Vec::new(),
        silent: None,
        text: String::new(),
        gap: "",
        blocks: Vec::new(),
    };
    let (mut tag, mut attribute, mut anchor) = (String::new(), Vec::new(), None);
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: html5gum::Span<()>| {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                tag = String::from_utf8_lossy(name).into_owned();
                anchor = None;
            }
            CallbackEvent::AttributeName { name } => attribute = name.to_vec(),
            CallbackEvent::AttributeValue { value } if tag == "section" && attribute == b"id" => {
                anchor = Some(String::from_utf8_lossy(value).into_owned());
            }
            CallbackEvent::CloseStartTag { self_closing } => reader.start(&tag, self_closing, anchor.take()),
            CallbackEvent::EndTag { name } => reader.end(&String::from_utf8_lossy(name)),
            CallbackEvent::String { value } => reader.push(&String::from_utf8_lossy(value)),
            _ => {}
        }
        None::<()>
    });
    emitter.naively_switch_states(true);
    for Ok(()) in Tokenizer::new_with_emitter(html, emitter) {}
    reader.end_block();
    reader.blocks
}

impl BlockReader {
    fn start(&mut self, name: &str, self_closing: bool, section: Option<String>) {
        if let Some((silent, count)) = &mut self.silent {
            *count += usize::from(*silent == name && !self_closing);
            return;
        }
        if let Some(silent) = SILENT.into_iter().find(|silent| *silent == name) {
            self.silent = (!self_closing).then_some((silent, 1));
            return;
        }
        if name == self.within {
            self.depth += 1;
        }
        match name {
            _ if INLINE.contains(&name) || EMPTY.contains(&name) => {}
            "br" => self.widen(" "),
            "hr" => self.end_block(),
            _ => {
                self.part(name);
                self.open.push(OpenElement { name: name.to_owned(), section });
            }
        }
    }

    fn end(&mut self, name: &str) {
        if let Some((silent, count)) = &mut self.silent {
            *count -= usize::from(*silent == name);
            self.silent = self.silent.filter(|(_, count)| *count > 0);
            return;
        }
        if let Some(at) = self.open.iter().rposition(|open| open.name == name) {
            // A row that was never closed ends with the element around it.
            let ends_row = self.open[at..].iter().any(|open| open.name == "tr");
            self.part(if ends_row { "tr" } else { name });
            self.open.truncate(at);
        }
        if name == self.within {
            self.end_block();
            self.depth = self.depth.saturating_sub(1);
        }
    }

    /// Ends a passage, or a part of one: what stands in a row of a table stays together.
    fn part(&mut self, name: &str) {
        if name != "tr" && self.open.iter().any(|open| open.name == "tr") {
            self.widen(if matches!(name, "td" | "th") { " | " } else { " " });
        } else {
            self.end_block();
        }
    }

    fn widen(&mut self, gap: &'static str) {
        if gap.len() > self.gap.len() {
            self.gap = gap;
        }
    }

    fn push(&mut self, text: &str) {
        if self.depth == 0 || self.silent.is_some() {
            return;
        }
        // A soft hyphen guides the eye alone.
        for letter in text.chars().filter(|letter| *letter != '\u{ad}') {
            if letter.is_whitespace() {
                self.widen(" ");
                continue;
            }
            let gap = std::mem::take(&mut self.gap);
            if !self.text.is_empty() {
                self.text.push_str(gap);
            }
            self.text.push(letter);
        }
    }

    fn end_block(&mut self) {
        self.gap = "";
        if !self.text.is_empty() {
            let text = std::mem::take(&mut self.text);
            let section = self.open.iter().rev().find_map(|open| open.section.clone());
            self.blocks.push(PageBlock { kind: self.kind(), text, section });
        }
    }

    /// The kind of a passage is that of the innermost element that has one.
    fn kind(&self) -> PageBlockKind {
        let kind_of = |open: &OpenElement| match open.name.as_str() {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(PageBlockKind::Heading),
            "li" | "dt" | "dd" => Some(PageBlockKind::Item),
            "tr" => Some(PageBlockKind::Row),
            _ => None,
        };
        match self.open.iter().rev().find_map(kind_of).unwrap_or(PageBlockKind::Paragraph) {
            PageBlockKind::Item if self.open.iter().any(|open| open.name == "nav") => PageBlockKind::Link,
            kind => kind,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PageBlockKind::{Heading, Item, Link, Paragraph, Row};
    use super::*;

    fn check(html: &str, expected: &[(PageBlockKind, &str)]) {
        let read = blocks(html.as_bytes());
        let read: Vec<(PageBlockKind, &str)> =
            read.iter().map(|block| (block.kind, block.text.as_str())).collect();
        assert_eq!(read, expected, "{html}");
    }

    #[test]
    fn a_page_is_read_as_its_passages() {
        check("<h2>1 <b>Hvem</b> vi er</h2><p>A", &[]);
        check("<p>x</p><main><h2>1 <b>Hvem</b> vi&nbsp;er</h2></main><p>y", &[(Heading, "1 Hvem vi er")]);
        check("<body><h1>A</h1>b", &[(Heading, "A"), (Paragraph, "b")]);
        check("<main>a\n <a href=x>b</a>c<br>d<img alt=x>e</main>", &[(Paragraph, "a bc de")]);
        check(
            "<main><div><p>A</p>b<hr>c</div>d</main>",
            &[(Paragraph, "A"), (Paragraph, "b"), (Paragraph, "c"), (Paragraph, "d")],
        );
        check(
            "<main><ul><li>a<ul><li><p>b</p></ul>c<li>d</ul>e</main>",
            &[(Item, "a"), (Item, "b"), (Item, "c"), (Item, "d"), (Paragraph, "e")],
        );
        check(
            "<main><nav><p>A</p><ol><li>1 b</ol></nav><ol><li>c</ol></main>",
            &[(Paragraph, "A"), (Link, "1 b"), (Item, "c")],
        );
        check(
            "<main><table><tr><th> A </th><td></td><td><p>b</p><p>c</p></td></tr><tr><td>d</table></main>",
            &[(Row, "A | b c"), (Row, "d")],
        );
    }

    #[test]
    fn a_passage_knows_the_section_that_it_stands_in() {
        let html = "<main><p>a</p><section class=x id='b'><p>b</p><section><p>b</p></section>\
            <section id=c><h2>c</h2></section><p>b</p></section><div id=d><p>a</p></div></main>";
        let sections: Vec<_> =
            blocks(html.as_bytes()).into_iter().map(|block| (block.text, block.section)).collect();
        let expected = [
            ("a", None),
            ("b", Some("b")),
            ("b", Some("b")),
            ("c", Some("c")),
            ("b", Some("b")),
            ("a", None),
        ];
        let expected = expected.map(|(text, section)| (text.to_owned(), section.map(str::to_owned)));
        assert_eq!(sections, expected);
    }

    #[test]
    fn only_what_readers_see_is_text() {
        check(
            "<main>a<script>if (b < c) {}</script><svg><title>d</title><svg></svg>e</svg>f</main>",
            &[(Paragraph, "af")],
        );
        check(
            "<main>a&shy;b &lt;i&gt; <svg/>c<template><p>d</p></template></main>",
            &[(Paragraph, "ab <i> c")],
        );
        check("</main></p><main><p>a</div></b></main></main>b", &[(Paragraph, "a")]);
    }
}
