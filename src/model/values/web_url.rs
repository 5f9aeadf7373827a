use std::fmt;

use super::Domain;
use crate::diagnostic::catalogue::values as say;
use crate::model::{Invalid, TextValue};

/// A web address that a page may link to: `https`, a real host, no user name,
/// nothing that could end an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebUrl(String);

impl WebUrl {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextValue for WebUrl {
    const IS_SHOWN: bool = true;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let invalid = || Invalid::new(say::not_a_web_url(text), say::write_a_web_url());
        let rest = text.strip_prefix("https://").ok_or_else(invalid)?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let plain = text.chars().all(|letter| {
            !letter.is_whitespace() && !letter.is_control() && !"\"'<>\\^`{}|".contains(letter)
        });
        (plain && Domain::parse(host).is_ok()).then(|| Self(text.to_owned())).ok_or_else(invalid)
    }
}

impl fmt::Display for WebUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
