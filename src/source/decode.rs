/// An encoding that people save files in by mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// What Windows calls ANSI in Western Europe.
    Windows1252,
    /// UTF-16, either byte order.
    Utf16,
    /// No text at all.
    Binary,
}

/// What kept a file from being read as UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EncodingFault {
    /// What the file most probably is.
    pub encoding: Encoding,
    /// The first byte that is not UTF-8, counted from zero in the file.
    pub offset: usize,
    /// The same place in the text that is shown.
    pub text_offset: usize,
}

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The text of a file, and what was wrong with its bytes.
///
/// A byte order mark is dropped and `\r\n` becomes `\n`, so that Notepad's files give the same pages.
pub(super) fn decode(bytes: &[u8]) -> (String, Option<EncodingFault>) {
    let body = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    if let Some(units) = utf16_units(bytes) {
        let text = String::from_utf16_lossy(&units);
        return (text, Some(EncodingFault { encoding: Encoding::Utf16, offset: 0, text_offset: 0 }));
    }
    match std::str::from_utf8(body) {
        Ok(text) if text.contains('\0') => (String::new(), Some(binary(text.find('\0').unwrap_or(0)))),
        Ok(text) => (normalise(text), None),
        Err(error) => not_utf8(bytes, error.valid_up_to() + (bytes.len() - body.len())),
    }
}

fn not_utf8(bytes: &[u8], offset: usize) -> (String, Option<EncodingFault>) {
    if bytes.contains(&0) {
        return (String::new(), Some(binary(offset)));
    }
    // Code points 128 to 159 differ between Windows-1252 and Latin-1; they only matter for showing the line.
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let text_offset = normalise(&text.chars().take(offset).collect::<String>()).len();
    (normalise(&text), Some(EncodingFault { encoding: Encoding::Windows1252, offset, text_offset }))
}

fn binary(offset: usize) -> EncodingFault {
    EncodingFault { encoding: Encoding::Binary, offset, text_offset: 0 }
}

fn utf16_units(bytes: &[u8]) -> Option<Vec<u16>> {
    let read: fn([u8; 2]) -> u16 = match bytes {
        [0xFF, 0xFE, ..] => u16::from_le_bytes,
        [0xFE, 0xFF, ..] => u16::from_be_bytes,
        _ => return None,
    };
    Some(bytes[2..].chunks_exact(2).map(|pair| read([pair[0], pair[1]])).collect())
}

fn normalise(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Encoding, decode};

    fn fault(bytes: &[u8]) -> Option<(Encoding, usize)> {
        decode(bytes).1.map(|fault| (fault.encoding, fault.offset))
    }

    #[test]
    fn a_byte_order_mark_and_windows_line_ends_leave_no_trace() {
        assert_eq!(decode("\u{feff}a = 1\r\nb = 2\r\n".as_bytes()), ("a = 1\nb = 2\n".to_owned(), None));
    }

    #[test]
    fn other_encodings_are_recognised_at_their_first_foreign_byte() {
        assert_eq!(fault(b"by = \"T\xf8nsberg\""), Some((Encoding::Windows1252, 7)));
        assert_eq!(fault(b"\xff\xfea\0b\0"), Some((Encoding::Utf16, 0)));
        assert_eq!(fault(b"\x89PNG\0\xff"), Some((Encoding::Binary, 0)));
        assert_eq!(fault("blåbær".as_bytes()), None);
    }

    #[test]
    fn a_windows_file_is_shown_as_its_author_sees_it() {
        assert_eq!(decode(b"T\xf8nsberg").0, "Tønsberg");
    }
}
