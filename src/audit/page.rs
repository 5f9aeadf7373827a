use std::borrow::Cow;

use memchr::memmem;

use super::start_tags::StartTags;
use crate::render::{ShownText, TextTag};

/// The shape of a page: the start tags that rules ask for, in the order in which they stand.
#[derive(Debug, Default)]
pub(super) struct PageTags<'h> {
    pub tags: Vec<Tag<'h>>,
}

/// A start tag with the attributes that rules ask for.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Tag<'h> {
    pub name: Cow<'h, str>,
    /// The attributes, in the order in which they are written.
    pub attributes: Vec<(Cow<'h, str>, Cow<'h, str>)>,
}

/// A page without its texts: what they put on it is known, so only what is around them is read.
#[derive(Debug)]
pub(super) struct PageFrame<'h> {
    html: Cow<'h, str>,
    /// The texts, by where they stood.
    texts: Vec<(usize, &'h ShownText)>,
}

impl Tag<'_> {
    /// An attribute's value.
    pub(super) fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == attribute).map(|(_, value)| &**value)
    }

    /// The level of a heading.
    pub(super) fn level(&self) -> Option<u8> {
        let level = self.name.strip_prefix('h')?.parse().ok();
        level.filter(|level| (1..=6).contains(level))
    }
}

impl<'h> From<&'h TextTag> for Tag<'h> {
    fn from(tag: &'h TextTag) -> Self {
        const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let (name, attribute, value) = match tag {
            TextTag::Heading { level, id } => (HEADINGS[level - 1], "id", id),
            TextTag::Link { href } => ("a", "href", href),
        };
        Self { name: name.into(), attributes: vec![(attribute.into(), value.as_str().into())] }
    }
}

impl<'h> PageFrame<'h> {
    /// Takes the texts out of a page.
    pub(super) fn of(html: &'h [u8], texts: &'h [ShownText]) -> Self {
        let (mut around, mut places, mut rest) = (Vec::new(), Vec::new(), html);
        for text in texts {
            let Some(at) = find(rest, text.html.as_bytes()) else { continue };
            around.extend_from_slice(&rest[..at]);
            places.push((around.len(), text));
            rest = &rest[at + text.html.len()..];
        }
        if places.is_empty() {
            return Self { html: String::from_utf8_lossy(html), texts: places };
        }
        around.extend_from_slice(rest);
        let html = String::from_utf8(around)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        Self { html: html.into(), texts: places }
    }

    /// Reads the page as a browser does.
    pub(super) fn tags(&self) -> PageTags<'_> {
        let mut page = PageTags::default();
        let mut texts = self.texts.iter().peekable();
        for (at, tag) in StartTags::of(&self.html) {
            while let Some((_, text)) = texts.next_if(|(place, _)| *place <= at) {
                page.tags.extend(text.tags.iter().map(Tag::from));
            }
            page.tags.push(tag);
        }
        page.tags.extend(texts.flat_map(|(_, text)| text.tags.iter().map(Tag::from)));
        page
    }
}

/// Where a whole text stands. Its first letters tell it from most others,
/// and are found faster than all of it.
fn find(html: &[u8], text: &[u8]) -> Option<usize> {
    const FIRST: usize = 24;
    let first = &text[..text.len().min(FIRST)];
    let mut places = memmem::find_iter(html, first);
    places.find(|at| !text.is_empty() && html[*at..].starts_with(text))
}

#[cfg(test)]
mod tests {
    use super::PageFrame;
    use crate::render::{ShownText, TextTag};

    #[test]
    fn attributes_that_rules_ask_for_are_read() {
        let frame = PageFrame::of(
            b"<a href='#a' title=\"C &amp; D\" class=e>x</a><img alt=F><p id=\"b&amp;c\">",
            &[],
        );
        let page = frame.tags();
        let read: Vec<_> = page.tags.iter().map(|tag| (&*tag.name, tag.attributes.len())).collect();
        assert_eq!(read, [("a", 1), ("p", 1)]);
        assert_eq!(page.tags[1].get("id"), Some("b&c"));
    }

    #[test]
    fn a_page_with_texts_is_read_as_the_whole_is() {
        let heading = |id: &str| TextTag::Heading { level: 3, id: id.to_owned() };
        let text = |html: &str, tags: Vec<TextTag>| ShownText { html: html.to_owned(), tags };
        let texts = [
            text("<p>one</p><h3 id=\"a\">A</h3>", vec![heading("a")]),
            text("", Vec::new()),
            text("<p>two <a href=\"#a\">x</a></p>", vec![TextTag::Link { href: "#a".to_owned() }]),
        ];
        let html = format!(
            "<html lang=nb><h1>T</h1><section id=s>{}</section><h2>M</h2>{}<h2>E</h2>",
            texts[0].html, texts[2].html
        );
        let frame = PageFrame::of(html.as_bytes(), &[]);
        let whole = frame.tags();
        assert_eq!(whole.tags.len(), 7);
        assert_eq!(PageFrame::of(html.as_bytes(), &texts).tags().tags, whole.tags);
        // A template may show a text in another way; then it is read with the rest.
        assert_eq!(PageFrame::of(b"<h3 id=\"a\">A</h3>", &texts).tags().tags.len(), 1);
    }
}
