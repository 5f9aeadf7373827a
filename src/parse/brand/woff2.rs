//! What a font in WOFF2 must be, as far as its head and its list of tables say
//! (W3C, WOFF 2.0, sections 4 and 5).

use crate::model::FontFile;

/// Why a file is not a font that is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FontFault {
    /// It is a font of another kind, or none.
    NoWoff2,
    /// Its head and its length or its tables do not fit together.
    Damaged,
    /// It draws its letters with programs or pictures of another kind.
    HoldsPictures,
}

const HEAD: usize = 48;

/// Without these no browser can use it: `cmap`, `head`, `hhea`, `hmtx`, `maxp`.
const NEEDED: [u8; 5] = [0, 1, 2, 3, 4];
const GLYF: u8 = 10;
const LOCA: u8 = 11;
const SVG: u8 = 36;
const FVAR: u8 = 47;
/// The tag is written out after the flag.
const OTHER: u8 = 63;

/// Takes `bytes` as a font.
///
/// The tables themselves are compressed and left to the browser, which checks them before it uses them.
///
/// # Errors
/// The first thing that is wrong.
pub(super) fn check_font(bytes: &[u8]) -> Result<FontFile, FontFault> {
    let kinds: [&[u8]; 3] = [b"\0\x01\0\0", b"OTTO", b"true"];
    let head = bytes.get(..HEAD).filter(|head| head.starts_with(b"wOF2")).ok_or(FontFault::NoWoff2)?;
    if !kinds.contains(&&head[4..8]) {
        return Err(FontFault::NoWoff2);
    }
    let number =
        |at: usize| u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]) as usize;
    let count = u16::from_be_bytes([head[12], head[13]]);
    let (length, reserved, compressed) = (number(8), u16::from_be_bytes([head[14], head[15]]), number(20));
    if length != bytes.len() || reserved != 0 || count == 0 {
        return Err(FontFault::Damaged);
    }
    let mut rest = &bytes[HEAD..];
    let mut tables = Vec::new();
    for _ in 0..count {
        tables.push(table(&mut rest).ok_or(FontFault::Damaged)?);
    }
    if compressed == 0 || compressed > rest.len() || NEEDED.iter().any(|needed| !tables.contains(needed)) {
        return Err(FontFault::Damaged);
    }
    if tables.contains(&SVG) {
        return Err(FontFault::HoldsPictures);
    }
    Ok(FontFile { bytes: bytes.to_vec(), has_weights: tables.contains(&FVAR) })
}

/// Takes one entry off the list of tables, and gives its number among the known ones.
fn table(rest: &mut &[u8]) -> Option<u8> {
    let (flags, after) = rest.split_first()?;
    *rest = after;
    let (known, version) = (flags & 63, flags >> 6);
    if known == OTHER {
        *rest = rest.get(4..)?;
    }
    number(rest)?;
    // `glyf` and `loca` are rewritten unless they say otherwise, the others only if they say so.
    let is_rewritten = if matches!(known, GLYF | LOCA) { version != 3 } else { version != 0 };
    if is_rewritten {
        number(rest)?;
    }
    Some(known)
}

/// Takes a number of one to five bytes, seven bits in each.
fn number(rest: &mut &[u8]) -> Option<u32> {
    let mut value: u32 = 0;
    for at in 0..5 {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        if (at == 0 && *byte == 0x80) || value >> 25 != 0 {
            return None;
        }
        value = value << 7 | u32::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{FontFault, check_font};

    /// A font with these tables, each of 300 bytes, and 16 bytes of compressed data.
    fn font(kind: &[u8], tables: &[u8]) -> Vec<u8> {
        let mut list = Vec::new();
        for table in tables {
            list.extend([*table, 0x82, 0x2c]);
            if matches!(table, 10 | 11) {
                list.push(100);
            }
        }
        let length = u32::try_from(48 + list.len() + 16).unwrap().to_be_bytes();
        let count = u16::try_from(tables.len()).unwrap().to_be_bytes();
        let head =
            [b"wOF2".as_slice(), kind, &length, &count, &[0, 0], &[0; 4], &16_u32.to_be_bytes(), &[0; 24]];
        [head.concat(), list, vec![0; 16]].concat()
    }

    const PLAIN: [u8; 7] = [0, 1, 2, 3, 4, 10, 11];

    #[test]
    fn a_font_says_whether_it_holds_all_weights() {
        let has_weights = |font: &[u8]| check_font(font).map(|font| font.has_weights);
        assert_eq!(has_weights(&font(b"\0\x01\0\0", &PLAIN)), Ok(false));
        assert_eq!(has_weights(&font(b"OTTO", &[&PLAIN[..5], &[13, 47]].concat())), Ok(true));
    }

    #[test]
    fn what_is_no_whole_font_is_refused() {
        let check = |font: &[u8], expected| assert_eq!(check_font(font).map(drop), Err(expected));
        check(b"", FontFault::NoWoff2);
        check(b"wOFF", FontFault::NoWoff2);
        check(&font(b"ttcf", &PLAIN), FontFault::NoWoff2);
        check(&font(b"<svg", &PLAIN), FontFault::NoWoff2);
        check(&font(b"OTTO", &PLAIN[1..]), FontFault::Damaged);
        check(&[font(b"OTTO", &PLAIN), b"<script>".to_vec()].concat(), FontFault::Damaged);
        check(&font(b"OTTO", &[&PLAIN[..], &[36]].concat()), FontFault::HoldsPictures);
        let whole = font(b"OTTO", &PLAIN);
        for cut in 0..whole.len() {
            assert!(check_font(&whole[..cut]).is_err());
        }
    }
}
