//! Says in our own words what a TOML file's writer did, from what the TOML reader stumbled over.

use toml::de::Error;

use super::toml::TomlText;
use crate::diagnostic::catalogue::{content::did_you_mean, toml as say};
use crate::diagnostic::{Diagnostic, Diagnostics, Message, nearest};
use crate::model::{Node, NodeKind};
use crate::source::is_unseen;
use crate::span::Span;

/// The parts of a file that could not be read.
#[derive(Debug, Clone, Default)]
pub(super) struct Unread {
    spans: Vec<Span>,
    /// Parts of which all is said: a broken line there follows from the one that they begin with.
    shadows: Vec<Span>,
    /// Whether what the file seems to lack may stand in those parts.
    lossy: bool,
}

impl Unread {
    /// A file of which nothing could be read.
    pub(super) fn everything() -> Self {
        Self { lossy: true, ..Self::default() }
    }

    /// Whether all that is written was read.
    pub(super) fn is_nothing(&self) -> bool {
        !self.lossy
    }

    /// Takes out of a file what a fault above it made part of something else.
    pub(super) fn cut_from(&self, node: &mut Node) {
        let is_read = |span: Span| {
            let start = span.start;
            self.shadows.iter().all(|shadow| !(shadow.start..shadow.end).contains(&start))
        };
        match &mut node.kind {
            NodeKind::List(items) => {
                items.retain(|item| is_read(item.span));
                for item in items {
                    self.cut_from(item);
                }
            }
            NodeKind::Table(entries) => {
                entries.retain(|entry| is_read(entry.key.span));
                for entry in entries {
                    self.cut_from(&mut entry.value);
                }
            }
            _ => {}
        }
    }

    /// Takes back those findings since `before` that only follow from what could not be read.
    pub(super) fn take_back(&self, before: usize, found: &mut Diagnostics) {
        let follows = |span: Span| {
            let at_the_file = span.range().is_empty() && self.lossy;
            at_the_file
                || self.spans.iter().any(|unread| {
                    unread.file == span.file && (unread.start..unread.end).contains(&span.start)
                })
        };
        found.retain_since(before, |finding| !follows(finding.span));
    }
}

/// Reports each broken line once, with what the reader says of it first.
pub(super) fn report_syntax_errors(
    toml: TomlText<'_>,
    errors: &[Error],
    root: &Node,
    found: &mut Diagnostics,
) -> Unread {
    let mut errors: Vec<(std::ops::Range<usize>, &str)> =
        errors.iter().map(|error| (error.span().unwrap_or(0..0), error.message())).collect();
    errors.sort_by_key(|(range, _)| range.start);
    let mut unread = Unread::default();
    let mut reported: Vec<usize> = Vec::new();
    let duplicates: Vec<usize> = errors
        .iter()
        .filter(|(_, words)| words.contains("duplicate key"))
        .map(|(range, _)| range.start)
        .collect();
    for (mut range, words) in errors {
        // The end of the file is where the reader noticed; the writer forgot it where the text begins.
        if let (true, Some(open)) = (words.contains("multi-line"), toml.text[..range.start].rfind("\"\"\"")) {
            range = open..open + 3;
        }
        let line = line_at(toml.text, range.start);
        let shadowed = |shadow: &Span| (shadow.start..shadow.end).contains(&toml.span(line.clone()).start);
        if reported.contains(&line.start) || unread.shadows.iter().any(shadowed) {
            continue;
        }
        reported.push(line.start);
        if let Some(open) = open_list(toml.text, &line) {
            unread.shadows.push(toml.span(line.start..toml.text.len()));
            unread.spans.push(toml.span(open.start..toml.text.len()));
            unread.lossy = true;
            let error = Diagnostic::error("toml-syntax", toml.span(open), say::list_not_closed());
            found.push(error.with_help(say::close_list()));
            continue;
        }
        let is_header = toml.text[line.clone()].trim_start().starts_with('[');
        let is_duplicate = words.contains("duplicate key");
        let shadow = if is_header { line.start..next_header(toml.text, line.end) } else { line.clone() };
        // Several keys of one part stand there twice if the header between them is missing.
        let rest = line.end..next_header(toml.text, line.end);
        let is_block = is_duplicate && !is_header && duplicates.iter().any(|start| rest.contains(start));
        let shadow = if is_block { line.start..rest.end } else { shadow };
        if is_block || is_duplicate && is_header {
            unread.shadows.push(toml.span(shadow.clone()));
        }
        unread.spans.push(toml.span(shadow));
        unread.lossy |= is_header || is_block || !is_duplicate;
        found.push(if is_block {
            duplicate(toml, range, line, false).with_help(say::write_the_header_between())
        } else if is_duplicate {
            duplicate(toml, range, line, is_header)
        } else {
            let place = place(toml.text, range, &line, is_header);
            let text = &toml.text[line.clone()];
            let (place, headline, help) = foreign_sign(text, line.start).unwrap_or_else(|| {
                let (headline, help) = sentence(words, text, &toml.text[place.clone()]);
                (place, headline, help)
            });
            Diagnostic::error("toml-syntax", toml.span(place), headline).with_help(help)
        });
    }
    if unread.lossy && matches!(&root.kind, NodeKind::Table(entries) if entries.is_empty()) {
        unread.spans.push(toml.span(0..toml.text.len()));
    }
    unread
}

