//! Letters: an `å` is one, also where a Mac or a PDF writes an `a` and a ring above it; and some are not
//! seen.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;
use serde::{Deserialize, Serialize};

/// Where a text was written with more letters than it has now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    /// The byte of the text behind what was joined.
    end: usize,
    /// How many letters fewer there are.
    fewer: usize,
}

/// The text in the form of Unicode that joins letters and their marks (NFC), as keyboards write it.
#[must_use]
pub fn composed(text: &str) -> Cow<'_, str> {
    // Neither a letter below U+0300 nor a dash or a quotation mark changes, or joins what stands before it.
    let is_plain = |pair: &[u8]| pair[0] < 0xCC || pair[0] == 0xE2 && pair[1] == 0x80;
    if text.as_bytes().windows(2).all(is_plain) {
        return Cow::Borrowed(text);
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// The same, with what is needed to tell how it was written.
pub(super) fn composed_with_places(text: String) -> (String, Vec<Joined>) {
    if let Cow::Borrowed(_) = composed(&text) {
        return (text, Vec::new());
    }
    let (mut whole, mut joined) = (String::with_capacity(text.len()), Vec::new());
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let marks = rest[first.len_utf8()..].find(|letter: char| letter < '\u{300}');
        let (part, behind) = rest.split_at(marks.map_or(rest.len(), |end| first.len_utf8() + end));
        let part_composed = composed(part);
        whole.push_str(&part_composed);
        let fewer = part.chars().count().saturating_sub(part_composed.chars().count());
        if fewer > 0 {
            joined.push(Joined { end: whole.len(), fewer });
        }
        rest = behind;
    }
    (whole, joined)
}

/// How many letters more were written in a part of the text.
pub(super) fn more_letters(joined: &[Joined], part: std::ops::Range<usize>) -> usize {
    // They stand in the order of the text.
    let before = |byte: usize| joined.partition_point(|place| place.end <= byte);
    joined[before(part.start)..before(part.end)].iter().map(|place| place.fewer).sum()
}

/// Whether a letter is there only for programs: soft hyphens, joiners, directions,
/// and other signs without a width.
#[must_use]
pub fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{feff}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_their_marks_are_joined_and_the_places_of_others_can_be_told() {
        let (text, joined) = composed_with_places("Bla\u{30a}bær ga\u{30a}r\n".to_owned());
        assert_eq!(text, "Blåbær går\n");
        assert_eq!(more_letters(&joined, 0..3), 0, "`å` has begun");
        assert_eq!(more_letters(&joined, 0..4), 1);
        assert_eq!(more_letters(&joined, 0..text.len()), 2);
        assert_eq!(more_letters(&joined, 4..text.len()), 1);
    }

    #[test]
    fn what_is_joined_already_is_left_as_it_is() {
        for text in ["Blåbær", "Čáhci, Łódź", "\u{30a}", "1\u{fe0f}\u{20e3} og \u{1f44d}\u{1f3fd}"] {
            assert_eq!(composed_with_places(text.to_owned()), (text.to_owned(), Vec::new()), "{text}");
        }
    }
}
