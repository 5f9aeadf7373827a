//! Letters that a source writes otherwise than they are read.

use html5gum::{Token, Tokenizer};

/// The longest name of a letter in HTML that anybody would type, its marks included.
const LONGEST: usize = 12;

/// The letter that is written otherwise at the start of `text`, and how many bytes that takes.
#[must_use]
pub fn escaped(text: &str) -> Option<(char, usize)> {
    match text.as_bytes().first()? {
        b'&' => of_html(text),
        b'\\' => of_toml(text),
        _ => None,
    }
}

/// `&shy;`, `&#173;` and `&#xad;`, which Markdown and templates take from HTML.
fn of_html(text: &str) -> Option<(char, usize)> {
    let length = text.bytes().take(LONGEST).position(|byte| byte == b';')? + 1;
    // Of a number that no page may have, a complaint comes first.
    let read = Tokenizer::new(&text[..length]).find_map(|token| match token {
        Ok(Token::String(read)) => Some(read),
        _ => None,
    })?;
    let mut letters = str::from_utf8(&read).ok()?.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    Some((letter, length))
}

/// `\u00ad`, and the escapes for white space, as TOML and JSON have them.
fn of_toml(text: &str) -> Option<(char, usize)> {
    let digits = match text.as_bytes().get(1)? {
        b'u' => 4,
        b'U' => 8,
        b'n' | b'r' | b't' | b'f' | b'b' => return Some((' ', 2)),
        _ => return None,
    };
    let number =
        text.get(2..2 + digits).filter(|number| number.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    Some((u32::from_str_radix(number, 16).ok().and_then(char::from_u32)?, 2 + digits))
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_is_written_otherwise_is_one_letter_and_nothing_else_is() {
        let check =
            |text: &str, expected: Option<(char, usize)>| assert_eq!(escaped(text), expected, "{text}");
        check("&shy;tox", Some(('\u{ad}', 5)));
        check("&#173;tox", Some(('\u{ad}', 6)));
        check("&#xAD;tox", Some(('\u{ad}', 6)));
        check("&oslash;", Some(('ø', 8)));
        check("&#x1b;", Some(('\u{1b}', 6)));
        check("&#xD800;", Some(('\u{fffd}', 8)));
        check("\\u00e5s", Some(('å', 6)));
        check("\\U0000AD0", None);
        check("\\nOslo", Some((' ', 2)));
        check("\\u00zz \\*", None);
        check("& mer; &", None);
        check("&ingen; &", None);
        check("&", None);
        check("\\", None);
    }
}
