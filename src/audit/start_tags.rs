//! The start tags of a page, with the attributes that rules ask for.
//!
//! A page is mostly text and end tags, which nobody asks for; a tokenizer that makes events of everything was
//! a seventh of a build. This goes from tag to tag, and a test holds it against that tokenizer.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use html5gum::{Token, Tokenizer};
use memchr::{memchr, memchr_iter, memchr3, memmem};

use super::page::Tag;

/// Elements whose content is not HTML, each up to its own end tag.
const RAW: [&str; 8] = ["script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes"];

/// The elements that rules ask for whatever their attributes are.
const ASKED_FOR: [&str; 12] = [
    "applet",
    "embed",
    "fencedframe",
    "frame",
    "frameset",
    "html",
    "iframe",
    "noscript",
    "object",
    "portal",
    "script",
    "style",
];

/// With more attributes than that, a tag is no longer asked for each whether it has another of its name.
const MOST_ASKED_IN_TURN: usize = 16;

/// A start tag as it is written, with the attributes that rules ask for.
struct StartTag<'h> {
    name: &'h str,
    attributes: Vec<(Cow<'h, str>, &'h str)>,
}

impl<'h> StartTag<'h> {
    fn matters(&self) -> bool {
        let is_heading = || matches!(self.name.as_bytes(), [b'h' | b'H', b'1'..=b'6']);
        let is_any = |names: &[&str]| names.iter().any(|name| self.name.eq_ignore_ascii_case(name));
        !self.attributes.is_empty() || is_heading() || is_any(&ASKED_FOR)
    }

    fn read(self) -> Tag<'h> {
        let mut tag = Tag { name: small(self.name), attributes: Vec::with_capacity(self.attributes.len()) };
        // Of two attributes with one name the first counts. To ask the tag for each is fastest with few.
        let mut known = (self.attributes.len() > MOST_ASKED_IN_TURN).then(BTreeSet::new);
        for (name, value) in self.attributes {
            let is_new =
                known.as_mut().map_or_else(|| tag.get(&name).is_none(), |set| set.insert(name.clone()));
            if is_new {
                tag.attributes.push((name, unescaped(value)));
            }
        }
        tag
    }
}

/// Goes through the start tags that matter: with an attribute that is asked for, headings,
/// and what runs or styles.
pub(super) struct StartTags<'h> {
    html: &'h str,
    at: usize,
}

impl<'h> StartTags<'h> {
    /// Those of a page.
    pub(super) fn of(html: &'h str) -> Self {
        Self { html, at: 0 }
    }

