use std::borrow::Borrow;
use std::fmt;

use crate::diagnostic::catalogue::values as say;
use crate::model::{Invalid, TextValue};

/// The name by which one thing is known in the content: a file's or folder's name, or a table's key.
///
/// Small letters a to z and digits, in words joined by single hyphens, at most 63 bytes; so it is good for a
/// path, a URL, an anchor and a label of a host's name (RFC 1035, 2.3.4) on every system.
/// Names that Windows keeps for itself (`con`, `nul`, `com1`) are refused.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

/// How many bytes an id has at most.
const LONGEST: usize = 63;

const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

impl Id {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id that a name suggests: `Blåbær Klinikken` gives `blabaer-klinikken`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        suggestion(name).and_then(|id| Self::parse(&id).ok())
    }

    /// The id of a part of this: `ivf` and `phone` make `ivf.phone`.
    #[must_use]
    pub fn joined(&self, part: &Self) -> Self {
        Self(format!("{}.{}", self.0, part.0))
    }
}

/// An id is found in a map by its text: it is ordered as its text is.
impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl TextValue for Id {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let word = |word: &str| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        if is_kept_by_windows(&text.to_lowercase()) {
            return Err(Invalid::new(say::id_is_reserved(text), None));
        }
        if text.len() > LONGEST || !text.split('-').all(word) {
            return Err(Invalid::new(
                say::not_an_id(text),
                suggestion(text).as_deref().map(say::write_it_as),
            ));
        }
        Ok(Self(text.to_owned()))
    }
}

/// Whether Windows keeps a name for itself: it gives a device instead of a file.
#[must_use]
pub fn is_kept_by_windows(name: &str) -> bool {
    let number = name.strip_prefix("com").or(name.strip_prefix("lpt"));
    RESERVED.contains(&name) || number.is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']))
}

/// What the writer of a bad id may have meant: Norwegian letters spelt out, everything else a hyphen.
fn suggestion(text: &str) -> Option<String> {
    let mut plain = String::new();
    for letter in text.to_lowercase().chars() {
        match letter {
            'æ' => plain.push_str("ae"),
            'ø' => plain.push('o'),
            'å' => plain.push('a'),
            'a'..='z' | '0'..='9' => plain.push(letter),
            _ => plain.push('-'),
        }
    }
    let mut joined = String::new();
    // As many whole words as there is room for.
    for word in plain.split('-').filter(|word| !word.is_empty()) {
        let room = LONGEST - joined.len();
        match joined.is_empty() {
            true => joined.push_str(&word[..word.len().min(room)]),
            false if word.len() < room => joined = format!("{joined}-{word}"),
            false => break,
        }
    }
    (!joined.is_empty()).then_some(joined)
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_are_safe_everywhere_are_ids() {
        for good in ["oslo", "c-medical", "1-1", &"x".repeat(63)] {
            assert!(Id::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "../../x",
            "CON",
            "con",
            "com1",
            "a.",
            "a--b",
            "-x",
            "x-",
            "a\0b",
            "a\nb",
            "%2e%2e",
            "\u{202e}x",
            "blå",
            &"x".repeat(64),
        ] {
            assert!(Id::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_reserved_name_is_told_as_reserved_however_it_is_written() {
        for reserved in ["con", "CON", "Aux", "com1", "LPT9"] {
            let told = Id::parse(reserved).unwrap_err().headline.to_string();
            assert!(told.contains("is reserved by Windows"), "{told}");
        }
        for free in ["coma", "comb", "console", "com10", "lpts"] {
            assert!(Id::parse(free).is_ok(), "{free}");
        }
    }

    #[test]
    fn a_bad_id_comes_with_a_good_one() {
        assert_eq!(suggestion("Blåbær Klinikken"), Some("blabaer-klinikken".to_owned()));
    }
}
