//! Where Markdown takes a sign for the beginning of a block and the writer did not mean so.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::parse::placeholder::begins_placeholder;

/// The reader of Markdown, with what felles takes beyond its core.
pub(super) fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
}

/// An open list, and what is known of it.
#[derive(Default)]
struct OpenList {
    /// The numbers of its points, with the places of their first figures; None if they have none.
    points: Option<Vec<(u64, usize)>>,
    /// Where its points begin.
    begins: Vec<usize>,
    /// The blocks within the point that is open.
    blocks: usize,
    /// Whether what it holds, or what stands before it, would take a line without its sign as its own.
    is_woven: bool,
}

/// The signs that Markdown takes for the beginning of a block and the writer did not mean so.
pub(super) fn mistaken(text: &str) -> BTreeSet<usize> {
    let mut signs = BTreeSet::new();
    let mut lists: Vec<OpenList> = Vec::new();
    let definitions = parser(text);
    let words = definitions.reference_definitions().iter().filter(|(_, target)| !is_address(&target.dest));
    signs.extend(words.map(|(_, definition)| definition.span.start));
    for (event, range) in definitions.into_offset_iter() {
        if let (Event::Start(_), Some(list)) = (&event, lists.last_mut()) {
            let is_more = match event {
                Event::Start(Tag::List(_) | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::Table(_)) => true,
                Event::Start(Tag::Paragraph) => {
                    list.blocks += 1;
                    list.blocks > 1
                }
                _ => false,
            };
            list.is_woven |= is_more;
        }
        match event {
            Event::Start(Tag::List(first)) => {
                let around = lists.last().and_then(|list| list.begins.last());
                let is_all_of_a_point = around.is_some_and(|begin| !text[*begin..range.start].contains('\n'));
                let is_woven = !is_all_of_a_point && (around.is_some() || follows_a_point(text, range.start));
                lists.push(OpenList { points: first.map(|_| Vec::new()), is_woven, ..OpenList::default() });
            }
            Event::End(TagEnd::List(_)) => {
                let list = lists.pop().unwrap_or_default();
                match list.points {
                    Some(points) if !list.is_woven && (!counts(&points) || are_ordinals(text, &points)) => {
                        signs.extend(points.into_iter().map(|(_, place)| place));
                    }
                    None if lists.is_empty() && list.begins.len() == 1 && goes_on(text, list.begins[0]) => {
                        let blanks = text[list.begins[0]..].len() - text[list.begins[0]..].trim_start().len();
                        signs.insert(list.begins[0] + blanks);
                    }
                    None if list.begins.iter().all(|start| phone_at(text, *start).is_some()) => {
                        signs.extend(list.begins.iter().filter_map(|start| phone_at(text, *start)));
                    }
                    _ => {}
                }
            }
            Event::Start(Tag::Item) => {
                if let Some(list) = lists.last_mut() {
                    list.blocks = 0;
                    list.begins.push(range.start);
                    list.points.iter_mut().for_each(|points| points.extend(number_at(text, range.start)));
                }
            }
            Event::Start(Tag::BlockQuote(_)) => signs.extend(comparisons(text, range)),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                signs.extend(indented_lines(text, range));
            }
            _ => {}
        }
    }
    signs
}

/// Whether the line at `start` goes on with the one above: `mandag`, `- fredag`; `8`, `+ 10 minutter`.
///
/// A list is announced or stands behind a sentence, and has more than one point.
pub(super) fn goes_on(text: &str, start: usize) -> bool {
    let begin = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let Some(above) = text[..begin].strip_suffix('\n').and_then(|above| above.rsplit('\n').next()) else {
        return false;
    };
    let above = above.trim();
    let behind = text[start..].trim_start().trim_start_matches(['-', '+']).trim_start();
    let is_small = behind.starts_with(|sign: char| sign.is_lowercase() || sign.is_ascii_digit());
    is_small
        && text[start..].trim_start().starts_with(['-', '+'])
        && !above.starts_with(['-', '*', '+', '#', '>', '|'])
        && above.ends_with(|sign: char| sign.is_alphanumeric())
}

/// Whether what stands behind `[word]:` is where something is; else all of it are words.
fn is_address(target: &str) -> bool {
    target.contains([':', '/', '#']) || target.chars().any(begins_placeholder)
}

/// Whether the line before `start` is one of a list: without a sign of its own, a line would go on with it.
fn follows_a_point(text: &str, start: usize) -> bool {
    let begin = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let before = text[..begin].lines().rev().take_while(|line| !line.trim().is_empty());
    let is_point = |line: &str| {
        let line = line.trim_start_matches([' ', '\t', '>']);
        let figures = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
        ["- ", "* ", "+ "].iter().any(|sign| line.starts_with(sign))
            || figures.len() < line.len() && figures.starts_with(['.', ')'])
    };
    before.into_iter().any(is_point)
}