    fn rest(&self) -> &'h [u8] {
        &self.html.as_bytes()[self.at..]
    }

    /// Goes behind the next `>`, or to the end of the page.
    fn skip_to_end(&mut self) {
        self.at = memchr(b'>', self.rest()).map_or(self.html.len(), |at| self.at + at + 1);
    }

    /// Goes behind an end tag, of which nobody asks anything. Returns None if the page ends within it.
    fn skip_end_tag(&mut self) -> Option<()> {
        let at = memchr3(b'>', b'"', b'\'', self.rest())?;
        if self.rest()[at] != b'>' {
            // What stands in quotation marks may hold a `>`.
            return self.tag().map(drop);
        }
        self.at += at + 1;
        Some(())
    }

    fn skip_while(&mut self, is_passed: impl Fn(u8) -> bool) -> Range<usize> {
        let (start, rest) = (self.at, self.rest());
        self.at += rest.iter().position(|byte| !is_passed(*byte)).unwrap_or(rest.len());
        start..self.at
    }

    /// Reads a tag from its name on. Returns None if the page ends within it.
    fn tag(&mut self) -> Option<StartTag<'h>> {
        let name = self.skip_while(|byte| !is_space(byte) && byte != b'/' && byte != b'>');
        let mut tag = StartTag { name: &self.html[name], attributes: Vec::new() };
        loop {
            self.skip_while(|byte| is_space(byte) || byte == b'/');
            match self.rest().first()? {
                b'>' => break,
                _ => self.attribute(&mut tag)?,
            }
        }
        self.at += 1;
        Some(tag)
    }

    fn attribute(&mut self, tag: &mut StartTag<'h>) -> Option<()> {
        let start = self.at;
        // Whatever it is, the first letter belongs to the name; the rest of a long one does too.
        self.at += 1;
        self.skip_while(|byte| !is_space(byte) && !matches!(byte, b'/' | b'>' | b'='));
        let name = start..self.at;
        let behind_name = self.at;
        self.skip_while(is_space);
        let value = if self.rest().first() == Some(&b'=') {
            self.value()?
        } else {
            self.at = behind_name;
            0..0
        };
        // Most are classes, and of those no rule asks.
        if &self.html.as_bytes()[name.clone()] != b"class" {
            let name = small(&self.html[name]);
            if is_asked_for(&name) {
                tag.attributes.push((name, &self.html[value]));
            }
        }
        Some(())
    }

    /// Reads an attribute's value from its equals sign on.
    fn value(&mut self) -> Option<Range<usize>> {
        self.at += 1;
        self.skip_while(is_space);
        let quote = match *self.rest().first()? {
            b'>' => return Some(0..0),
            quote @ (b'"' | b'\'') => quote,
            _ => return Some(self.skip_while(|byte| !is_space(byte) && byte != b'>')),
        };
        self.at += 1;
        let (start, length) = (self.at, memchr(quote, self.rest())?);
        self.at += length + 1;
        Some(start..start + length)
    }

    /// Goes to the end tag of an element whose content is not HTML.
    fn skip_raw(&mut self, name: &str) {
        let ends_name = |byte: &u8| is_space(*byte) || matches!(byte, b'/' | b'>');
        while let Some(at) = memmem::find(self.rest(), b"</") {
            self.at += at;
            let end = &self.rest()["</".len()..];
            let (own, after) = end.split_at(name.len().min(end.len()));
            if own.eq_ignore_ascii_case(name.as_bytes()) && after.first().is_some_and(ends_name) {
                return;
            }
            self.at += "</".len();
        }
        self.at = self.html.len();
    }

    /// Goes behind a comment; `<!-->` is one too.
    fn skip_comment(&mut self) {
        self.at += "!--".len();
        let rest = &self.html[self.at..];
        let at_once = [">", "->"].into_iter().find(|end| rest.starts_with(end)).map(str::len);
        let ends_here = |at: &usize| rest[..*at].ends_with("--") || rest[..*at].ends_with("--!");
        let end = || memchr_iter(b'>', rest.as_bytes()).find(ends_here).map(|at| at + 1);
        self.at += at_once.or_else(end).unwrap_or(rest.len());
    }
}

impl<'h> Iterator for StartTags<'h> {
    /// Where a tag stands, and the tag.
    type Item = (usize, Tag<'h>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            self.at += memchr(b'<', self.rest())? + 1;
            let start = self.at - 1;
            match self.rest() {
                [b'!', b'-', b'-', ..] => self.skip_comment(),
                [b'/', letter, ..] if letter.is_ascii_alphabetic() => {
                    self.at += 1;
                    self.skip_end_tag()?;
                }
                [b'!' | b'?' | b'/', ..] => self.skip_to_end(),
                [letter, ..] if letter.is_ascii_alphabetic() => {
                    let tag = self.tag()?;
                    if RAW.iter().any(|raw| tag.name.eq_ignore_ascii_case(raw)) {
                        self.skip_raw(tag.name);
                    }
                    if tag.matters() {
                        return Some((start, tag.read()));
                    }
                }
                _ => {}
            }
        }
    }
}

/// A name in small letters.
fn small(name: &str) -> Cow<'_, str> {
    let has_capitals = name.bytes().any(|byte| byte.is_ascii_uppercase());
    if has_capitals { name.to_ascii_lowercase().into() } else { name.into() }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c)
}

/// Whether a rule asks for an attribute: one that names, leads, loads, sends, styles or runs something.
fn is_asked_for(name: &str) -> bool {
    let names = matches!(name, "id" | "lang" | "hreflang" | "rel" | "type" | "http-equiv" | "style");
    let leads = matches!(name, "href" | "xlink:href" | "action" | "formaction" | "ping" | "manifest");
    let fetches = matches!(name, "src" | "srcset" | "imagesrcset" | "poster" | "data" | "background");
    names || leads || fetches || name == "attributename" || name.starts_with("on")
}

