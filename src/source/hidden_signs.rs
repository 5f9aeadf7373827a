//! Signs that nobody sees, and that change what a text says to programs, or in which order it is shown.

use std::ops::Range;

use super::escapes::escaped;

/// A run of such signs in a source, by its first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HiddenSign {
    /// Where they are written.
    pub range: Range<usize>,
    /// The first of them.
    pub sign: char,
    /// What Unicode calls it.
    pub name: &'static str,
}

/// The hidden signs of a source, written as they are or as `&#x202e;` and `\u202e`.
///
/// A soft hyphen is none: it shows where a word may be parted. Nor is a joiner between the parts of an emoji
/// or beside letters of a script that is written with joiners, a sign that chooses how the emoji before it
/// looks, or a mark of direction in a line with letters that run from right to left. What turns the order of
/// letters round is one everywhere.
#[must_use]
pub fn hidden_signs(text: &str) -> Vec<HiddenSign> {
    let mut hidden: Vec<HiddenSign> = Vec::new();
    if text.is_ascii() && !text.contains(['&', '\\']) {
        return hidden;
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let letters = letters_of(line);
        let is_mixed = letters.iter().any(|(_, letter)| runs_from_right(*letter));
        for (index, (range, sign)) in letters.iter().enumerate() {
            let Some(name) = name_of(*sign) else { continue };
            let before = letters[..index].iter().rev().map(|(_, letter)| *letter);
            let after = letters.get(index + 1).map(|(_, letter)| *letter);
            if is_needed(*sign, before, after, is_mixed) {
                continue;
            }
            let range = start + range.start..start + range.end;
            match hidden.last_mut() {
                Some(last) if last.range.end == range.start => last.range.end = range.end,
                _ => hidden.push(HiddenSign { range, sign: *sign, name }),
            }
        }
        start += line.len();
    }
    hidden
}

/// The letters of a line as they are read, each with where it is written.
fn letters_of(line: &str) -> Vec<(Range<usize>, char)> {
    let (mut letters, mut at) = (Vec::new(), 0);
    while let Some(letter) = line[at..].chars().next() {
        let (letter, length) = escaped(&line[at..]).unwrap_or((letter, letter.len_utf8()));
        letters.push((at..at + length, letter));
        at += length;
    }
    letters
}

/// What Unicode calls a hidden sign. Returns None for all others.
fn name_of(sign: char) -> Option<&'static str> {
    Some(match sign {
        '\u{34f}' => "COMBINING GRAPHEME JOINER",
        '\u{61c}' => "ARABIC LETTER MARK",
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => "HANGUL FILLER",
        '\u{180e}' => "MONGOLIAN VOWEL SEPARATOR",
        '\u{200b}' => "ZERO WIDTH SPACE",
        '\u{200c}' => "ZERO WIDTH NON-JOINER",
        '\u{200d}' => "ZERO WIDTH JOINER",
        '\u{200e}' => "LEFT-TO-RIGHT MARK",
        '\u{200f}' => "RIGHT-TO-LEFT MARK",
        '\u{2028}' => "LINE SEPARATOR",
        '\u{2029}' => "PARAGRAPH SEPARATOR",
        '\u{202a}' => "LEFT-TO-RIGHT EMBEDDING",
        '\u{202b}' => "RIGHT-TO-LEFT EMBEDDING",
        '\u{202c}' => "POP DIRECTIONAL FORMATTING",
        '\u{202d}' => "LEFT-TO-RIGHT OVERRIDE",
        '\u{202e}' => "RIGHT-TO-LEFT OVERRIDE",
        '\u{2060}' => "WORD JOINER",
        '\u{2061}'..='\u{2064}' => "INVISIBLE OPERATOR",
        '\u{2066}' => "LEFT-TO-RIGHT ISOLATE",
        '\u{2067}' => "RIGHT-TO-LEFT ISOLATE",
        '\u{2068}' => "FIRST STRONG ISOLATE",
        '\u{2069}' => "POP DIRECTIONAL ISOLATE",
        '\u{206a}'..='\u{206f}' => "DEPRECATED FORMAT CHARACTER",
        '\u{feff}' => "ZERO WIDTH NO-BREAK SPACE",
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => "VARIATION SELECTOR",
        '\u{fff9}'..='\u{fffb}' => "INTERLINEAR ANNOTATION",
        '\u{1bca0}'..='\u{1bca3}' => "SHORTHAND FORMAT CONTROL",
        '\u{1d173}'..='\u{1d17a}' => "MUSICAL FORMAT CONTROL",
        '\u{e0000}'..='\u{e007f}' => "TAG",
        _ if u32::from(sign) & 0xFFFE == 0xFFFE || matches!(sign, '\u{fdd0}'..='\u{fdef}') => "NONCHARACTER",
        _ => return None,
    })
}

