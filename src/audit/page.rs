use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use crate::render::{ShownText, TextTag};

/// Attributes that rules ask for, beside those that run a script.
const ASKED_FOR: [&str; 19] = [
    "id",
    "href",
    "rel",
    "hreflang",
    "lang",
    "type",
    "style",
    "http-equiv",
    "src",
    "srcset",
    "imagesrcset",
    "poster",
    "data",
    "background",
    "action",
    "formaction",
    "ping",
    "manifest",
    "xlink:href",
];

/// The shape of a page: the start tags that rules ask for, in the order in which they stand.
#[derive(Debug, Default)]
pub(super) struct Page {
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

    fn matters(&self) -> bool {
        !self.attributes.is_empty()
            || self.level().is_some()
            || matches!(self.name.as_str(), "html" | "script" | "style")
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

impl Page {
    /// Reads a page as a browser does. What `texts` put on it is known, so only what is around them is read.
    pub(super) fn read(html: &[u8], texts: &[ShownText]) -> Self {
        let html = String::from_utf8_lossy(html);
        let (mut around, mut rest) = (String::with_capacity(html.len()), &*html);
        // The texts, by where they stood.
        let mut cut = Vec::new();
        for text in texts {
            let Some(at) = rest.find(&text.html).filter(|_| !text.html.is_empty()) else { continue };
            around.push_str(&rest[..at]);
            cut.push((around.len(), text));
            rest = &rest[at + text.html.len()..];
        }
        around.push_str(rest);
        let mut page = Self::default();
        let mut cut = cut.into_iter().peekable();
        for (at, tag) in tags(&around) {
            while let Some((_, text)) = cut.next_if(|(place, _)| *place <= at) {
                page.tags.extend(text.tags.iter().map(Tag::from));
            }
            page.tags.push(tag);
        }
        page.tags.extend(cut.flat_map(|(_, text)| text.tags.iter().map(Tag::from)));
        page
    }
}

/// The start tags that matter, each with where it stands.
fn tags(html: &str) -> Vec<(usize, Tag)> {
    let mut tags = Vec::new();
    let mut open = Tag::default();
    let mut start = 0;
    // Whether the attribute that is being read is asked for.
    let mut is_asked = false;
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                open.attributes.clear();
                open.name.clear();
                open.name.push_str(&String::from_utf8_lossy(name));
                start = span.start;
            }
            CallbackEvent::AttributeName { name } => {
                let name = str::from_utf8(name).unwrap_or_default();
                is_asked = ASKED_FOR.contains(&name) || name.starts_with("on");
                if is_asked {
                    open.attributes.push((name.to_owned(), String::new()));
                }
            }
            CallbackEvent::AttributeValue { value } if is_asked => {
                if let Some((_, last)) = open.attributes.last_mut() {
                    *last = String::from_utf8_lossy(value).into_owned();
                }
            }
            CallbackEvent::CloseStartTag { .. } if open.matters() => tags.push((start, open.clone())),
            _ => {}
        }
        None::<()>
    });
    emitter.naively_switch_states(true);
    for Ok(()) in Tokenizer::new_with_emitter(html, emitter) {}
    tags
}

#[cfg(test)]
mod tests {
    use super::Page;
    use crate::render::{ShownText, TextTag};

    #[test]
    fn attributes_that_rules_ask_for_are_read() {
        let page =
            Page::read(b"<a href='#a' title=\"C &amp; D\" class=e>x</a><img alt=F><p id=\"b&amp;c\">", &[]);
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
        let whole = Page::read(html.as_bytes(), &[]);
        assert_eq!(whole.tags.len(), 7);
        assert_eq!(Page::read(html.as_bytes(), &texts).tags, whole.tags);
        // A template may show a text in another way; then it is read with the rest.
        assert_eq!(Page::read(b"<h3 id=\"a\">A</h3>", &texts).tags.len(), 1);
    }
}
