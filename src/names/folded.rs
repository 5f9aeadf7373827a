use std::ops::Range;

use crate::source::{escaped, is_unseen};

/// A text as names are looked for in it: white space, hyphens and capitals make no difference.
///
/// A paragraph, a heading and an item of a list are each by themselves. Runs of white space and hyphens are
/// one byte, and what only guides the eye is left out: soft hyphens, and the signs of Markdown.
/// Both forms of the text have the same length, so a place in one is the same place in the other.
///
/// A dash between two letters is a hyphen; one with spaces around it parts two thoughts, and stays.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// With its capitals; a run with a hyphen is a hyphen, the end of a paragraph is a line feed.
    pub shown: String,
    /// In small letters, with a space for a hyphen.
    pub key: String,
    /// Where each byte comes from, if the text is one of a source.
    places: Option<Vec<u32>>,
    gap: Option<Gap>,
    /// How many lines have ended since the last letter.
    ended_lines: usize,
    /// Whether the line is a heading of Markdown.
    is_heading: bool,
}

/// What stands between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    Space,
    Hyphen,
    Block,
}

impl Folded {
    /// The text of a name.
    pub(super) fn of(text: &str) -> Self {
        let mut folded = Self::default();
        folded.push(text);
        folded
    }

    /// A text as it is written in a source, which knows where each of its parts stands.
    pub(super) fn with_places(text: &str) -> Self {
        let mut folded = Self { places: Some(Vec::with_capacity(text.len())), ..Self::default() };
        folded.push_escaped(text);
        folded
    }

    /// Adds a text, as if there were nothing between it and the one before.
    pub(super) fn push(&mut self, text: &str) {
        self.push_with(text, |_| None);
    }

    /// Adds a text in which letters may be written otherwise: `&shy;` in Markdown, `\u00ad` in TOML and JSON.
    pub(super) fn push_escaped(&mut self, text: &str) {
        self.push_with(text, escaped);
    }

    fn push_with(&mut self, text: &str, escaped: impl Fn(&str) -> Option<(char, usize)>) {
        let mut at = 0;
        while let Some(letter) = text[at..].chars().next() {
            let plain = text.as_bytes()[at..].iter().take_while(|byte| is_plain(**byte)).count();
            if plain > 0 {
                self.plain(&text[at..at + plain], at);
                at += plain;
                continue;
            }
            let (letter, length) = escaped(&text[at..]).unwrap_or((letter, letter.len_utf8()));
            self.letter(letter, &text[at + length..], at);
            at += length;
        }
    }

    fn letter(&mut self, letter: char, after: &str, at: usize) {
        let begins_line = self.ended_lines > 0 || self.shown.is_empty();
        match letter {
            // An item of a list.
            '*' | '-' | '+' if begins_line && after.starts_with(' ') => self.gap = Some(Gap::Block),
            '#' if begins_line => {
                self.gap = Some(Gap::Block);
                self.is_heading = true;
            }
            '\n' => {
                self.ended_lines += 1;
                let ends_block = self.ended_lines > 1 || std::mem::take(&mut self.is_heading);
                self.gap = self.gap.max(Some(if ends_block { Gap::Block } else { Gap::Space }));
            }
            '*' | '_' | '\\' | '`' => {}
            _ if is_unseen(letter) => {}
            '-' | '\u{2010}' | '\u{2011}' => self.gap = self.gap.max(Some(Gap::Hyphen)),
            '\u{2012}'..='\u{2015}' | '\u{2212}'
                if self.gap.is_none() && !after.starts_with(char::is_whitespace) =>
            {
                self.gap = Some(Gap::Hyphen);
            }
            _ if letter.is_whitespace() => self.gap = self.gap.max(Some(Gap::Space)),
            _ => {
                self.close_gap(at);
                self.add(letter, small(letter), at);
            }
        }
    }

    /// Where in the source a part of the text stands.
    pub(super) fn place(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let places = self.places.as_ref()?;
        let last = self.shown.get(range.clone())?.chars().next_back()?;
        let place = |at: usize| places.get(at).and_then(|place| usize::try_from(*place).ok());
        Some(place(range.start)?..place(range.end - last.len_utf8())? + last.len_utf8())
    }

