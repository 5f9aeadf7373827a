use html5gum::Tokenizer;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};

use super::folded::Folded;

/// Elements within a line of text.
pub(crate) const INLINE: [&str; 24] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
];

/// Attributes whose values are for programs, not for people, and lead nowhere.
const PLUMBING: [&str; 13] = [
    "id",
    "class",
    "for",
    "lang",
    "hreflang",
    "rel",
    "type",
    "role",
    "scope",
    "charset",
    "name",
    "aria-labelledby",
    "aria-describedby",
];

/// Elements whose content is no HTML, each up to its own end tag.
const RAW: [&str; 10] =
    ["script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframe", "noscript", "plaintext"];

/// What a piece of HTML holds, read once.
#[derive(Debug, Default)]
pub(super) struct Markup {
    /// What stands in it.
    pub text: Folded,
    /// What its attributes say, each by itself.
    pub attributes: Folded,
    /// The start tags with attributes that matter for its shape, and all headings.
    pub tags: Vec<Tag>,
    /// Whether it ends within a tag, a comment or an element that is no HTML: what follows is then read otherwise.
    pub is_cut: bool,
    /// The element that is no HTML and not at its end yet.
    pub raw: Option<&'static str>,
}

/// The shape of a page: its tags, out of all its parts.
#[derive(Debug, Default)]
pub(super) struct Page<'p> {
    pub tags: Vec<&'p Tag>,
}

/// A start tag.
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
        let has_attributes = self.attributes.iter().any(|(name, _)| name != "class");
        has_attributes || self.level().is_some() || matches!(self.name.as_str(), "html" | "script" | "style")
    }
}

impl Markup {
    /// Reads HTML as a browser does.
    pub(super) fn read(html: &[u8]) -> Self {
        let mut markup = Self::default();
        let mut open = Tag::default();
        let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: html5gum::Span<()>| {
            markup.take(&event, &mut open);
            None::<()>
        });
        emitter.naively_switch_states(true);
        for Ok(()) in Tokenizer::new_with_emitter(html, emitter) {}
        markup.is_cut |= markup.raw.is_some();
        markup
    }

    fn take(&mut self, event: &CallbackEvent<'_>, open: &mut Tag) {
        match event {
            CallbackEvent::OpenStartTag { name } => *open = Tag { name: text(name), attributes: Vec::new() },
            CallbackEvent::AttributeName { name } => open.attributes.push((text(name), String::new())),
            CallbackEvent::AttributeValue { value } => {
                if let Some((_, last)) = open.attributes.last_mut() {
                    *last = text(value);
                }
            }
            CallbackEvent::CloseStartTag { .. } => self.tag(std::mem::take(open)),
            CallbackEvent::EndTag { name } => {
                open.attributes.clear();
                self.raw = self.raw.filter(|raw| raw.as_bytes() != *name);
                if !INLINE.iter().any(|inline| inline.as_bytes() == *name) {
                    self.text.end_block();
                }
            }
            CallbackEvent::String { value } => {
                let text = String::from_utf8_lossy(value);
                // The data in a script is JSON.
                if self.raw == Some("script") { self.text.push_escaped(&text) } else { self.text.push(&text) }
            }
            CallbackEvent::Error(error) => self.is_cut |= error.as_str().starts_with("eof-"),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } => {}
        }
    }

    fn tag(&mut self, tag: Tag) {
        if tag.name == "br" {
            self.text.push(" ");
        } else if !INLINE.contains(&tag.name.as_str()) {
            self.text.end_block();
        }
        self.raw = RAW.into_iter().find(|raw| *raw == tag.name).or(self.raw);
        for (name, value) in &tag.attributes {
            if !PLUMBING.contains(&name.as_str()) {
                self.attributes.end_block();
                self.attributes.push(value);
            }
        }
        if tag.matters() {
            self.tags.push(tag);
        }
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::Markup;

    #[test]
    fn text_goes_on_through_a_line_and_ends_with_its_paragraph() {
        let page = Markup::read(
            b"<title>A</title><p>Oslo <b>Smerte</b>&shy;klinikk<br>og</p><p>B</p><script>if (a < b) {}</script>",
        );
        assert_eq!(page.text.shown, "A\nOslo Smerteklinikk og\nB\nif (a < b) {}");
    }

    #[test]
    fn attributes_are_read_each_by_itself() {
        let page =
            Markup::read(b"<a href='mailto:a@b.no' title=\"C &amp; D\" class=e hidden>x</a><img alt=F>");
        assert_eq!(page.attributes.shown, "mailto:a@b.no\nC & D\n\nF".replace("\n\n", "\n"));
        assert_eq!(page.tags[0].get("hidden"), Some(""));
    }

    #[test]
    fn the_data_of_a_script_is_read_as_json() {
        let page = Markup::read(
            b"<script type='application/ld+json'>{\"a\":\"x\\nBon\\u00adtox\"}</script><p>\\n</p>",
        );
        assert_eq!(page.text.shown, "{\"a\":\"x Bontox\"}\nn");
    }

    #[test]
    fn html_that_ends_in_the_middle_says_so() {
        let check =
            |html: &str, is_cut: bool| assert_eq!(Markup::read(html.as_bytes()).is_cut, is_cut, "{html}");
        check("<p>a <b>c", false);
        check("<script>x</script><title>a</title>", false);
        check("</p></section>", false);
        for html in [
            "<p class=\"",
            "<p",
            "<",
            "<!-- a",
            "<script>a<b",
            "<title>a</b>",
            "<style>",
            "<textarea><section>",
        ] {
            check(html, true);
        }
    }
}