/// The line that opens a list which is still open where another key or a header follows.
fn open_list(text: &str, line: &std::ops::Range<usize>) -> Option<std::ops::Range<usize>> {
    let follows = text[line.clone()].trim_start();
    let is_key = |line: &str| {
        let key = line.split_once('=').map_or("", |(key, _)| key.trim());
        !key.is_empty() && key.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_.".contains(letter))
    };
    if !is_key(follows) && !follows.starts_with('[') {
        return None;
    }
    let mut starts = text[..line.start].rmatch_indices('\n').map(|(newline, _)| newline + 1).skip(1);
    let key_above = starts.find(|start| is_key(&text[line_at(text, *start)]));
    let opens = line_at(text, key_above.unwrap_or(0));
    let between = &text[opens.start..line.start];
    let mut is_quoted = false;
    let outside = between.chars().filter(|sign| {
        is_quoted ^= *sign == '"';
        !is_quoted
    });
    let depth: i32 = outside.map(|sign| i32::from(sign == '[') - i32::from(sign == ']')).sum();
    (depth > 0 && is_key(between)).then(|| opens.start..opens.start + text[opens.clone()].trim_end().len())
}

fn duplicate(
    toml: TomlText<'_>,
    range: std::ops::Range<usize>,
    line: std::ops::Range<usize>,
    is_header: bool,
) -> Diagnostic {
    let written = toml.text[line.clone()].trim();
    let key = if is_header { written } else { toml.text.get(range.clone()).unwrap_or_default() };
    let error = Diagnostic::error("duplicate-key", toml.span(range), say::duplicate_key(key))
        .with_help(say::keep_one());
    let before = &toml.text[..line.start];
    let block = if is_header { 0 } else { before.rfind("\n[").map_or(0, |at| at + 1) };
    let same = |text: &str| {
        let rest = text.trim_start().strip_prefix(key);
        rest.is_some_and(|rest| is_header || rest.trim_start().starts_with(['=', '.']))
    };
    let mut at = block;
    for text in before[block..].split_inclusive('\n') {
        if same(text) {
            let start = at + (text.len() - text.trim_start().len());
            return error.with_related(toml.span(start..start + key.len()), say::first_here());
        }
        at += text.len();
    }
    error
}

/// The line that `offset` is on, without its end.
fn line_at(text: &str, offset: usize) -> std::ops::Range<usize> {
    let start = text[..offset].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[offset..].find('\n').map_or(text.len(), |newline| offset + newline);
    start..end
}

fn next_header(text: &str, from: usize) -> usize {
    text[from..].find("\n[").map_or(text.len(), |at| from + at + 1)
}

/// What is shown: the whole words that the reader stumbled over,
/// or the line's own text for a fault at its end.
fn place(
    text: &str,
    range: std::ops::Range<usize>,
    line: &std::ops::Range<usize>,
    is_header: bool,
) -> std::ops::Range<usize> {
    if !text[range.clone()].trim().is_empty() {
        let in_word = |letter: char| {
            !letter.is_whitespace() && !"[]{}=,\"'#".contains(letter) && (letter != '.' || !is_header)
        };
        let before: usize = text[line.start..range.start]
            .chars()
            .rev()
            .take_while(|letter| in_word(*letter))
            .map(char::len_utf8)
            .sum();
        let after: usize =
            text[range.end..].chars().take_while(|letter| in_word(*letter)).map(char::len_utf8).sum();
        return range.start - before..range.end + after;
    }
    let written = text[line.clone()].trim();
    let start = line.start + text[line.clone()].find(written).unwrap_or(0);
    start..start + written.len()
}