    /// Adds letters that are what they look like, all at once: most of a text is made of them.
    fn plain(&mut self, letters: &str, at: usize) {
        self.close_gap(at);
        let start = self.key.len();
        self.shown.push_str(letters);
        self.key.push_str(letters);
        self.key[start..].make_ascii_lowercase();
        if let Some(places) = &mut self.places {
            places.extend((at..at + letters.len()).map(|at| u32::try_from(at).unwrap_or(u32::MAX)));
        }
    }

    fn close_gap(&mut self, at: usize) {
        self.ended_lines = 0;
        let Some(gap) = self.gap.take().filter(|_| !self.shown.is_empty()) else { return };
        match gap {
            Gap::Space => self.add(' ', ' ', at),
            Gap::Hyphen => self.add('-', ' ', at),
            Gap::Block => self.add('\n', '\n', at),
        }
    }

    fn add(&mut self, shown: char, key: char, at: usize) {
        self.shown.push(shown);
        self.key.push(key);
        if let Some(places) = &mut self.places {
            places.extend((0..shown.len_utf8()).map(|_| u32::try_from(at).unwrap_or(u32::MAX)));
        }
    }
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'*' | b'_' | b'\\' | b'`' | b'-' | b'&' | b'#' | b'+')
}

/// The small letter, if it is as long as the capital; the few others are in no name.
pub(super) fn small(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    letter.to_lowercase().next().filter(|small| small.len_utf8() == letter.len_utf8()).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::Folded;

    #[test]
    fn spaces_hyphens_and_capitals_make_no_difference() {
        let check = |text: &str, shown: &str, key: &str| {
            let folded = Folded::of(text);
            assert_eq!((folded.shown.as_str(), folded.key.as_str()), (shown, key), "{text:?}");
        };
        check("Oslo\u{a0}\n Smerte\u{ad}klinikk", "Oslo Smerteklinikk", "oslo smerteklinikk");
        check("OSLO \u{2011} **Ås**", "OSLO-Ås", "oslo ås");
        check(
            "O\u{200b}slo\u{2013}Ås \u{2013} by\u{202f}&\u{2060} land",
            "Oslo-Ås \u{2013} by & land",
            "oslo ås \u{2013} by & land",
        );
    }

    #[test]
    fn a_part_of_the_text_is_found_where_it_is_written() {
        let text = "se **Blå\n  Ås** her";
        let folded = Folded::with_places(text);
        let at = folded.key.find("blå ås").unwrap();
        let place = folded.place(&(at..at + "blå ås".len())).unwrap();
        assert_eq!(&text[place], "Blå\n  Ås");
    }

    #[test]
    fn letters_of_a_source_are_read_as_they_are_meant() {
        let check = |text: &str, key: &str, written: &str| {
            let folded = Folded::with_places(text);
            assert!(folded.key.contains(key), "{text}: {}", folded.key);
            let at = folded.key.find(key).unwrap();
            assert_eq!(&text[folded.place(&(at..at + key.len())).unwrap()], written);
        };
        check("hos Bon&shy;tox.", "bontox", "Bon&shy;tox");
        check("hos Bon\\u00ADtox.", "bontox", "Bon\\u00ADtox");
        check("R&amp;D&nbsp;Oslo", "r&d oslo", "R&amp;D&nbsp;Oslo");
        check("a\\nOslo & co", "a oslo & co", "a\\nOslo & co");
    }

    #[test]
    fn nothing_goes_on_over_the_end_of_a_paragraph() {
        let check = |text: &str, key: &str| assert_eq!(Folded::of(text).key, key, "{text}");
        check("Oslo\n \nSmerteklinikk", "oslo\nsmerteklinikk");
        check("- Oslo\n- Smerteklinikk", "oslo\nsmerteklinikk");
        check("# Oslo\nSmerteklinikk", "oslo\nsmerteklinikk");
        check("Oslo\nSmerteklinikk 1 + 1 #a", "oslo smerteklinikk 1 + 1 #a");
    }
}
