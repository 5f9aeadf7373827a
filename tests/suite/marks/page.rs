//! Marked pages, read by other means than they were made with.

use html5gum::{Token, Tokenizer};

/// What a mark says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Mark {
    pub from: String,
    pub layer: String,
    pub what: String,
    pub replaced: String,
}

/// A text on a page between two tags.
#[derive(Debug)]
pub(super) struct Shown {
    pub text: String,
    /// The innermost mark around it.
    pub mark: Option<Mark>,
    /// The class of the element that it stands in.
    pub class: String,
}

struct Open {
    name: Vec<u8>,
    mark: Option<Mark>,
    class: String,
}

/// Elements without an end.
const VOID: [&[u8]; 9] = [b"meta", b"link", b"br", b"img", b"source", b"hr", b"wbr", b"input", b"col"];

/// The texts of a page's body, in order.
pub(super) fn texts(page: &str) -> Vec<Shown> {
    let body = &page[page.find("<body").expect("a page has a body")..];
    let (mut texts, mut open): (Vec<Shown>, Vec<Open>) = (Vec::new(), Vec::new());
    for Ok(token) in Tokenizer::new(body) {
        match token {
            Token::StartTag(tag) => {
                let get = |name: &str| {
                    let value = tag.attributes.get(name.as_bytes());
                    value.map(|value| String::from_utf8_lossy(value).into_owned()).unwrap_or_default()
                };
                let mark = tag.attributes.contains_key("data-felles-from".as_bytes()).then(|| Mark {
                    from: get("data-felles-from"),
                    layer: get("data-felles-layer"),
                    what: get("data-felles-what"),
                    replaced: get("data-felles-replaced"),
                });
                if !VOID.contains(&&**tag.name) {
                    open.push(Open { name: tag.name.to_vec(), mark, class: get("class") });
                }
            }
            Token::EndTag(tag) => while open.pop().is_some_and(|element| element.name != **tag.name) {},
            Token::String(text) if open.iter().all(|element| element.name != b"script") => {
                texts.push(Shown {
                    text: String::from_utf8_lossy(&text).into_owned(),
                    mark: open.iter().rev().find_map(|element| element.mark.clone()),
                    class: open.last().map(|element| element.class.clone()).unwrap_or_default(),
                });
            }
            _ => {}
        }
    }
    texts
}

/// The page without its marks: their `span` elements unwrapped, their attributes dropped.
pub(super) fn unmarked(page: &str) -> String {
    let (mut plain, mut rest) = (String::new(), page);
    let mut spans = Vec::new();
    while let Some(at) = rest.find('<') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find('>').expect("a tag has an end") + 1;
        let tag = &rest[..end];
        rest = &rest[end..];
        let is_mark = tag.starts_with("<span data-felles-from=");
        if tag.starts_with("<span") {
            spans.push(is_mark);
        }
        let ends_mark = tag == "</span>" && spans.pop() == Some(true);
        if !is_mark && !ends_mark {
            plain.push_str(&without_attributes(tag));
        }
    }
    plain + rest
}

fn without_attributes(tag: &str) -> String {
    let mut plain = tag.to_owned();
    while let Some(at) = plain.find(" data-felles-") {
        let value = at + plain[at..].find('"').expect("a value is quoted") + 1;
        let end = value + plain[value..].find('"').expect("a value ends") + 1;
        plain.replace_range(at..end, "");
    }
    plain
}
