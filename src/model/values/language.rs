use std::fmt;

use crate::diagnostic::catalogue::values as say;
use crate::model::{Invalid, TextValue};

/// A language of the site, as a BCP 47 tag: `nb`, `nn`, `en`, `se`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(String);

impl Language {
    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextValue for Language {
    const IS_SHOWN: bool = false;

    /// Two or three small letters. `no` stands for both written forms of Norwegian and is refused.
    fn parse(text: &str) -> Result<Self, Invalid> {
        if text == "no" {
            return Err(Invalid::new(say::language_no(), say::write_nb_or_nn()));
        }
        let good = (2..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase());
        good.then(|| Self(text.to_owned()))
            .ok_or_else(|| Invalid::new(say::not_a_language(text), say::write_nb_or_nn()))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