/// The written numbers of the points of lists that do not count and are lists all the same,
/// by where they begin.
pub(super) fn written_numbers(text: &str) -> BTreeMap<usize, u64> {
    let mut written = BTreeMap::new();
    let mut lists: Vec<Option<Vec<(u64, usize)>>> = Vec::new();
    for (event, range) in parser(text).into_offset_iter() {
        match event {
            Event::Start(Tag::List(first)) => lists.push(first.map(|_| Vec::new())),
            Event::Start(Tag::Item) => {
                if let Some(Some(points)) = lists.last_mut() {
                    points.extend(number_at(text, range.start).map(|(number, _)| (number, range.start)));
                }
            }
            Event::End(TagEnd::List(_)) => {
                let points = lists.pop().flatten().unwrap_or_default();
                // With the same number everywhere, Markdown is asked to count.
                let is_asked = points.windows(2).all(|pair| pair[0].0 == pair[1].0);
                if !counts(&points) && !is_asked {
                    written.extend(points.into_iter().map(|(number, start)| (start, number)));
                }
            }
            _ => {}
        }
    }
    written
}

/// Whether points are numbered one after the other, as only a list is.
fn counts(points: &[(u64, usize)]) -> bool {
    points.len() != 1 && points.windows(2).all(|pair| pair[0].0 + 1 == pair[1].0)
}

/// Whether numbers that count are days of months, or the first and the second of one thing: `1. mai`, `2.
/// mai`; `1. klasse`, `2. klasse`.
fn are_ordinals(text: &str, points: &[(u64, usize)]) -> bool {
    const MONTHS: [&str; 24] = [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
        "january",
        "february",
        "march",
        "may",
        "june",
        "july",
        "october",
        "december",
        "januari",
        "februari",
        "maj",
        "augusti",
    ];
    let word = |(_, place): &(u64, usize)| {
        let behind = text[*place..].trim_start_matches(|sign: char| sign.is_ascii_digit());
        let behind = behind.strip_prefix('.')?.trim_start_matches(' ');
        let end = behind.find(|sign: char| !sign.is_alphabetic()).unwrap_or(behind.len());
        Some(&behind[..end]).filter(|word| !word.is_empty())
    };
    let words: Option<Vec<&str>> = points.iter().map(word).collect();
    let Some(words) = words.filter(|words| words.len() > 1) else { return false };
    words.iter().all(|word| MONTHS.contains(&word.to_lowercase().as_str()))
        || words[0].starts_with(char::is_lowercase) && words.iter().all(|word| *word == words[0])
}

/// The number of the point that begins at `start`, and where its first figure is.
fn number_at(text: &str, start: usize) -> Option<(u64, usize)> {
    let place = start + text[start..].find(|sign: char| sign.is_ascii_digit())?;
    let rest = &text[place..];
    let end = rest.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(rest.len());
    Some((rest[..end].parse().ok()?, place))
}

/// The place of the plus before a telephone number at `start`.
fn phone_at(text: &str, start: usize) -> Option<usize> {
    const SHORTEST: usize = 7;
    let line = text[start..].trim_start();
    let number = line.strip_prefix('+')?;
    let is_part = |sign: char| sign.is_ascii_digit() || " ()\u{a0}-".contains(sign);
    let number = &number[..number.find(|sign: char| !is_part(sign)).unwrap_or(number.len())];
    let figures = number.chars().filter(char::is_ascii_digit).count();
    (figures >= SHORTEST).then(|| text.len() - line.len())
}

/// The signs of a quotation of which every line begins with a number that is no point of a list.
fn comparisons(text: &str, quotation: Range<usize>) -> Vec<usize> {
    let mut at = quotation.start;
    let mut signs = Vec::new();
    for line in text[quotation].split_inclusive('\n') {
        let quoted = line.trim_start_matches([' ', '\t']);
        let place = at + line.len() - quoted.len();
        at += line.len();
        let Some(number) = quoted.strip_prefix('>') else { return Vec::new() };
        let number = number.trim_start_matches(['=', ' ', '\t', '\u{a0}']);
        let behind = number.trim_start_matches(|sign: char| sign.is_ascii_digit());
        if behind.len() == number.len() || behind.starts_with(['.', ')']) {
            return Vec::new();
        }
        signs.push(place);
    }
    signs
}

/// The blanks that make code of each line of a block: the last four, or the last tab.
fn indented_lines(text: &str, block: Range<usize>) -> Vec<usize> {
    const INDENTATION: usize = 4;
    let mut at = block.start;
    let mut blanks = Vec::new();
    for (number, line) in text[block].split_inclusive('\n').enumerate() {
        let bare = line.trim_start_matches([' ', '\t']);
        let is_indented = line.starts_with('\t') || line.len() - bare.len() >= INDENTATION;
        let bare = if number == 0 || is_indented { bare } else { line.trim_start_matches([' ', '\t', '>']) };
        let begin = at + line.len() - bare.len();
        let before = text[..begin].char_indices().rev().take_while(|(_, blank)| matches!(blank, ' ' | '\t'));
        let spaces = before.clone().take_while(|(_, blank)| *blank == ' ').take(INDENTATION);
        let taken = spaces.count().max(1);
        if !line.trim().is_empty() {
            blanks.extend(before.take(taken).map(|(place, _)| place));
        }
        at += line.len();
    }
    blanks
}
