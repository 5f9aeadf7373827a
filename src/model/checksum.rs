use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};

/// The SHA-256 of a file, written as `sha256sum` writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Checksum([u8; 32]);

impl Checksum {
    /// The checksum of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The checksum of all these parts, each with its length before it,
    /// so that no two lists run together into the same bytes.
    #[must_use]
    pub fn of_parts<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut hasher = Sha256::new();
        for part in parts {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        Self(hasher.finalize().into())
    }

    /// The first 48 bits.
    pub(super) fn first_bytes(&self) -> [u8; 6] {
        let (first, _) = self.0.split_first_chunk().expect("there are 256 bits");
        *first
    }

    fn parse(text: &str) -> Option<Self> {
        let digits = text.as_bytes();
        let mut sum = [0; 32];
        if digits.len() != 2 * sum.len() {
            return None;
        }
        for (byte, pair) in sum.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Some(Self(sum))
    }
}

fn digit(letter: u8) -> Option<u8> {
    match letter {
        b'0'..=b'9' => Some(letter - b'0'),
        b'a'..=b'f' => Some(letter - b'a' + 10),
        _ => None,
    }
}

impl fmt::Display for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // One string, not 32 formatted numbers: a manifest holds thousands of these.
        let letters =
            |byte: u8| [byte >> 4, byte & 15].map(|half| char::from(b"0123456789abcdef"[usize::from(half)]));
        f.write_str(&self.0.iter().flat_map(|byte| letters(*byte)).collect::<String>())
    }
}

impl Serialize for Checksum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Checksum {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("not a SHA-256"))
    }
}

#[cfg(test)]
mod tests {
    use super::Checksum;

    #[test]
    fn a_checksum_is_written_as_sha256sum_writes_it_and_read_back() {
        let sum = Checksum::of(b"felles");
        let text = sum.to_string();
        assert_eq!(text, "012fb4afb34472595b152e02dd013e2db0f0073dce81192444b8380c84950283");
        assert_eq!(Checksum::parse(&text), Some(sum));
    }

    #[test]
    fn what_is_no_checksum_is_refused() {
        let check = |text: &str| assert_eq!(Checksum::parse(text), None, "{text}");
        check("");
        check("abc");
        check(&"g".repeat(64));
        check(&"A".repeat(64));
    }
}
