//! What a picture carries beside what it shows: where and when it was taken, with which program, and by whom.

/// The picture without it. Returns None if the bytes are not a whole picture of the kind that their ending
/// says; files of other kinds are left as they are.
///
/// Colours stay as they are meant: what says how they are to be shown is kept. How a photograph is to be
/// turned is not, since that stands among what is taken away.
pub(crate) fn without_metadata(ending: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    match ending {
        "png" => png(bytes),
        "jpg" => jpeg(bytes),
        "webp" => webp(bytes),
        _ => Some(bytes.to_vec()),
    }
}

/// PNG (ISO/IEC 15948): a signature, and chunks to `IEND`; what follows that is not the picture's.
fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let mut picture = bytes[..8].to_vec();
    loop {
        let length = u32::from_be_bytes(*rest.first_chunk()?) as usize;
        let (chunk, after) = rest.split_at_checked(length.checked_add(12)?)?;
        let name = &chunk[4..8];
        if !matches!(name, b"eXIf" | b"tEXt" | b"zTXt" | b"iTXt" | b"tIME") {
            picture.extend_from_slice(chunk);
        }
        if name == b"IEND" {
            return Some(picture);
        }
        rest = after;
    }
}

/// JPEG (ISO/IEC 10918-1): segments, of which those of programs and comments go. JFIF's, the colour profile
/// and Adobe's say how colours are meant.
fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    let mut picture = bytes[..2].to_vec();
    loop {
        let [0xff, marker] = *rest.first_chunk()? else { return None };
        match marker {
            // A marker may be preceded by any number of these.
            0xff => rest = &rest[1..],
            0xd9 => {
                picture.extend_from_slice(b"\xff\xd9");
                return Some(picture);
            }
            _ => {
                let length = usize::from(u16::from_be_bytes(*rest[2..].first_chunk()?));
                let (segment, after) = rest.split_at_checked(length.checked_add(2)?)?;
                if !matches!(marker, 0xe1 | 0xe3..=0xed | 0xef | 0xfe) {
                    picture.extend_from_slice(segment);
                }
                rest = after;
                if marker == 0xda {
                    let scan = rest
                        .windows(2)
                        .position(|pair| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7 | 0xff))?;
                    picture.extend_from_slice(&rest[..scan]);
                    rest = &rest[scan..];
                }
            }
        }
    }
}

/// WebP (RFC 9649): chunks in a RIFF file; the first of an extended one tells which others there are.
fn webp(bytes: &[u8]) -> Option<Vec<u8>> {
    let length = u32::from_le_bytes(*bytes.strip_prefix(b"RIFF")?.first_chunk()?) as usize;
    let mut rest = bytes.get(8..length.checked_add(8)?)?.strip_prefix(b"WEBP")?;
    let mut body = b"WEBP".to_vec();
    while !rest.is_empty() {
        let length = u32::from_le_bytes(*rest.get(4..)?.first_chunk()?) as usize;
        let (chunk, after) = rest.split_at_checked(length.checked_next_multiple_of(2)?.checked_add(8)?)?;
        if !matches!(&chunk[..4], b"EXIF" | b"XMP ") {
            let start = body.len();
            body.extend_from_slice(chunk);
            if chunk.starts_with(b"VP8X") {
                *body.get_mut(start + 8)? &= !0b1100;
            }
        }
        rest = after;
    }
    let length = u32::try_from(body.len()).ok()?.to_le_bytes();
    Some([b"RIFF", length.as_slice(), &body].concat())
}

#[cfg(test)]
mod tests {
    use super::without_metadata;

    fn png_chunk(name: &[u8], data: &[u8]) -> Vec<u8> {
        [&u32::try_from(data.len()).unwrap().to_be_bytes(), name, data, &[0; 4]].concat()
    }

    fn riff(chunks: &[(&[u8], &[u8])]) -> Vec<u8> {
        let chunk = |(name, data): &(&[u8], &[u8])| {
            let length = u32::try_from(data.len()).unwrap().to_le_bytes();
            [name, length.as_slice(), data, &[0][..data.len() % 2]].concat()
        };
        let body = [b"WEBP".to_vec(), chunks.iter().flat_map(chunk).collect()].concat();
        [b"RIFF", u32::try_from(body.len()).unwrap().to_le_bytes().as_slice(), &body].concat()
    }

    fn check(ending: &str, picture: &[u8], expected: &[u8]) {
        assert_eq!(without_metadata(ending, picture).as_deref(), Some(expected), "{ending}");
        // What is clean stays as it is, and what is cut off is no picture.
        assert_eq!(without_metadata(ending, expected).as_deref(), Some(expected), "{ending}");
        for cut in 0..expected.len() {
            assert_eq!(without_metadata(ending, &expected[..cut]), None, "{ending} {cut}");
        }
    }

    #[test]
    fn a_png_keeps_what_it_shows() {
        let signature = b"\x89PNG\r\n\x1a\n".to_vec();
        let [start, colours, pixels, end] = [("IHDR", "x"), ("iCCP", "c"), ("IDAT", "y"), ("IEND", "")]
            .map(|(name, data)| png_chunk(name.as_bytes(), data.as_bytes()));
        let told =
            ["eXIf", "tEXt", "zTXt", "iTXt", "tIME"].map(|name| png_chunk(name.as_bytes(), b"Ola")).concat();
        let clean = [&signature, &start, &colours, &pixels, &end].map(Vec::as_slice).concat();
        let full = [&signature, &start, &told, &colours, &pixels, &told, &end, &b"behind".to_vec()];
        check("png", &full.map(Vec::as_slice).concat(), &clean);
    }

    #[test]
    fn a_jpeg_keeps_what_it_shows() {
        let segment = |marker: u8, data: &[u8]| {
            let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
            [&[0xff, marker], length.as_slice(), data].concat()
        };
        let [jfif, profile, adobe] = [0xe0, 0xe2, 0xee].map(|marker| segment(marker, b"keep"));
        let told = [0xe1, 0xed, 0xfe].map(|marker| segment(marker, b"Exif Ola")).concat();
        let scan = [segment(0xda, b"s"), b"pixels\xff\x00\xff\xd0more".to_vec()].concat();
        let tables = segment(0xc4, b"t");
        let parts = |told: &[u8], behind: &[u8]| {
            [b"\xff\xd8", told, &jfif, &profile, &adobe, told, &scan, &tables, &scan, b"\xff\xd9", behind]
                .concat()
        };
        check("jpg", &parts(&told, b"behind"), &parts(b"", b""));
    }

    #[test]
    fn a_webp_keeps_what_it_shows_and_tells_of_nothing_else() {
        let full = riff(&[
            (b"VP8X", b"\x2c123456789"),
            (b"ICCP", b"c"),
            (b"VP8 ", b"xyz"),
            (b"EXIF", b"Ola"),
            (b"XMP ", b"<x/>"),
        ]);
        check("webp", &full, &riff(&[(b"VP8X", b"\x20123456789"), (b"ICCP", b"c"), (b"VP8 ", b"xyz")]));
    }

    #[test]
    fn other_files_stay_as_they_are() {
        assert_eq!(without_metadata("svg", b"<svg/>").as_deref(), Some(b"<svg/>".as_slice()));
    }
}