/// A sign outside of quotes that a text program puts there and nobody sees as what it is: its place, what it
/// is, and what to do about it.
fn foreign_sign(line: &str, start: usize) -> Option<(std::ops::Range<usize>, Message, Option<Message>)> {
    // A text that begins straight and ends with a curly quote goes on to the end of the line.
    if line.matches('"').count() == 1
        && let Some((at, sign)) = line.char_indices().rfind(|(_, sign)| "“”„‟".contains(*sign))
        && line[at + sign.len_utf8()..].trim().is_empty()
    {
        let place = start + at..start + at + sign.len_utf8();
        return Some((place, say::curly_quotes(&sign.to_string()), Some(say::write_straight_quotes())));
    }
    let mut is_quoted = false;
    let outside = line.char_indices().filter(|(_, sign)| {
        is_quoted ^= *sign == '"';
        !is_quoted && !sign.is_ascii()
    });
    for (at, sign) in outside {
        let place = start + at..start + at + sign.len_utf8();
        let column = line[..at].chars().count() + 1;
        if "“”„‟«»‘’".contains(sign) {
            return Some((place, say::curly_quotes(&sign.to_string()), Some(say::write_straight_quotes())));
        }
        if sign.is_whitespace() && !matches!(sign, '\u{2028}' | '\u{2029}') {
            return Some((place, say::other_space(column), Some(say::write_an_ordinary_space())));
        }
        if is_unseen(sign) || sign.is_whitespace() {
            let code = format!("U+{:04X}", u32::from(sign));
            return Some((place, say::unseen_sign(column, &code), Some(say::delete_the_sign())));
        }
    }
    None
}

/// Keys whose Norwegian names have letters that no key has: `lørdag`.
const WEEKDAYS: [&str; 2] = ["saturday", "sunday"];

/// What is wrong, and what to do about it.
fn sentence(words: &str, line: &str, at: &str) -> (Message, Option<Message>) {
    let says = |part: &str| words.contains(part);
    let key = line.split('=').next().unwrap_or_default().trim();
    let has_no_value = line.split_once('=').is_some_and(|(_, value)| value.trim().is_empty());
    if says("recur") {
        (say::nested_too_deeply(), None)
    } else if says("escape") || says("unicode hexadecimal") || says("unicode value") {
        (say::backslash_in_text(), Some(say::write_two_backslashes()))
    } else if says("multi-line basic string") || says("multi-line literal string") {
        (say::long_text_not_closed(), Some(say::close_long_text()))
    } else if says("basic string")
        || says("literal string") && !says("must be quoted")
        || says("opening quote")
    {
        (say::text_not_closed(), Some(say::close_text()))
    } else if says("unclosed array table") || says("unclosed table") || says("missing table open") {
        (say::header_not_closed(), Some(say::close_header()))
    } else if says("unclosed array") || says("missing array opening") {
        (say::list_not_closed(), Some(say::close_list()))
    } else if says("unclosed inline table") || says("missing inline table opening") {
        (say::braces_not_closed(), Some(say::close_braces()))
    } else if says("missing comma") {
        (say::comma_is_missing(), Some(say::separate_with_commas()))
    } else if says("extra comma") {
        (say::comma_too_many(), Some(say::remove_the_comma()))
    } else if says("missing assignment") || says("key with no value") {
        (say::equals_sign_is_missing(), Some(say::write_key_and_value()))
    } else if says("extra `=`") || says("extra assignment") || says("unexpected `=`") {
        (say::equals_sign_too_many(), Some(say::write_key_and_value()))
    } else if says("missing value") || has_no_value {
        (say::value_is_missing(key), Some(say::write_key_and_value()))
    } else if says("unquoted key") || says("keys cannot be") || says("for inline table element") {
        let key = at_or(at, line);
        let meant = nearest(key, WEEKDAYS.iter().copied());
        (say::not_a_key(key), Some(meant.map_or_else(say::keys_are, did_you_mean)))
    } else if says("with a dotted key") {
        (say::key_has_a_value_already(key), None)
    } else if is_day_of_no_month(at) {
        (say::no_such_day(at.trim()), Some(say::look_at_the_month()))
    } else if says("must be quoted")
        || says("invalid value")
        || says("number")
        || says("float")
        || says("integer")
        || says("date")
        || says("digits")
        || says("leading zero")
        || says("radix")
        || says("sign")
    {
        (say::value_without_quotes(key), Some(say::put_in_quotes()))
    } else if says("unexpected key or value") || says("unexpected content") || says("invalid key-value pair")
    {
        (say::something_after_the_value(), Some(say::one_key_a_line()))
    } else {
        (say::line_cannot_be_read(), None)
    }
}

/// `2026-06-31`: written as a date is, and no day.
fn is_day_of_no_month(text: &str) -> bool {
    let parts: Vec<&str> = text.trim().split('-').collect();
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    parts.iter().map(|part| part.len()).eq([4, 2, 2])
        && parts.iter().all(is_number)
        && text.trim().parse::<jiff::civil::Date>().is_err()
}