/// A value as it is read: `&amp;` is one letter.
fn unescaped(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return value.into();
    }
    let quoted = format!("<a b=\"{}\">", value.replace('"', "&quot;"));
    let Some(Ok(Token::StartTag(tag))) = Tokenizer::new(&quoted).next() else { return value.into() };
    let read = tag.attributes.values().next().map(|read| String::from_utf8_lossy(read).into_owned());
    read.map_or(value.into(), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use html5gum::Tokenizer;
    use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
    use proptest::prelude::*;

    use std::borrow::Cow;

    use super::{StartTag, StartTags, Tag, is_asked_for};

    /// What a tokenizer made for it reads.
    fn tokenized(html: &str) -> Vec<Tag<'static>> {
        let (mut tags, mut open) = (Vec::new(), Tag::default());
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: html5gum::Span<()>| {
            match event {
                CallbackEvent::OpenStartTag { name } => {
                    open = Tag { name: text(name).into(), attributes: Vec::new() }
                }
                CallbackEvent::AttributeName { name } => {
                    open.attributes.push((text(name).into(), Cow::default()));
                }
                CallbackEvent::AttributeValue { value } => {
                    open.attributes.last_mut().expect("a name comes first").1 = text(value).into();
                }
                CallbackEvent::CloseStartTag { .. } => {
                    let mut asked: Vec<(Cow<'_, str>, Cow<'_, str>)> = Vec::new();
                    for (name, value) in std::mem::take(&mut open.attributes) {
                        if is_asked_for(&name) && asked.iter().all(|(known, _)| *known != name) {
                            asked.push((name, value));
                        }
                    }
                    tags.push(Tag { name: std::mem::take(&mut open.name), attributes: asked });
                }
                _ => {}
            }
            None::<()>
        });
        emitter.naively_switch_states(true);
        for Ok(()) in Tokenizer::new_with_emitter(html, emitter) {}
        tags.retain(|tag| {
            let attributes = tag.attributes.iter().map(|(name, value)| (name.clone(), &**value));
            StartTag { name: &tag.name, attributes: attributes.collect() }.matters()
        });
        tags
    }

    #[track_caller]
    fn check(html: &str) {
        let read: Vec<Tag<'_>> = StartTags::of(html).map(|(_, tag)| tag).collect();
        assert_eq!(read, tokenized(html), "{html:?}");
    }

    #[test]
    fn tags_are_read_as_a_tokenizer_reads_them() {
        for html in [
            "<h1 class=a ID=\"b&amp;c\">x</h1><a href=#d>y</a><p id = 'e'>",
            "<!-- <p id=a> --><p id=b><!--><p id=c><!doctype html><p id=d><?x <p id=e>",
            "<script>if (a < b) '<p id=a>'</scripts></script><p id=b>",
            "<title><p id=a></title ><style>p</STYLE><h2>",
            "<p id=a</p><p =id=b id=c><p id='d\" e>'><P ON=f onClick>",
            "</p id='<p id=a>'><p id=b></ ><p id=c></><p id=d>",
            "<p id=\"a",
            "<p",
            "<",
            "</",
            "<!--",
            "< p id=a>",
            "<p/id=a/><p id/=b>",
            "<å id=a><p å=b id=å>",
            "<a href='x?a&amp;b=&quot;&lt;c'>",
            "<!----><p id=a><!-- ---!><p id=b>--><!-- ----><p id=c><!--- -><p id=d>",
            "<p ona=1 onb=2 onc=3 ond=4 one=5 onf=6 ong=7 onh=8 oni=9 onj=a onk=b onl=c onm=d onn=e ono=f onp=g \
             onq=h onr=i ona=j>",
        ] {
            check(html);
        }
    }

    proptest! {
        #[test]
        fn any_tags_are_read_as_a_tokenizer_reads_them(
            parts in proptest::collection::vec(prop::sample::select(vec![
                "<p", "<h1", "<a", "</a", "<script", "</script", "<title>", "</title", "<!--", "-->", "<!", ">", "/", " ", "\n",
                " id", " href", "=", "\"", "'", "b", "#c", "&amp;", "<", "é", " on", " class=d", "--!>", "-",
            ]), 0..24)
        ) {
            check(&parts.concat());
        }
    }
}
