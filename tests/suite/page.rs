//! A finished page, seen by a parser that is not ours.

use std::collections::BTreeMap;

use html5gum::{Token, Tokenizer};

/// Elements that have no end tag.
const VOID: [&str; 7] = ["meta", "link", "br", "hr", "img", "wbr", "col"];

/// An element's start tag.
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
}

impl Tag {
    /// An attribute's value.
    pub(crate) fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.get(attribute).map(String::as_str)
    }
}

/// A page.
pub(crate) struct Page {
    /// Its tags, in order.
    pub(crate) tags: Vec<Tag>,
    /// The text of its `title` element.
    pub(crate) title: String,
    /// What the parser stumbled over, and tags that do not match.
    pub(crate) faults: Vec<String>,
}

impl Page {
    /// Reads a page.
    pub(crate) fn parse(html: &str) -> Self {
        let mut page = Self { tags: Vec::new(), title: String::new(), faults: Vec::new() };
        let mut open: Vec<String> = Vec::new();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        for Ok(token) in Tokenizer::new(html) {
            match token {
                Token::StartTag(tag) => {
                    let name = text(&tag.name);
                    let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value)));
                    let attributes = attributes.collect();
                    if !VOID.contains(&name.as_str()) {
                        open.push(name.clone());
                    }
                    page.tags.push(Tag { name, attributes });
                }
                Token::EndTag(tag) => {
                    let name = text(&tag.name);
                    if open.pop().as_deref() != Some(&name) {
                        page.faults.push(format!("</{name}> closes what is not open"));
                    }
                }
                Token::String(words) if open.last().is_some_and(|name| name == "title") => {
                    page.title.push_str(&text(&words));
                }
                Token::Error(error) => page.faults.push(error.value.to_string()),
                Token::String(_) | Token::Comment(_) | Token::Doctype(_) => {}
            }
        }
        page.faults.extend(open.iter().map(|name| format!("<{name}> is never closed")));
        page
    }

    /// The tags called `name`.
    pub(crate) fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p Tag> {
        self.tags.iter().filter(move |tag| tag.name == name)
    }

    /// The ids of the page's elements.
    pub(crate) fn ids(&self) -> Vec<&str> {
        self.tags.iter().filter_map(|tag| tag.get("id")).collect()
    }

    /// The addresses of its `link` elements of one kind, each with its language.
    pub(crate) fn links(&self, rel: &str) -> Vec<(&str, &str)> {
        let links = self.all("link").filter(|tag| tag.get("rel") == Some(rel));
        links
            .map(|tag| (tag.get("hreflang").unwrap_or_default(), tag.get("href").unwrap_or_default()))
            .collect()
    }
}
