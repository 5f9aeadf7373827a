//! Letters that became others on the way: `pÃ¥` for `på`, a sign that stands for a lost one, and the private
//! letters of a symbol font.

use std::ops::Range;

use crate::check::prose::PhraseHit;
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Message, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "wrong-letters", severity: Severity::Error, looks: Looks::Prose(&[], check) };

fn check(reading: &Reading<'_>, _: &[PhraseHit], found: &mut Diagnostics) {
    for block in &reading.blocks {
        for (range, headline) in wrong(&block.text) {
            found.push(
                RULE.at_span(reading.span(block, &range), headline).with_help(say::write_the_letters()),
            );
        }
    }
}

fn wrong(text: &str) -> Vec<(Range<usize>, Message)> {
    let mut wrong = Vec::new();
    let mut letters = text.char_indices().filter(|(_, letter)| !letter.is_ascii()).peekable();
    while let Some((start, letter)) = letters.next() {
        let end = start + letter.len_utf8();
        if let Some(meant) = read_twice(&text[start..]) {
            let length = text[start..].chars().take(meant.len_utf8()).map(char::len_utf8).sum::<usize>();
            while letters.next_if(|(at, _)| *at < start + length).is_some() {}
            let range = start..start + length;
            wrong.push((range.clone(), say::letter_read_twice(&text[range], &meant.to_string())));
        } else if letter == char::REPLACEMENT_CHARACTER {
            wrong.push((start..end, say::letter_is_lost()));
        } else if let Some(letters) = joined(letter) {
            wrong.push((start..end, say::letter_of_two(&letter.to_string(), letters)));
        } else if is_private(letter) {
            let code = format!("U+{:04X}", u32::from(letter));
            wrong.push((start..end, say::letter_is_private(&code)));
        }
    }
    wrong
}

/// The letter that was written, if its bytes in UTF-8 were each read as a letter of Windows.
fn read_twice(text: &str) -> Option<char> {
    let first = text.chars().next()?;
    // What begins a letter of two or three bytes. `Å` would begin one too, and ends many a word in capitals.
    let length = match first {
        'Ã' | 'Â' => 2,
        'â' => 3,
        _ => return None,
    };
    let bytes: Vec<u8> = text.chars().take(length).map(windows_byte).collect::<Option<_>>()?;
    let mut meant = str::from_utf8(&bytes).ok()?.chars();
    meant.next().filter(|_| meant.next().is_none())
}

/// The byte of a letter in Windows-1252.
fn windows_byte(letter: char) -> Option<u8> {
    /// The letters of the bytes from 0x80 to 0x9F; five bytes have none.
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let byte = (0x80..=0x9F_u8).zip(HIGH.chars()).find(|(_, known)| *known == letter).map(|(byte, _)| byte);
    byte.or_else(|| u8::try_from(letter).ok().filter(|byte| *byte >= 0xA0))
}

/// The letters that a PDF sets as one sign.
fn joined(letter: char) -> Option<&'static str> {
    const JOINED: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
    let place = u32::from(letter).checked_sub(0xFB00)?;
    JOINED.get(usize::try_from(place).ok()?).copied()
}

/// Whether no standard says what a letter is: each font has its own.
fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::read_twice;

    #[test]
    fn a_letter_that_was_read_twice_is_the_one_that_was_written() {
        let twice = [
            ("Ã¥ ", 'å'),
            ("Ã¸", 'ø'),
            ("Ã¦", 'æ'),
            ("Ã˜", 'Ø'),
            ("Ã…", 'Å'),
            ("Â§", '§'),
            ("â€“", '–'),
            ("Ã©n", 'é'),
        ];
        for (text, meant) in twice {
            assert_eq!(read_twice(text), Some(meant), "{text}");
        }
        for text in ["Ås", "å", "Ã", "Åse", "São", "âge", "Ärztin", "NÅ» på", "PÅ…", "Ã¥".split_at(2).1]
        {
            assert_eq!(read_twice(text), None, "{text}");
        }
    }
}
