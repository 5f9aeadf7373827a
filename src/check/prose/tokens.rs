//! Words and numbers of a text, and what stands between them.

use std::ops::Range;

/// A word or a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub text: &'t str,
    pub range: Range<usize>,
}

/// All words and numbers of a text.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    for (start, letter) in text.char_indices().filter(|(_, letter)| letter.is_alphanumeric()) {
        let end = start + letter.len_utf8();
        match tokens.last_mut() {
            Some(last) if last.range.end == start && last.is_number() == letter.is_ascii_digit() => {
                last.range.end = end;
                last.text = &text[last.range.clone()];
            }
            _ => tokens.push(Token { text: &text[start..end], range: start..end }),
        }
    }
    tokens
}

impl Token<'_> {
    fn is_number(&self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// A number of one or two digits.
    pub(super) fn small_number(&self) -> Option<i8> {
        (self.is_number() && self.text.len() <= 2).then(|| self.text.parse().ok()).flatten()
    }

    /// The number of a day.
    pub(super) fn day(&self) -> Option<i8> {
        self.small_number().filter(|day| (1..=31).contains(day))
    }

    /// A year of four digits.
    pub(super) fn year(&self) -> Option<i16> {
        let number = (self.is_number() && self.text.len() == 4).then(|| self.text.parse().ok()).flatten();
        number.filter(|year| (1900..=2199).contains(year))
    }
}

/// Whether what stands between two tokens keeps them together: spaces, the signs of Markdown, at most one end of a line, and `also`.
pub(super) fn joins(between: &str, also: &[char]) -> bool {
    let is_light = |letter: char| letter.is_whitespace() || matches!(letter, '*' | '_' | '\\');
    between.chars().all(|letter| is_light(letter) || also.contains(&letter))
        && between.matches('\n').count() < 2
}
