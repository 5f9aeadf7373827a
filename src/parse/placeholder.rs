//! Finds `{{ dotted.path }}` in Markdown, and hides it from the Markdown reader.
//!
//! Each placeholder is covered by a private letter and as many `x` as make it as long as it was. To Markdown
//! that is one plain word, so a placeholder is safe in links, tables, code and emphasis,
//! and every byte keeps its offset.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::content as say};
use crate::span::{FileId, Located, Span};

/// The first letter of Unicode's supplementary private use area A; four bytes in UTF-8.
const FIRST: u32 = 0xF_0000;
/// As many placeholders fit into the area; a text with more is not a clause.
const MOST: u32 = 0xFFFD;

/// A text with its placeholders covered.
pub(super) struct Masked {
    /// The text, as long as it was.
    pub text: String,
    /// The placeholders' paths, in order,
    /// each with the letter that stands for it and nowhere else in the text.
    paths: Vec<(char, Located<String>)>,
}

/// A piece of a text that has been through the Markdown reader.
pub(super) enum Piece<'a> {
    /// Text without placeholders.
    Text(&'a str),
    /// A placeholder.
    Placeholder(&'a Located<String>),
}

/// Covers the placeholders of `text`, which begins at `offset` in `file`.
pub(super) fn mask(text: &str, file: FileId, offset: usize, found: &mut Diagnostics) -> Masked {
    let mut masked = Masked { text: String::with_capacity(text.len()), paths: Vec::new() };
    // A letter that the text itself has would take the words behind it away.
    let own = own_letters(text);
    let mut letters = (FIRST..FIRST + MOST).filter_map(char::from_u32).filter(|letter| !own.contains(letter));
    let mut rest = text;
    while let Some(open) = rest.find("{{") {
        let start = text.len() - rest.len() + open;
        let escaped = text[..start].ends_with('\\');
        let (before, from_open) = rest.split_at(open);
        masked.text.push_str(before);
        if escaped {
            masked.text.push_str("{{");
            rest = &from_open[2..];
            continue;
        }
        let close = match close_or_line_end(from_open) {
            Ok(close) => close,
            Err(line_end) => {
                let span = Span::new(file, offset + start..offset + start + 2);
                found.push(
                    Diagnostic::error("placeholder", span, say::placeholder_not_closed())
                        .with_help(say::write_a_placeholder()),
                );
                // More of them on the same line would be the same slip.
                masked.text.push_str(&from_open[..line_end]);
                rest = &from_open[line_end..];
                continue;
            }
        };
        let whole = &from_open[..close + 2];
        let span = Span::new(file, offset + start..offset + start + whole.len());
        let path = whole[2..close].trim();
        let letter = if is_path(path) { letters.next() } else { None };
        if let Some(letter) = letter {
            masked.text.push(letter);
            masked.text.extend(std::iter::repeat_n('x', whole.len() - letter.len_utf8()));
            masked.paths.push((letter, Located::new(path.to_owned(), span)));
        } else {
            found.push(
                Diagnostic::error("placeholder", span, say::placeholder_is_no_path(path))
                    .with_help(say::write_a_placeholder()),
            );
            masked.text.push_str(whole);
        }
        rest = &from_open[whole.len()..];
    }
    masked.text.push_str(rest);
    masked
}

/// Covers the placeholders of a text that has been read before; what is wrong with them has been reported.
pub(crate) fn cover_placeholders(text: &str) -> String {
    mask(text, FileId(0), 0, &mut Diagnostics::new()).text
}

/// The letters of a text that could be taken for the beginning of a covered placeholder.
fn own_letters(text: &str) -> BTreeSet<char> {
    // All of them begin with this byte, which next to no text holds.
    const FIRST_BYTE: u8 = 0xF3;
    let searched = if text.as_bytes().contains(&FIRST_BYTE) { text } else { "" };
    searched.chars().filter(|letter| begins_placeholder(*letter)).collect()
}

/// Whether a letter of a covered text begins a placeholder.
pub(crate) fn begins_placeholder(letter: char) -> bool {
    (FIRST..FIRST + MOST).contains(&u32::from(letter))
}

/// Where the placeholder at the start of `text` ends, or else where the line does;
/// looks no further than that.
fn close_or_line_end(text: &str) -> Result<usize, usize> {
    let bytes = text.as_bytes();
    let end = bytes.iter().enumerate().find(|(at, byte)| **byte == b'\n' || bytes[*at..].starts_with(b"}}"));
    match end {
        Some((at, b'}')) => Ok(at),
        Some((at, _)) => Err(at),
        None => Err(text.len()),
    }
}

fn is_path(path: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte))
    };
    path.contains('.') && path.split('.').all(part)
}

impl Masked {
    /// Splits what the Markdown reader gave back into text and placeholders.
    pub(super) fn pieces<'a>(&'a self, text: &'a str) -> Vec<Piece<'a>> {
        // Most texts have none, and then need no search letter by letter.
        if self.paths.is_empty() {
            return if text.is_empty() { Vec::new() } else { vec![Piece::Text(text)] };
        }
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((at, placeholder)) =
            rest.char_indices().find_map(|(at, letter)| Some((at, self.path_of(letter)?)))
        {
            if at > 0 {
                pieces.push(Piece::Text(&rest[..at]));
            }
            pieces.push(Piece::Placeholder(placeholder));
            let length = placeholder.span.range().len();
            rest = rest.get(at + length..).unwrap_or_default();
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest));
        }
        pieces
    }

    fn path_of(&self, letter: char) -> Option<&Located<String>> {
        let index = self.paths.binary_search_by_key(&letter, |(covered, _)| *covered).ok()?;
        Some(&self.paths[index].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, paths: &[&str], faults: usize) {
        let mut found = Diagnostics::new();
        let masked = mask(text, FileId(0), 0, &mut found);
        assert_eq!(masked.text.len(), text.len(), "{text}");
        assert_eq!(
            masked.paths.iter().map(|(_, path)| path.value.as_str()).collect::<Vec<_>>(),
            paths,
            "{text}"
        );
        assert_eq!(found.count(), faults, "{text}");
    }

    #[test]
    fn placeholders_are_dotted_names_between_braces() {
        check(
            "Ring {{ contacts.privacy.phone }} eller {{clinic.name}}.",
            &["contacts.privacy.phone", "clinic.name"],
            0,
        );
        check("\\{{ clinic.name }} er et tegn", &[], 0);
        check("{{ clinic.name", &[], 1);
        check("{{ clinic name }}", &[], 1);
        check("{{ name | upper }}", &[], 1);
        check("{{}}", &[], 1);
        check("ingen", &[], 0);
    }

    #[test]
    fn a_private_letter_of_a_text_is_no_placeholder() {
        let text = "{{ clinic.name }}\u{f0000} er \u{f0001}en klinikk {{ brand.name }}";
        let masked = mask(text, FileId(0), 0, &mut Diagnostics::new());
        let pieces = masked.pieces(&masked.text).into_iter().map(|piece| match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Placeholder(path) => format!("<{}>", path.value),
        });
        let shown: String = pieces.collect();
        assert_eq!(shown, "<clinic.name>\u{f0000} er \u{f0001}en klinikk <brand.name>");
    }
}
