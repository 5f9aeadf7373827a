use super::{ByLanguage, Language};
use crate::diagnostic::catalogue::content as say;
use crate::model::{Invalid, Node, NodeKind, Reader, TextValue, Value};
use crate::span::{Located, Span};

/// A plain text on one line, the same in every language: a legal name, a section number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line(String);

impl Line {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextValue for Line {
    const IS_SHOWN: bool = true;

    fn parse(text: &str) -> Result<Self, Invalid> {
        if text.is_empty() {
            return Err(Invalid::new(say::text_is_empty(), None));
        }
        match text.chars().find(|letter| letter.is_control()) {
            Some(control) => {
                Err(Invalid::new(say::control_character(&control.escape_unicode().to_string()), None))
            }
            None => Ok(Self(text.to_owned())),
        }
    }
}

/// A text that readers see: one for every language, or one for each.
/// The words of each language know where they are written.
#[derive(Debug, Clone)]
pub enum Text {
    /// The same in every language, as names are.
    Same(Located<String>),
    /// One for each language.
    Each(ByLanguage<Located<String>>),
}

/// Two texts are the same if they say the same, wherever they are written.
impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.without_places().eq(other.without_places())
    }
}

impl Eq for Text {}

impl Text {
    /// The text in `language`, if it is there.
    #[must_use]
    pub fn in_language(&self, language: &Language) -> Option<&str> {
        self.written_in(language).map(|words| words.value.as_str())
    }

    /// The text in `language` and where it is written, if it is there.
    #[must_use]
    pub fn written_in(&self, language: &Language) -> Option<&Located<String>> {
        match self {
            Self::Same(words) => Some(words),
            Self::Each(texts) => texts.get(language),
        }
    }

    /// The texts, each with its language; one that is the same in every language has none.
    pub fn each(&self) -> impl Iterator<Item = (Option<&Language>, &Located<String>)> {
        let (same, each) = match self {
            Self::Same(words) => (Some((None, words)), None),
            Self::Each(texts) => (None, Some(texts)),
        };
        same.into_iter().chain(
            each.into_iter().flat_map(ByLanguage::iter).map(|(language, words)| (Some(language), words)),
        )
    }

    fn without_places(&self) -> impl Iterator<Item = (Option<&Language>, &str)> {
        self.each().map(|(language, words)| (language, words.value.as_str()))
    }

    /// The texts of all languages.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.each().map(|(_, words)| words.value.as_str())
    }
}

impl Value for Text {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let NodeKind::Table(entries) = &node.kind else {
            if matches!(node.kind, NodeKind::Text(_)) {
                return Some(Self::Same(read_words(node, reader)?));
            }
            reader.wrong_kind(node, say::write_a_text_or_one_for_each_language());
            return None;
        };
        let mut texts = Vec::with_capacity(entries.len());
        // If one language could not be read, nothing is said of what the text lacks.
        let mut whole = true;
        for entry in entries {
            let Some(language) = reader.language_of(&entry.key) else {
                whole = false;
                continue;
            };
            match read_words(&entry.value, reader) {
                Some(words) => texts.push((language, words)),
                None => whole = false,
            }
        }
        whole.then(|| Self::Each(texts.into_iter().collect()))
    }

    fn texts<'v>(&'v self, see: &mut dyn FnMut(&'static str, &'v Text)) {
        see("", self);
    }

    fn lacks(&self, language: &Language) -> bool {
        self.in_language(language).is_none()
    }
}

/// Reads one line, and the place of its words.
///
/// That is exactly where they stand if they are written as they are read; else, with an escape in them or
/// over several lines (`"""`), that of the whole value. To readers several lines are one.
fn read_words(node: &Node, reader: &mut Reader<'_>) -> Option<Located<String>> {
    let NodeKind::Text(written) = &node.kind else {
        return Line::read(node, reader).map(|line| Located::new(line.0, node.span));
    };
    let lines = written.split('\n').map(str::trim).collect::<Vec<_>>().join(" ");
    let joined = Node { kind: NodeKind::Text(lines), span: node.span };
    let words = Line::read(&joined, reader)?.0;
    Some(Located::new(words, span_of_words(written, node.span)))
}

/// Where the words of a TOML text stand between their quotes. An escape takes more bytes than what it stands
/// for, so a text that is as long as it was written is written as it is.
fn span_of_words(written: &str, span: Span) -> Span {
    const QUOTES: usize = 2;
    if span.range().len() != written.len() + QUOTES {
        return span;
    }
    let start = span.range().start + 1 + (written.len() - written.trim_start().len());
    let words = written.trim();
    if words.contains('\n') { span } else { Span::new(span.file, start..start + words.len()) }
}
