//! What a picture carries beside what it shows: where and when it was taken, with which program, and by whom.

/// The picture without it. Returns None if the bytes are not a whole picture of the kind that their ending
/// says; files of other kinds are left as they are.
///
/// Colours stay as they are meant: what says how they are to be shown is kept. Of what a camera says, how the
/// photograph is to be turned is kept, and nothing else.
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
        match name {
            b"eXIf" => {
                picture.extend(turned(&chunk[8..8 + length]).into_iter().flat_map(|tiff| png_exif(&tiff)));
            }
            b"tEXt" | b"zTXt" | b"iTXt" | b"tIME" => {}
            _ => picture.extend_from_slice(chunk),
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
                match marker {
                    0xe1 => {
                        let exif = segment[4..].strip_prefix(EXIF).and_then(turned);
                        picture.extend(exif.into_iter().flat_map(|tiff| {
                            // The length counts itself.
                            let length = u16::try_from(2 + EXIF.len() + tiff.len()).unwrap_or_default();
                            [&[0xff, 0xe1], length.to_be_bytes().as_slice(), EXIF, &tiff].concat()
                        }));
                    }
                    0xe3..=0xed | 0xef | 0xfe => {}
                    _ => picture.extend_from_slice(segment),
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
    // An extended picture says at its start whether there are such chunks.
    let mut flags = None;
    while !rest.is_empty() {
        let length = u32::from_le_bytes(*rest.get(4..)?.first_chunk()?) as usize;
        let (chunk, after) = rest.split_at_checked(length.checked_next_multiple_of(2)?.checked_add(8)?)?;
        match &chunk[..4] {
            b"EXIF" => {
                let exif = &chunk[8..8 + length];
                if let (Some(tiff), Some(flags)) = (turned(exif.strip_prefix(EXIF).unwrap_or(exif)), flags) {
                    let length = u32::try_from(tiff.len()).unwrap_or_default().to_le_bytes();
                    body.extend([b"EXIF", length.as_slice(), &tiff].concat());
                    *body.get_mut::<usize>(flags)? |= 0b1000;
                }
            }
            b"XMP " => {}
            name => {
                let start = body.len();
                body.extend_from_slice(chunk);
                if name == b"VP8X" {
                    *body.get_mut(start + 8)? &= !0b1100;
                    flags = Some(start + 8);
                }
            }
        }
        rest = after;
    }
    let length = u32::try_from(body.len()).ok()?.to_le_bytes();
    Some([b"RIFF", length.as_slice(), &body].concat())
}

/// What stands before the data of a camera in a JPEG, and in some pictures of the kind `WebP`.
const EXIF: &[u8] = b"Exif\0\0";

/// The data of a camera (Exif 2.32: a TIFF file) with nothing left in it but how the picture is to be turned.
/// Returns None if it does not say so, or is shown as it is.
fn turned(tiff: &[u8]) -> Option<Vec<u8>> {
    const ORIENTATION: u16 = 0x0112;
    let is_little = match tiff.get(..4)? {
        b"II\x2a\0" => true,
        b"MM\0\x2a" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes = *tiff.get(at..)?.first_chunk()?;
        Some(if is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let bytes = *tiff[4..].first_chunk()?;
    let first = if is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) };
    let first = usize::try_from(first).ok()?;
    let entries = (0..usize::from(short(first)?)).map(|index| first.saturating_add(2 + index * 12));
    let orientation = entries.map_while(|at| Some((short(at)?, short(at.checked_add(8)?)?)));
    let (_, way) = orientation.into_iter().find(|(tag, _)| *tag == ORIENTATION)?;
    // Two to eight are the ways in which it can be turned or mirrored.
    let way = u8::try_from(way).ok().filter(|way| (2..=8).contains(way))?;
    let head = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0";
    Some([head.as_slice(), &[way, 0, 0, 0, 0, 0, 0]].concat())
}

/// The chunk of a PNG that says how it is to be turned.
fn png_exif(tiff: &[u8]) -> Vec<u8> {
    let named = [b"eXIf".as_slice(), tiff].concat();
    let mut sum = flate2::Crc::new();
    sum.update(&named);
    let length = u32::try_from(tiff.len()).unwrap_or_default();
    [length.to_be_bytes().as_slice(), &named, &sum.sum().to_be_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::{EXIF, png_exif, turned, without_metadata};

    /// What a camera says in either order of bytes, the way at the end, and a place after it.
    fn camera(is_little: bool, way: u16) -> Vec<u8> {
        let short = |value: u16| if is_little { value.to_le_bytes() } else { value.to_be_bytes() };
        let long = |value: u32| if is_little { value.to_le_bytes() } else { value.to_be_bytes() };
        let entry = |tag: u16, kind: u16, value: u16| {
            [short(tag).as_slice(), &short(kind), &long(1), &short(value), &[0, 0]].concat()
        };
        let start = if is_little { b"II\x2a\0" } else { b"MM\0\x2a" };
        let entries = [entry(0x010f, 2, 65), entry(0x0112, 3, way), entry(0x8825, 4, 50)].concat();
        [start.as_slice(), &long(10), b"..", &short(3), &entries, &long(0), b"Ola, Lofoten"].concat()
    }

    #[test]
    fn how_a_photograph_is_to_be_turned_is_kept_alone() {
        for is_little in [true, false] {
            for way in 0..=9 {
                let tiff = turned(&camera(is_little, way));
                assert_eq!(tiff.is_some(), (2..=8).contains(&way), "{way}");
                let Some(tiff) = tiff else { continue };
                assert_eq!((tiff.len(), u16::from(tiff[19])), (26, way));
                assert_eq!(turned(&tiff).as_ref(), Some(&tiff), "what is clean stays as it is");
            }
        }
        let whole = camera(true, 6);
        (0..whole.len()).for_each(|cut| drop(turned(&whole[..cut])));
        assert_eq!(turned(b"II\x2a\0\xff\xff\xff\xff"), None);
    }

    #[test]
    fn pictures_stay_upright() {
        let [full, clean] = [camera(true, 6), turned(&camera(true, 6)).unwrap()];
        let jpeg = |tiff: &[u8]| {
            let length = u16::try_from(2 + EXIF.len() + tiff.len()).unwrap().to_be_bytes();
            [b"\xff\xd8\xff\xe1", length.as_slice(), EXIF, tiff, b"\xff\xda\0\x02xy\xff\xd9"].concat()
        };
        check("jpg", &jpeg(&full), &jpeg(&clean));
        let webp = |tiff: &[u8]| riff(&[(b"VP8X", b"\x2c123456789"), (b"VP8 ", b"xyz"), (b"EXIF", tiff)]);
        check(
            "webp",
            &webp(&full),
            &riff(&[(b"VP8X", b"\x28123456789"), (b"VP8 ", b"xyz"), (b"EXIF", &clean)]),
        );
        let png = |exif: Vec<u8>| {
            [b"\x89PNG\r\n\x1a\n".to_vec(), png_chunk(b"IHDR", b"x"), exif, png_chunk(b"IEND", b"")].concat()
        };
        check("png", &png(png_chunk(b"eXIf", &full)), &png(png_exif(&clean)));
    }

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
