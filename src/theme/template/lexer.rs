use std::ops::Range;

/// A word of a template: what stands between `{{` and `}}` or `{%` and `%}`, and these four themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) kind: TokenKind<'a>,
    pub(super) range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind<'a> {
    OutputStart,
    OutputEnd,
    TagStart,
    TagEnd,
    Name(&'a str),
    /// A text between quotes, its escapes left as they are written.
    Text(&'a str),
    Number,
    Sign(&'a str),
}

/// Longer signs before the shorter ones that they start with.
const SIGNS: [&str; 31] = [
    "...", "//", "**", "==", "!=", ">=", "<=", "</", "?.", "?[", "+", "-", "*", "/", "%", "!", ".", ",", ":",
    "~", "|", "=", ">", "<", "(", ")", "[", "]", "{", "}", "@",
];

/// The words of a template, or the place where it cannot be read.
///
/// Comments, raw parts and the text around the tags leave nothing.
pub(super) fn read_tokens(text: &str) -> Result<Vec<Token<'_>>, usize> {
    let mut lexer = Lexer { text, at: 0, tokens: Vec::new() };
    while let Some(start) = lexer.find_start() {
        lexer.at = start + 2;
        lexer.skip("-");
        match text.as_bytes()[start + 1] {
            b'#' => lexer.at += lexer.rest().find("#}").ok_or(start)? + 2,
            b'%' if lexer.skip_raw(start)? => {}
            b'%' => {
                lexer.push(TokenKind::TagStart, start);
                lexer.read_inside("%}", TokenKind::TagEnd)?;
            }
            _ => {
                lexer.push(TokenKind::OutputStart, start);
                lexer.read_inside("}}", TokenKind::OutputEnd)?;
            }
        }
    }
    Ok(lexer.tokens)
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    tokens: Vec<Token<'a>>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn find_start(&self) -> Option<usize> {
        let is_start = |pair: &[u8]| pair[0] == b'{' && matches!(pair[1], b'{' | b'%' | b'#');
        self.rest().as_bytes().windows(2).position(is_start).map(|offset| self.at + offset)
    }

    fn skip(&mut self, prefix: &str) -> bool {
        let found = self.rest().starts_with(prefix);
        self.at += if found { prefix.len() } else { 0 };
        found
    }

    fn push(&mut self, kind: TokenKind<'a>, start: usize) {
        self.tokens.push(Token { kind, range: start..self.at });
    }

    /// Steps over a raw part as a whole, if one starts here.
    fn skip_raw(&mut self, start: usize) -> Result<bool, usize> {
        let Some(length) = length_of_tag(self.rest(), "raw") else { return Ok(false) };
        self.at += length;
        loop {
            self.at += self.rest().find("{%").ok_or(start)? + 2;
            if let Some(length) = length_of_tag(self.rest(), "endraw") {
                self.at += length;
                return Ok(true);
            }
        }
    }

    fn read_inside(&mut self, end: &str, kind: TokenKind<'a>) -> Result<(), usize> {
        loop {
            self.at =
                self.text.len() - self.rest().trim_start_matches(|c: char| c.is_ascii_whitespace()).len();
            let start = self.at;
            let rest = self.rest();
            if rest.strip_prefix('-').is_some_and(|rest| rest.starts_with(end)) || rest.starts_with(end) {
                self.skip("-");
                self.skip(end);
                self.push(kind, start);
                return Ok(());
            }
            self.read_word()?;
        }
    }

    fn read_word(&mut self) -> Result<(), usize> {
        let (start, rest) = (self.at, self.rest());
        let first = rest.bytes().next().ok_or(start)?;
        let (kind, length) = match first {
            b'\'' | b'"' | b'`' => {
                let inner = length_of_text(rest, first).ok_or(start)?;
                (TokenKind::Text(&rest[1..=inner]), inner + 2)
            }
            b'0'..=b'9' => (TokenKind::Number, length_of_number(rest)),
            b'_' | b'a'..=b'z' | b'A'..=b'Z' => {
                let is_part = |byte: u8| byte == b'_' || byte.is_ascii_alphanumeric();
                let length = rest.bytes().take_while(|byte| is_part(*byte)).count();
                (TokenKind::Name(&rest[..length]), length)
            }
            _ => {
                let sign = SIGNS.into_iter().find(|sign| rest.starts_with(sign)).ok_or(start)?;
                (TokenKind::Sign(sign), sign.len())
            }
        };
        self.at += length;
        self.push(kind, start);
        Ok(())
    }
}

/// The length of what follows `{%` if it is the tag `name` and no other.
fn length_of_tag(text: &str, name: &str) -> Option<usize> {
    let rest = text.strip_prefix('-').unwrap_or(text);
    let rest = rest.trim_ascii_start().strip_prefix(name)?.trim_ascii_start();
    let rest = rest.strip_prefix('-').unwrap_or(rest).strip_prefix("%}")?;
    Some(text.len() - rest.len())
}

/// The length of a text between two `quote`s, the first of which starts `text`.
fn length_of_text(text: &str, quote: u8) -> Option<usize> {
    let mut escaped = false;
    text.bytes().skip(1).position(|byte| {
        let ends = byte == quote && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    })
}

fn length_of_number(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    match text[whole..].strip_prefix('.') {
        Some(fraction) => whole + 1 + digits(fraction),
        None => whole,
    }
}
