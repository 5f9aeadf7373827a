//! A sign of Markdown, or of another program, that was meant to do something and is left in the text:
//! `**Merk:**Barn`, `##Tittel`, `{clinic.name}`.

use std::ops::Range;

use super::disguised_address::{SIGNS, STOPS};
use super::signs_of_programs::{is_escaped, signs_of_programs};
use crate::check::prose::{BlockKind, PLACEHOLDER, PhraseHit, TextBlock};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Message, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "sign-left", severity: Severity::Warning, looks: Looks::Prose(&[], check) };

/// Signs with which word processors begin a point.
const POINTS: &str = "–—→➢➤➔✓✔◦‣●○■□▪❖";

/// Signs with which other programs begin a box.
const BOXES: [&str; 3] = [":::", "!!!", "???"];

fn check(reading: &Reading<'_>, _: &[PhraseHit], found: &mut Diagnostics) {
    for (index, block) in reading.blocks.iter().enumerate() {
        if block.kind == BlockKind::Code {
            let first = block.text.find('\n').unwrap_or(block.text.len());
            let finding = RULE.at_span(reading.span(block, &(0..first)), say::sign_left("```"));
            found.push(finding.with_help(say::delete_the_sign()));
            continue;
        }
        let neighbours = [index.checked_sub(1), Some(index + 1)].into_iter().flatten();
        let is_in_a_row = neighbours.filter_map(|index| reading.blocks.get(index)).any(|block| {
            at_the_start(block, true)
                .is_some_and(|(sign, _)| !block.text.starts_with('#') && !sign.is_empty())
        });
        for (range, help) in at_the_start(block, is_in_a_row).into_iter().chain(within(block)) {
            let headline = say::sign_left(&block.text[range.clone()].replace(PLACEHOLDER, "{{ … }}"));
            found.push(RULE.at_span(reading.span(block, &range), headline).with_help(help));
        }
    }
}

/// What a block begins with that was meant to make it another block.
///
/// A dash alone begins what somebody said, if no other paragraph or line begins so.
fn at_the_start(block: &TextBlock, is_in_a_row: bool) -> Option<(Range<usize>, Message)> {
    if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Item) {
        return None;
    }
    let text = block.text.as_str();
    let sign = text.chars().next()?;
    let behind = &text[sign.len_utf8()..];
    let follows_a_letter = behind.starts_with(char::is_alphabetic);
    let follows_a_word = behind.trim_start_matches(' ').starts_with(char::is_alphabetic);
    let is_apart = follows_a_word && !follows_a_letter;
    let is_said = matches!(sign, '–' | '—')
        && !is_in_a_row
        && (!behind.contains(sign) || text.ends_with(['.', '!', '?']));
    if let Some(sign) = BOXES.iter().find(|sign| text.starts_with(**sign)) {
        return Some((0..sign.len(), say::there_are_no_boxes()));
    }
    let help = match sign {
        '#' if behind.trim_start_matches(['#', ' ']).starts_with(char::is_alphabetic) => {
            say::write_a_subhead()
        }
        '|' if text.trim_end().len() > 1 && text.trim_end().ends_with('|') => say::write_a_table(),
        '-' | '*' | '+' if follows_a_word => say::write_a_point(),
        // Word's bullets of the second and third level.
        'o' | '§' | '»' if is_apart => say::write_a_point(),
        '-' | '~' if is_rule_of_signs(text, sign) => say::delete_the_sign(),
        sign if POINTS.contains(sign) && follows_a_word && !is_said => say::write_a_point(),
        _ => return None,
    };
    let length = text.chars().take_while(|letter| *letter == sign).map(char::len_utf8).sum();
    Some((0..length, help))
}

/// Whether a text begins with a row of one sign before its words: `--- Tillegg`, `~ Merk`.
fn is_rule_of_signs(text: &str, sign: char) -> bool {
    let behind = text.trim_start_matches(sign);
    let row = text.len() - behind.len();
    behind.trim_start().starts_with(char::is_alphabetic) && (row > 2 || sign == '~' && row == 1)
}

