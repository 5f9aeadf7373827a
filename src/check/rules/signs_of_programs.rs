//! Signs of other programs that are read as letters: notes, colours, fields, tags and entities.

use std::ops::Range;

use crate::check::prose::{BlockKind, PLACEHOLDER, TextBlock};
use crate::diagnostic::{Message, catalogue::prose as say};

/// Where such signs stand in a block, and what to do about each.
pub(super) fn signs_of_programs(block: &TextBlock) -> Vec<(Range<usize>, Message)> {
    let text = block.text.as_str();
    let mut left: Vec<(Range<usize>, Message)> = Vec::new();
    let is_in_address = |range: &Range<usize>| block.addresses.iter().any(|address| address.parts(range));
    // A word between two of them was to be bold, marked or struck out.
    for sign in ["__", "==", "~~"] {
        left.extend(around_words(text, sign).map(|range| (range, say::write_bold())));
    }
    left.extend(star_of_words(block).map(|range| (range, say::write_bold())));
    left.extend(dollar_names(text).map(|range| (range, say::write_two_braces())));
    left.extend(note(text).map(|range| (range, say::delete_the_note())));
    left.extend(entities(text).map(|range| (range, say::write_the_sign_itself())));
    if !text.is_empty() && text.chars().all(|sign| sign == '=') {
        left.push((0..text.len(), say::delete_the_sign()));
    }
    // A table without its outer lines.
    let lines = text.matches(" | ").count();
    if block.kind == BlockKind::Paragraph && lines > 1 && !text.starts_with('|') {
        left.extend(text.find(" | ").map(|at| (at + 1..at + 2, say::write_a_table())));
    }
    if block.kind == BlockKind::Field {
        left.extend(tags(text).map(|range| (range, say::a_text_of_a_table_has_words_alone())));
        let value =
            |(at, sign): (usize, &str)| (at..at + sign.len(), say::a_text_of_a_table_has_words_alone());
        left.extend(text.match_indices(PLACEHOLDER.encode_utf8(&mut [0; 3]) as &str).map(value));
    }
    left.retain(|(range, _)| !is_in_address(range));
    left
}

/// A sign of two letters that touches a word, and stands in no longer row of its letters.
fn around_words<'t>(text: &'t str, sign: &'static str) -> impl Iterator<Item = Range<usize>> + 't {
    let letter = sign.chars().next();
    text.match_indices(sign).filter_map(move |(at, _)| {
        let (before, behind) = (text[..at].chars().next_back(), text[at + sign.len()..].chars().next());
        let touches = |beside: Option<char>| beside.is_some_and(char::is_alphanumeric);
        let is_row = before == letter || behind == letter;
        (!is_row && (touches(before) || touches(behind))).then_some(at..at + sign.len())
    })
}

/// A star that opens and does not close: ` *viktig`. One behind a word points to a note.
fn star_of_words(block: &TextBlock) -> impl Iterator<Item = Range<usize>> {
    let text = block.text.as_str();
    text.match_indices(" *").filter_map(|(at, _)| {
        let behind = &text[at + 2..];
        let opens = behind.starts_with(char::is_alphabetic) && !behind.contains('*');
        (opens && !is_escaped(block, at + 1)).then_some(at + 1..at + 2)
    })
}

/// Whether a sign was made plain with a backslash before it.
pub(super) fn is_escaped(block: &TextBlock, at: usize) -> bool {
    let place = block.source(&(at..at + 1));
    let before = at.checked_sub(1).map(|before| block.source(&(before..at)));
    before.is_some_and(|before| before.end + 1 == place.start)
}

/// `$clinic.name$`, `$navn`
fn dollar_names(text: &str) -> impl Iterator<Item = Range<usize>> {
    let signs: Vec<usize> = text.match_indices('$').map(|(at, _)| at).collect();
    let is_name = |name: &str| {
        name.starts_with(char::is_alphabetic)
            && name.chars().all(|letter| letter.is_alphanumeric() || "_.-".contains(letter))
    };
    let pairs: Vec<Range<usize>> = signs
        .windows(2)
        .filter(|pair| is_name(&text[pair[0] + 1..pair[1]]))
        .map(|pair| pair[0]..pair[1] + 1)
        .collect();
    let alone = signs.iter().filter_map(|at| {
        let name = &text[at + 1..];
        let end = name.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(name.len());
        let is_apart = !text[..*at].ends_with(char::is_alphanumeric);
        (is_apart && end > 2 && is_name(&name[..end])).then_some(*at..at + 1 + end)
    });
    let is_in_a_pair = |range: &Range<usize>| pairs.iter().any(|pair| pair.contains(&range.start));
    let alone: Vec<Range<usize>> = alone.filter(|range| !is_in_a_pair(range)).collect();
    pairs.into_iter().chain(alone)
}

/// A note to oneself, as programs write them: `// husk`, `%% husk`, `/* husk */`.
fn note(text: &str) -> Option<Range<usize>> {
    if let Some(open) = text.find("/*") {
        let close = text[open..].find("*/").map_or(text.len(), |close| open + close + 2);
        return Some(open..close);
    }
    let sign = ["// ", "%% ", "%%"].iter().find(|sign| text.starts_with(**sign))?;
    text[sign.len()..].starts_with(char::is_alphabetic).then_some(0..sign.trim_end().len())
}

/// `&nbsp;`, `&#160;`: what web editors write for a space, a dash, an apostrophe or a letter.
fn entities(text: &str) -> impl Iterator<Item = Range<usize>> {
    const NAMES: [&str; 20] = [
        "#160", "#8211", "#8217", "#xa0", "aelig", "amp", "apos", "aring", "bull", "copy", "hellip", "laquo",
        "mdash", "nbsp", "ndash", "oslash", "quot", "raquo", "rsquo", "shy",
    ];
    text.match_indices('&').filter_map(|(at, _)| {
        let rest = &text[at + 1..];
        let name = &rest[..rest.find(';')?];
        NAMES.contains(&name.to_lowercase().as_str()).then_some(at..at + name.len() + 2)
    })
}

/// `<br>`, `</b>`
fn tags(text: &str) -> impl Iterator<Item = Range<usize>> {
    const NAMES: [&str; 14] =
        ["a", "b", "br", "br/", "div", "em", "i", "li", "p", "small", "span", "strong", "u", "ul"];
    text.match_indices('<').filter_map(|(at, _)| {
        let inside = &text[at + 1..at + text[at..].find('>')?];
        let name = inside.trim_start_matches('/').split(' ').next().unwrap_or_default();
        let name = name.to_lowercase();
        // One that nothing closes may be letters that only look so.
        let is_whole = name.starts_with("br") || text.to_lowercase().contains(&format!("</{name}>"));
        (is_whole && NAMES.contains(&name.as_str())).then_some(at..at + inside.len() + 2)
    })
}
