use std::ops::Range;

/// A word of a template: what stands between `{{` and `}}` or `{%` and `%}`, and these themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word<'a> {
    pub(super) kind: WordKind<'a>,
    pub(super) range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WordKind<'a> {
    OutputStart,
    TagStart,
    /// `}}` or `%}`.
    End,
    Name(&'a str),
    /// A text between quotes, its escapes left as they are written.
    Text(&'a str),
    Number,
    /// A sign, also one that Tera does not know.
    Sign(&'a str),
}

/// The signs of two letters.
const PAIRS: [&str; 8] = ["//", "**", "==", "!=", ">=", "<=", "?.", "?["];

/// The words of a template that Tera can read; of any other text it gives some words.
///
/// Comments and the text around the tags leave nothing.
pub(super) fn read_words(text: &str) -> Vec<Word<'_>> {
    let mut lexer = Lexer { text, at: 0, words: Vec::new() };
    while let Some(start) = lexer.find_start() {
        lexer.at = start + 2;
        match text.as_bytes()[start + 1] {
            b'#' => lexer.at = lexer.rest().find("#}").map_or(text.len(), |length| lexer.at + length + 2),
            sign => {
                let (kind, end) =
                    if sign == b'%' { (WordKind::TagStart, "%}") } else { (WordKind::OutputStart, "}}") };
                lexer.at += usize::from(lexer.rest().starts_with('-'));
                lexer.push(kind, start);
                lexer.read_inside(end);
            }
        }
    }
    lexer.words
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    words: Vec<Word<'a>>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn find_start(&self) -> Option<usize> {
        let is_start = |pair: &[u8]| pair[0] == b'{' && matches!(pair[1], b'{' | b'%' | b'#');
        self.rest().as_bytes().windows(2).position(is_start).map(|offset| self.at + offset)
    }

    fn push(&mut self, kind: WordKind<'a>, start: usize) {
        self.words.push(Word { kind, range: start..self.at });
    }

    fn read_inside(&mut self, end: &str) {
        loop {
            self.at = self.text.len() - self.rest().trim_ascii_start().len();
            let (start, rest) = (self.at, self.rest());
            if rest.is_empty() {
                return;
            }
            let dash = usize::from(rest.starts_with('-'));
            if rest[dash..].starts_with(end) {
                self.at += dash + end.len();
                return self.push(WordKind::End, start);
            }
            let (kind, length) = read_word(rest);
            self.at += length;
            self.push(kind, start);
        }
    }
}

/// The word that `rest` begins with, and its length.
fn read_word(rest: &str) -> (WordKind<'_>, usize) {
    let is_part = |byte: &u8| *byte == b'_' || byte.is_ascii_alphanumeric();
    let length = |is_part: fn(&u8) -> bool| rest.bytes().take_while(is_part).count();
    match rest.as_bytes()[0] {
        quote @ (b'\'' | b'"' | b'`') => {
            let inner = length_of_text(&rest[1..], quote);
            (WordKind::Text(&rest[1..=inner]), (inner + 2).min(rest.len()))
        }
        b'0'..=b'9' => {
            let whole = length(u8::is_ascii_digit);
            let fraction = rest[whole..].strip_prefix('.').map_or("", |rest| rest);
            let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
            (
                WordKind::Number,
                whole + usize::from(whole < rest.len() && rest.as_bytes()[whole] == b'.') + digits,
            )
        }
        first if is_part(&first) => {
            let length = rest.bytes().take_while(is_part).count();
            (WordKind::Name(&rest[..length]), length)
        }
        _ => {
            let pair = PAIRS.into_iter().find(|pair| rest.starts_with(pair));
            let one = rest.chars().next().map_or(1, char::len_utf8);
            let sign = pair.unwrap_or(&rest[..one]);
            (WordKind::Sign(sign), sign.len())
        }
    }
}

/// The length of a text up to the `quote` that ends it.
fn length_of_text(text: &str, quote: u8) -> usize {
    let mut escaped = false;
    let end = text.bytes().position(|byte| {
        let ends = byte == quote && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.unwrap_or(text.len())
}