fn at_or<'a>(at: &'a str, line: &'a str) -> &'a str {
    if at.trim().is_empty() { line.trim() } else { at.trim() }
}

#[cfg(test)]
mod tests {
    use super::super::toml::parse_toml;
    use super::*;
    use crate::span::FileId;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut found = Diagnostics::new();
        parse_toml(TomlText { file: FileId(0), text, offset: 0 }, &mut found);
        let line = |d: Diagnostic| {
            let line = text[..d.span.range().start].matches('\n').count() + 1;
            format!("{line} `{}` {}", &text[d.span.range()], d.headline)
        };
        let said: Vec<String> = found.into_sorted().into_iter().map(line).collect();
        assert_eq!(said, expected, "{text}");
    }

    #[test]
    fn each_slip_of_the_pen_is_named_once_where_it_is() {
        check("a = \"x\nb = \"y\"\n", &["1 `a = \"x` the text lacks a quote"]);
        check("a = x\"\n", &["1 `a = x\"` the text lacks a quote"]);
        check("a = Nordlys Oslo\n", &["1 `Nordlys Oslo` the value of `a` cannot be read"]);
        check("a = 'x\n", &["1 `a = 'x` the text lacks a quote"]);
        check("a = \"\"\"x\nb\n", &["1 `\"\"\"x` the text lacks its three closing quotes"]);
        check("a \"x\"\n", &["1 `a \"x\"` an equals sign is missing"]);
        check("a\n", &["1 `a` an equals sign is missing"]);
        check("a == \"x\"\n", &["1 `=` there is one equals sign too many"]);
        check("a =\nb = 1\n", &["1 `a =` `a` has no value"]);
        check("= 1\n", &["1 `= 1` `= 1` cannot be a key"]);
        check("n\u{e5} = 1\n", &["1 `n\u{e5}` `n\u{e5}` cannot be a key"]);
        check("a = [\"x\"\nb = 1\n", &["1 `a = [\"x\"` the list lacks a bracket"]);
        check("a = [\"x\" \"y\"]\n", &["1 `a = [\"x\" \"y\"]` a comma is missing"]);
        check("a = [\"x\", # y\n\n[b]\nc = 1\nd = 2\n", &["1 `a = [\"x\", # y` the list lacks a bracket"]);
        check("a = [\n  \"x\"\n  \"y\",\n]\n", &["3 `\"y\",` a comma is missing"]);
        check("[a]\nb = 1\nc = 2\nb = 3\nc = 4\nd = 5\n", &["4 `b` `b` is written twice"]);
        check("a = { x = 1\n", &["1 `a = { x = 1` a brace is missing"]);
        check("[a\nb = 1\n", &["1 `[a` the name in brackets lacks a bracket"]);
        check("a]\n", &["1 `a]` an equals sign is missing"]);
        check("a = \"C:\\kart\"\n", &["1 `a = \"C:\\kart\"` the sign after `\\` means nothing here"]);
        check("a = 2026-13-45\n", &["1 `2026-13-45` there is no day `2026-13-45`"]);
        check("a = 2026-06-31\n", &["1 `2026-06-31` there is no day `2026-06-31`"]);
        check("a = \"x\u{201d}\n", &["1 `\u{201d}` `\u{201d}` is no quote that starts or ends a text here"]);
        check("a\u{2028}= 1\n", &["1 `\u{2028}` column 2 holds a sign that nobody sees (U+2028)"]);
        check("a = 20.06.2026\n", &["1 `20.06.2026` the value of `a` cannot be read"]);
        check("a = 1 b = 2\n", &["1 `1 b` the value of `a` cannot be read"]);
        check("a = true // ja\n", &["1 `true // ja` the value of `a` cannot be read"]);
        check("a = 1\na = 2\n", &["2 `a` `a` is written twice"]);
        check("a = 1\na.b = 2\n", &["2 `a.b` `a.b` already has a value further up"]);
        check("[a]\n[a]\n", &["2 `a` `[a]` is written twice"]);
        check(
            "a = \u{201c}x\u{201d}\n",
            &["1 `\u{201c}` `\u{201c}` is no quote that starts or ends a text here"],
        );
        check("a = \u{ab}x\u{bb}\n", &["1 `\u{ab}` `\u{ab}` is no quote that starts or ends a text here"]);
        check(
            "a\u{a0}= 1\n",
            &["1 `\u{a0}` column 2 holds a no-break space, which looks like an ordinary one"],
        );
        check("a\u{200b} = 1\n", &["1 `\u{200b}` column 2 holds a sign that nobody sees (U+200B)"]);
    }
}
