//! What a PNG must be: whole, still, of a sensible size, and nothing behind its end.

/// Why a file is not a picture that is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PngFault {
    /// It does not begin as a PNG does, or its header says what cannot be.
    NoPng,
    /// It is cut off, or a part of it is damaged.
    Damaged,
    /// Something follows after its end.
    GoesOn,
    /// It moves.
    Moves,
    /// More pixels on a side than a mark needs.
    TooManyPixels,
}

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A mark is shown 240 pixels wide at most; this is eight times as many.
const MOST_PIXELS: u32 = 2048;

/// The width and the height in pixels.
///
/// # Errors
/// The first thing that is wrong.
pub(super) fn check_png(bytes: &[u8]) -> Result<(u32, u32), PngFault> {
    let mut rest = bytes.strip_prefix(SIGNATURE).ok_or(PngFault::NoPng)?;
    let (header, after) = chunk(rest)?;
    let (width, height) = match header {
        Chunk { name: b"IHDR", data } => size(data).ok_or(PngFault::NoPng)?,
        _ => return Err(PngFault::NoPng),
    };
    rest = after;
    let mut has_pixels = false;
    loop {
        let (Chunk { name, data }, after) = chunk(rest)?;
        rest = after;
        match name {
            b"IEND" if data.is_empty() && has_pixels => break,
            b"IDAT" => has_pixels = true,
            b"acTL" | b"fcTL" | b"fdAT" => return Err(PngFault::Moves),
            b"IEND" | b"IHDR" => return Err(PngFault::Damaged),
            name if name.iter().all(u8::is_ascii_alphabetic) => {}
            _ => return Err(PngFault::Damaged),
        }
    }
    match () {
        () if !rest.is_empty() => Err(PngFault::GoesOn),
        () if width.max(height) > MOST_PIXELS => Err(PngFault::TooManyPixels),
        () => Ok((width, height)),
    }
}

struct Chunk<'b> {
    name: &'b [u8; 4],
    data: &'b [u8],
}

/// The first part of what is left, its checksum compared, and what follows it.
fn chunk(bytes: &[u8]) -> Result<(Chunk<'_>, &[u8]), PngFault> {
    let (length, rest) = bytes.split_first_chunk::<4>().ok_or(PngFault::Damaged)?;
    let length = u32::from_be_bytes(*length) as usize;
    let body = rest.get(..length.saturating_add(4)).ok_or(PngFault::Damaged)?;
    let (sum, after) = rest[body.len()..].split_first_chunk::<4>().ok_or(PngFault::Damaged)?;
    if crc(body) != u32::from_be_bytes(*sum) {
        return Err(PngFault::Damaged);
    }
    let (name, data) = body.split_first_chunk::<4>().ok_or(PngFault::Damaged)?;
    Ok((Chunk { name, data }, after))
}

/// Width and height, if depth, colour and methods are ones that exist.
fn size(header: &[u8]) -> Option<(u32, u32)> {
    let (width, rest) = header.split_first_chunk::<4>()?;
    let (height, rest) = rest.split_first_chunk::<4>()?;
    let (width, height) = (u32::from_be_bytes(*width), u32::from_be_bytes(*height));
    let is_known = match rest {
        [depth, colour, 0, 0, 0 | 1] => match colour {
            0 => matches!(depth, 1 | 2 | 4 | 8 | 16),
            3 => matches!(depth, 1 | 2 | 4 | 8),
            2 | 4 | 6 => matches!(depth, 8 | 16),
            _ => false,
        },
        _ => false,
    };
    (is_known && width > 0 && height > 0).then_some((width, height))
}

/// The checksum of PNG: CRC-32 as in ISO 3309.
fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(
            sum ^ u32::from(*byte),
            |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 },
        )
    };
    !bytes.iter().fold(!0, step)
}

#[cfg(test)]
mod tests {
    use super::{PngFault, SIGNATURE, check_png, crc};

    fn chunk(name: &[u8], data: &[u8]) -> Vec<u8> {
        let body = [name, data].concat();
        let length = u32::try_from(data.len()).unwrap().to_be_bytes();
        [&length, body.as_slice(), &crc(&body).to_be_bytes()].concat()
    }

    fn header(width: u32, height: u32, rest: [u8; 5]) -> Vec<u8> {
        chunk(b"IHDR", &[&width.to_be_bytes(), &height.to_be_bytes(), rest.as_slice()].concat())
    }

    fn png(parts: &[Vec<u8>]) -> Vec<u8> {
        [SIGNATURE, &parts.concat()].concat()
    }

    #[test]
    fn the_checksum_is_that_of_png() {
        // Every PNG ends with these bytes.
        assert_eq!(crc(b"IEND"), 0xae42_6082);
    }

    #[test]
    fn a_whole_picture_says_its_size() {
        let ihdr = || header(160, 40, [8, 6, 0, 0, 0]);
        let (idat, iend) = (|| chunk(b"IDAT", b"x"), || chunk(b"IEND", b""));
        let check = |parts: &[Vec<u8>], expected| assert_eq!(check_png(&png(parts)), expected);
        check(&[ihdr(), idat(), iend()], Ok((160, 40)));
        check(&[ihdr(), chunk(b"tEXt", b"a\0b"), idat(), idat(), iend()], Ok((160, 40)));
        check(&[ihdr(), iend()], Err(PngFault::Damaged));
        check(&[ihdr(), idat()], Err(PngFault::Damaged));
        check(&[ihdr(), idat(), iend(), b"<script>".to_vec()], Err(PngFault::GoesOn));
        check(&[ihdr(), chunk(b"acTL", &[0; 8]), idat(), iend()], Err(PngFault::Moves));
        check(&[header(160, 40, [3, 6, 0, 0, 0]), idat(), iend()], Err(PngFault::NoPng));
        check(&[header(0, 40, [8, 6, 0, 0, 0]), idat(), iend()], Err(PngFault::NoPng));
        check(&[header(60_000, 40, [8, 6, 0, 0, 0]), idat(), iend()], Err(PngFault::TooManyPixels));
        check(&[idat(), iend()], Err(PngFault::NoPng));
        let mut damaged = png(&[ihdr(), idat(), iend()]);
        damaged[20] ^= 1;
        assert_eq!(check_png(&damaged), Err(PngFault::Damaged));
        for cut in 0..damaged.len() {
            assert!(check_png(&damaged[..cut]).is_err());
        }
        assert_eq!(check_png(b"<svg/>"), Err(PngFault::NoPng));
    }
}
