use std::fmt;

use serde::{Deserialize, Serialize};

/// A file below the output folder: relative, with `/` between the parts;
/// made only from checked ids and paths.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct OutputPath(String);

impl OutputPath {
    /// Takes `path` if every part of it is a plain file name.
    ///
    /// Only letters, digits, `-`, `_` and `.`, no part that starts with a `-` or ends in a dot, which Windows
    /// would take away.
    /// Dot files are possible, because `.well-known` is one.
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        let letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        let plain = |part: &str| part.bytes().all(letter) && part.len() <= 255 && !part.starts_with('-');
        let named = |part: &str| !part.is_empty() && !part.ends_with('.');
        path.split('/').all(|part| plain(part) && named(part)).then(|| Self(path.to_owned()))
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for OutputPath {
    type Error = &'static str;

    fn try_from(path: String) -> Result<Self, Self::Error> {
        Self::parse(&path).ok_or("not a path below the output folder")
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