/// Whether any of the signs stands in a text that are looked for within one, or a placeholder:
/// most texts have none.
fn may_hold_signs(text: &str) -> bool {
    let is_sign = |byte: u8| {
        matches!(byte, b'*' | b'`' | b'{' | b'}' | b'%' | b'_' | b'=' | b'~' | b'$' | b'/' | b'&' | b'[')
            || matches!(byte, b'|' | b'<' | 0xEF)
    };
    text.bytes().any(is_sign) || text.contains(". .")
}

/// What stands in a text as it was typed.
fn within(block: &TextBlock) -> Vec<(Range<usize>, Message)> {
    let text = block.text.as_str();
    let mut left = Vec::new();
    if !may_hold_signs(text) {
        return left;
    }
    // More of them in a row stand for figures that are not shown.
    let is_pair = |at: &usize| !text[..*at].ends_with('*') && !text[at + 2..].starts_with('*');
    let stars: Vec<usize> = text
        .match_indices("**")
        .map(|(at, _)| at)
        .filter(|at| is_pair(at) && !is_escaped(block, *at) && !is_escaped(block, at + 1))
        .collect();
    // Two of them were meant for the words between.
    left.extend(stars.chunks(2).map(|pair| (pair[0]..pair[pair.len() - 1] + 2, say::write_bold())));
    // In a table it is an apostrophe that looks so.
    let ticks = text.match_indices('`').filter(|_| block.kind != BlockKind::Field);
    left.extend(ticks.map(|(at, sign)| (at..at + sign.len(), say::delete_the_sign())));
    let mut at = 0;
    while let Some(open) = text[at..].find(['{', '}']).map(|open| at + open) {
        let close = text[open..].find('}').map_or(open + 1, |close| open + close + 1);
        at = close + text[close..].len() - text[close..].trim_start_matches([' ', '}']).len();
        let end = close + text[close..at].rfind('}').map_or(0, |last| last + 1);
        // Two braces were made plain on purpose, or are an error already.
        let is_plain = text[open..].starts_with("{{");
        // What an address has instead of its signs is found by another rule.
        let inside = text[open..end].trim_matches(['{', '}', ' ']).to_lowercase();
        if !is_plain && !SIGNS.iter().chain(&STOPS).any(|sign| *sign == inside) {
            left.push((open..end, say::write_two_braces()));
        }
    }
    left.extend(lone_stops(text).map(|at| (at..at + 1, say::delete_the_sign())));
    left.extend(percent_names(text).into_iter().map(|range| (range, say::write_two_braces())));
    left.extend(signs_of_programs(block));
    left.extend(open_bracket(text).map(|at| (at..at + 1, say::close_the_bracket())));
    left
}

/// A full stop that ends nothing: `våre. .`. More of them are a line to write on.
fn lone_stops(text: &str) -> impl Iterator<Item = usize> {
    let stops = text.match_indices(". .").map(|(at, _)| at + 2);
    stops.filter(|at| {
        let (before, behind) = (&text[..at - 2], text[at + 1..].trim_start());
        !before.trim_end().ends_with('.') && !behind.starts_with('.')
    })
}

/// `%name%`
fn percent_names(text: &str) -> Vec<Range<usize>> {
    let signs: Vec<usize> = text.match_indices('%').map(|(at, _)| at).collect();
    let is_name = |name: &str| {
        !name.is_empty() && name.chars().all(|letter| letter.is_alphabetic() || "_.-".contains(letter))
    };
    let pairs = signs.windows(2).filter(|pair| is_name(&text[pair[0] + 1..pair[1]]));
    pairs.map(|pair| pair[0]..pair[1] + 1).collect()
}

/// The last bracket, if it opens and does not close.
fn open_bracket(text: &str) -> Option<usize> {
    let last = text.rfind('[')?;
    (!text[last..].contains(']')).then_some(last)
}
