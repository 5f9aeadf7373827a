use std::fmt;

use super::unreadable;
use crate::model::{Invalid, TextValue};

/// What a number looks like: `#` is any digit, `@` any capital letter, all else stands for itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::model) struct NumberPattern(String);

impl NumberPattern {
    /// Whether a number without spaces looks so.
    pub(in crate::model) fn takes(&self, number: &str) -> bool {
        self.0.len() == number.len()
            && self.0.bytes().zip(number.bytes()).all(|(wanted, sign)| match wanted {
                b'#' => sign.is_ascii_digit(),
                b'@' => sign.is_ascii_uppercase(),
                _ => wanted == sign,
            })
    }

    /// How many signs such a number has.
    pub(in crate::model) fn length(&self) -> usize {
        self.0.len()
    }
}

impl fmt::Display for NumberPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TextValue for NumberPattern {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let is_good = |sign: char| sign.is_ascii_digit() || sign.is_ascii_uppercase() || "#@".contains(sign);
        (!text.is_empty() && text.chars().all(is_good))
            .then(|| Self(text.to_owned()))
            .ok_or_else(|| unreadable(text, "116###"))
    }
}

/// How many digits each group has, in order: `3 2 3`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::model) struct DigitGroups(pub(in crate::model) Vec<usize>);

impl TextValue for DigitGroups {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let sizes: Result<Vec<usize>, _> = text.split_whitespace().map(str::parse).collect();
        let sizes = sizes.ok().filter(|sizes| sizes.iter().all(|size| (1..=20).contains(size)));
        sizes.map(Self).ok_or_else(|| unreadable(text, "3 2 3"))
    }
}

/// A number cut into groups; what is left over behind the last of `sizes` is a group of its own.
pub(in crate::model) fn grouped<'n>(number: &'n str, sizes: &[usize]) -> Vec<&'n str> {
    let (mut rest, mut parts) = (number, Vec::new());
    for size in sizes {
        let Some((part, behind)) = rest.split_at_checked(*size).filter(|(_, behind)| !behind.is_empty())
        else {
            break;
        };
        parts.push(part);
        rest = behind;
    }
    parts.push(rest);
    parts
}
