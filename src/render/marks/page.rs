use html5gum::Tokenizer;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};

use super::Places;
use crate::theme::SignedPiece;
use crate::theme::Signs;

/// Elements whose text is shown as it is, or not at all: an element within them would be no element.
const CLOSED: [&str; 16] = [
    "script",
    "style",
    "title",
    "textarea",
    "option",
    "select",
    "svg",
    "math",
    "template",
    "iframe",
    "noscript",
    "xmp",
    "noembed",
    "noframes",
    "plaintext",
    "head",
];

/// The page with its signs made into marks: elements around words, attributes on paragraphs.
///
/// Returns None if the page without its signs is not `plain`:
/// a template has made something else of a value because of them.
#[must_use]
pub fn mark_page(page: &[u8], plain: &[u8], signs: Signs, places: &mut Places<'_>) -> Option<Vec<u8>> {
    let page = std::str::from_utf8(page).ok()?;
    if signs.without(page).as_bytes() != plain {
        return None;
    }
    let mut marked = String::with_capacity(page.len() * 2);
    let mut done = 0;
    for text in texts(page) {
        write_tags(page.get(done..text.start)?, signs, places, &mut marked);
        write_text(page.get(text.clone())?, signs, places, &mut marked);
        done = text.end;
    }
    write_tags(page.get(done..)?, signs, places, &mut marked);
    Some(marked.into_bytes())
}

/// Where text stands that elements may be put into, in the order of the page.
fn texts(page: &str) -> Vec<std::ops::Range<usize>> {
    let (mut texts, mut shut) = (Vec::new(), Shut::default());
    let mut end_of_tag = 0;
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: html5gum::Span<usize>| {
        let open = shut.element.is_none();
        match event {
            CallbackEvent::OpenStartTag { name } => {
                texts.push((open, end_of_tag..span.start));
                shut.begin(name);
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                end_of_tag = span.end;
                shut.close(self_closing);
            }
            CallbackEvent::EndTag { name } => {
                texts.push((open, end_of_tag..span.start));
                end_of_tag = span.end;
                shut.end(name);
            }
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } => {
                texts.push((open, end_of_tag..span.start));
                end_of_tag = span.end;
            }
            _ => {}
        }
        None::<()>
    });
    emitter.naively_switch_states(true);
    for Ok(()) in Tokenizer::new_with_emitter(page, emitter) {}
    texts.push((shut.element.is_none(), end_of_tag..page.len()));
    let texts = texts.into_iter().filter(|(open, text)| *open && text.start < text.end);
    texts.map(|(_, text)| text).collect()
}

/// The outermost element that is closed to marks, and how often one of its name has begun within it.
#[derive(Default)]
struct Shut {
    element: Option<&'static str>,
    depth: usize,
    /// Whether the tag that is being read has begun such an element.
    just_begun: bool,
}

impl Shut {
    fn begin(&mut self, name: &[u8]) {
        let element = CLOSED.into_iter().find(|closed| closed.as_bytes() == name);
        self.just_begun = element.is_some() && (self.element.is_none() || self.element == element);
        if self.just_begun {
            self.element = element;
            self.depth += 1;
        }
    }

    /// `<svg/>` ends where it begins; HTML's own elements do not.
    fn close(&mut self, self_closing: bool) {
        if self.just_begun && self_closing && matches!(self.element, Some("svg" | "math")) {
            self.end(self.element.unwrap_or_default().as_bytes());
        }
        self.just_begun = false;
    }

    fn end(&mut self, name: &[u8]) {
        if self.element.is_some_and(|element| element.as_bytes() == name) {
            self.depth -= 1;
            self.element = self.element.filter(|_| self.depth > 0);
        }
    }
}

/// Writes one text, between two tags. No value reaches beyond it,
/// so what is still open at its end was cut by a template.
fn write_text(text: &str, signs: Signs, places: &mut Places<'_>, marked: &mut String) {
    let mut open = 0;
    for (index, piece) in signs.pieces(text).into_iter().enumerate() {
        match piece {
            SignedPiece::Text(words) => marked.push_str(words),
            SignedPiece::Begin(place) => {
                marked.extend(["<span", places.attributes(&place), ">"]);
                open += 1;
            }
            SignedPiece::End if open > 0 => {
                marked.push_str("</span>");
                open -= 1;
            }
            SignedPiece::Block(place) if index == 0 && marked.ends_with('>') => {
                marked.insert_str(marked.len() - 1, places.attributes(&place));
            }
            SignedPiece::End | SignedPiece::Block(_) | SignedPiece::Broken => {}
        }
    }
    marked.push_str(&"</span>".repeat(open));
}

/// Writes what stands between two texts. A link says where its address comes from;
/// all other signs there mark nothing.
fn write_tags(tags: &str, signs: Signs, places: &mut Places<'_>, marked: &mut String) {
    for piece in signs.pieces(tags) {
        match piece {
            SignedPiece::Text(text) => marked.push_str(text),
            SignedPiece::Begin(place) if marked.ends_with("href=\"") => {
                let tag = marked.rfind('<').filter(|tag| marked[*tag..].starts_with("<a "));
                if let Some(tag) = tag {
                    marked.insert_str(tag + "<a".len(), places.attributes(&place));
                }
            }
            SignedPiece::Begin(_) | SignedPiece::End | SignedPiece::Block(_) | SignedPiece::Broken => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::texts;

    #[test]
    fn texts_are_where_elements_may_be() {
        let check = |html: &str, expected: &[&str]| {
            let found: Vec<&str> = texts(html).into_iter().map(|text| &html[text]).collect();
            assert_eq!(found, expected, "{html}");
        };
        check("<p class=\"a>b\">x &amp; <b>y&lt;</b>\r\nz</p>", &["x &amp; ", "y&lt;", "\r\nz"]);
        check("<!doctype html><title>a</title>b<!-- c -->d<br>e", &["b", "d", "e"]);
        check("<script>if (a < b) {}</script>f<style>g</style>", &["f"]);
        check("<svg><svg>a</svg><text>b</text></svg>c<svg/>d", &["c", "d"]);
        check("<select><option>a</option></select>b", &["b"]);
        check("æ<i>ø</i>å < 5 & 6", &["æ", "ø", "å < 5 & 6"]);
        check("<p>open &#248;", &["open &#248;"]);
    }
}
