use std::borrow::Cow;

use super::start_tags::StartTags;
use crate::render::{ShownText, TextTag};

/// The shape of a page: the start tags that rules ask for, in the order in which they stand.
#[derive(Debug, Default)]
pub(super) struct PageTags {
    pub tags: Vec<Tag>,
}

/// A start tag with the attributes that rules ask for.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    pub name: String,
    /// The attributes, in the order in which they are written.
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// An attribute's value.
    pub(super) fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == attribute).map(|(_, value)| value.as_str())
    }

    /// The level of a heading.
    pub(super) fn level(&self) -> Option<u8> {
        let level = self.name.strip_prefix('h')?.parse().ok();
        level.filter(|level| (1..=6).contains(level))
    }
}

impl From<&TextTag> for Tag {
    fn from(tag: &TextTag) -> Self {
        let attribute = |name: &str, value: &String| vec![(name.to_owned(), value.clone())];
        match tag {
            TextTag::Heading { level, id } => {
                Self { name: format!("h{level}"), attributes: attribute("id", id) }
            }
            TextTag::Link { href } => Self { name: "a".to_owned(), attributes: attribute("href", href) },
        }
    }
}

impl PageTags {
    /// Reads a page as a browser does. What `texts` put on it is known, so only what is around them is read.
    pub(super) fn read(html: &[u8], texts: &[ShownText]) -> Self {
        let html = str::from_utf8(html).map_or_else(|_| String::from_utf8_lossy(html), Cow::Borrowed);
        let (mut around, mut rest) = (String::with_capacity(html.len()), &*html);
        // The texts, by where they stood.
        let mut cut = Vec::new();
        for text in texts {
            let Some(at) = find(rest, &text.html) else { continue };
            around.push_str(&rest[..at]);
            cut.push((around.len(), text));
            rest = &rest[at + text.html.len()..];
        }
        around.push_str(rest);
        let mut page = Self::default();
        let mut cut = cut.into_iter().peekable();
        for (at, tag) in StartTags::of(&around) {
            while let Some((_, text)) = cut.next_if(|(place, _)| *place <= at) {
                page.tags.extend(text.tags.iter().map(Tag::from));
            }
            page.tags.push(tag);
        }
        page.tags.extend(cut.flat_map(|(_, text)| text.tags.iter().map(Tag::from)));
        page
    }
}

/// Where a whole text stands. Its first letters tell it from most others,
/// and are found faster than all of it.
fn find(html: &str, text: &str) -> Option<usize> {
    const FIRST: usize = 64;
    let first = &text[..text.floor_char_boundary(FIRST)];
    let mut places = html.match_indices(first).map(|(at, _)| at);
    places.find(|at| !text.is_empty() && html[*at..].starts_with(text))
}

#[cfg(test)]
mod tests {
    use super::PageTags;
    use crate::render::{ShownText, TextTag};

    #[test]
    fn attributes_that_rules_ask_for_are_read() {
        let page = PageTags::read(
            b"<a href='#a' title=\"C &amp; D\" class=e>x</a><img alt=F><p id=\"b&amp;c\">",
            &[],
        );
        let read: Vec<_> = page.tags.iter().map(|tag| (tag.name.as_str(), tag.attributes.len())).collect();
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
        let whole = PageTags::read(html.as_bytes(), &[]);
        assert_eq!(whole.tags.len(), 7);
        assert_eq!(PageTags::read(html.as_bytes(), &texts).tags, whole.tags);
        // A template may show a text in another way; then it is read with the rest.
        assert_eq!(PageTags::read(b"<h3 id=\"a\">A</h3>", &texts).tags.len(), 1);
    }
}