fn is_needed(
    sign: char,
    mut before: impl Iterator<Item = char>,
    after: Option<char>,
    is_mixed: bool,
) -> bool {
    let is_after = |is_meant: fn(char) -> bool| after.is_some_and(is_meant);
    match sign {
        '\u{200c}' | '\u{200d}' => {
            // How an emoji looks and which skin it has is said behind it.
            let is_modifier = |letter: &char| matches!(letter, '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}');
            let letter = before.find(|letter| !is_modifier(letter));
            let joins = letter.is_some_and(is_written_with_joiners) || is_after(is_written_with_joiners);
            joins || sign == '\u{200d}' && letter.is_some_and(is_picture) && is_after(is_picture)
        }
        '\u{fe0e}' | '\u{fe0f}' => before
            .next()
            .is_some_and(|letter| is_picture(letter) || letter.is_ascii_digit() || "#*".contains(letter)),
        '\u{fe00}'..='\u{fe0d}' | '\u{e0100}'..='\u{e01ef}' => before.next().is_some_and(is_ideograph),
        // The flags of England, Scotland and Wales.
        '\u{e0020}'..='\u{e007f}' => {
            before.find(|letter| !matches!(letter, '\u{e0020}'..='\u{e007f}')) == Some('\u{1f3f4}')
        }
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}' => is_mixed,
        _ => false,
    }
}

fn runs_from_right(letter: char) -> bool {
    letter.is_alphabetic()
        && matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Arabic, and the scripts from India to Mongolia.
fn is_written_with_joiners(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{109f}' | '\u{1780}'..='\u{18af}'
        | '\u{a800}'..='\u{abff}' | '\u{fb50}'..='\u{fdcf}' | '\u{fe70}'..='\u{fefe}' | '\u{11000}'..='\u{11fff}')
}

fn is_picture(letter: char) -> bool {
    matches!(letter, '\u{a9}' | '\u{ae}' | '\u{203c}'..='\u{205e}' | '\u{2100}'..='\u{2bff}'
        | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{1f000}'..='\u{1faff}')
}

fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::hidden_signs;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = hidden_signs(text);
        let found: Vec<(&str, &str)> =
            found.iter().map(|sign| (&text[sign.range.clone()], sign.name)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn signs_that_nobody_sees_are_found_however_they_are_written() {
        check(
            "Ring\u{200b} oss\u{202e}",
            &[("\u{200b}", "ZERO WIDTH SPACE"), ("\u{202e}", "RIGHT-TO-LEFT OVERRIDE")],
        );
        check("a&#x202E;b&zwj;c", &[("&#x202E;", "RIGHT-TO-LEFT OVERRIDE"), ("&zwj;", "ZERO WIDTH JOINER")]);
        check(
            "a = \"\\u2066x\\u2069\"",
            &[("\\u2066", "LEFT-TO-RIGHT ISOLATE"), ("\\u2069", "POP DIRECTIONAL ISOLATE")],
        );
        check("a\u{2060}\u{feff}\u{34f}b", &[("\u{2060}\u{feff}\u{34f}", "WORD JOINER")]);
        check("a\u{e0041}\u{e0042}\u{fe0f}", &[("\u{e0041}\u{e0042}\u{fe0f}", "TAG")]);
        check("a\u{fffe}b\u{1ffff}", &[("\u{fffe}", "NONCHARACTER"), ("\u{1ffff}", "NONCHARACTER")]);
        check(
            "Auf\u{200c}lage\u{2028}",
            &[("\u{200c}", "ZERO WIDTH NON-JOINER"), ("\u{2028}", "LINE SEPARATOR")],
        );
        check("\u{1f44d}\u{200d} a", &[("\u{200d}", "ZERO WIDTH JOINER")]);
    }

    #[test]
    fn signs_that_a_script_or_an_emoji_needs_are_none() {
        for text in [
            "Bl\u{e5}b\u{e6}r\u{ad}syltet\u{f8}y &shy;\\u00ad &amp; \u{a0}\u{202f}\u{2011}",
            "\u{1f468}\u{200d}\u{1f469}\u{1f3fd}\u{200d}\u{1f467}, \u{2764}\u{fe0f}\u{200d}\u{1f525}, 1\u{fe0f}\u{20e3}",
            "\u{645}\u{6cc}\u{200c}\u{62e}\u{648}\u{627}\u{647}\u{645}",
            "\u{915}\u{94d}\u{200d}\u{937}",
            "Ring \u{2067}\u{645}\u{631}\u{62d}\u{628}\u{627}\u{2069}\u{200e}!",
            "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "\u{845b}\u{e0100}",
        ] {
            check(text, &[]);
        }
        check("\u{645}\u{202e}\u{631}", &[("\u{202e}", "RIGHT-TO-LEFT OVERRIDE")]);
    }
}
