//! Words and numbers of a text, and what stands between them.

use std::ops::Range;

/// A word or a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Token {
    pub range: Range<usize>,
    /// Whether it has only letters.
    pub is_word: bool,
    /// Whether it has only digits.
    pub is_number: bool,
}

/// All words and numbers of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for (start, letter) in text.char_indices() {
        if !letter.is_alphanumeric() {
            continue;
        }
        let end = start + letter.len_utf8();
        let (is_number, is_word) = (letter.is_ascii_digit(), letter.is_alphabetic());
        match tokens.last_mut() {
            Some(last) if last.range.end == start && last.is_number == is_number => {
                last.range.end = end;
                last.is_word &= is_word;
            }
            _ => tokens.push(Token { range: start..end, is_word, is_number }),
        }
    }
    tokens
}

impl Token {
    /// A number of one or two digits.
    pub(super) fn small_number(&self, text: &str) -> Option<i8> {
        (self.is_number && self.range.len() <= 2).then(|| text[self.range.clone()].parse().ok()).flatten()
    }

    /// The number of a day.
    pub(super) fn day(&self, text: &str) -> Option<i8> {
        self.small_number(text).filter(|day| (1..=31).contains(day))
    }

    /// A year of four digits.
    pub(super) fn year(&self, text: &str) -> Option<i16> {
        let is_long = self.is_number && self.range.len() == 4;
        let number = is_long.then(|| text[self.range.clone()].parse().ok()).flatten();
        number.filter(|year| (1900..=2199).contains(year))
    }
}

/// Whether what stands between two tokens keeps them together: spaces, and `also`.
pub(super) fn joins(between: &str, also: &[char]) -> bool {
    between.chars().all(|letter| letter.is_whitespace() || also.contains(&letter))
}
