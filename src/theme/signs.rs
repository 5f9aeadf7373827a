use std::borrow::Cow;

use crate::span::{FileId, Span};

/// The letters that marks are written with while a page is made:
/// private ones, of which no page of the brand holds any.
///
/// One for each byte of what a mark says, and four that say where a mark begins and ends. No filter of a
/// template takes them for letters, so none of them is turned into a capital.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signs {
    first: u32,
}

/// A place that a mark names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct MarkPlace {
    /// The file.
    pub file: FileId,
    /// Where the value begins.
    pub start: u32,
    /// The keys within the value that lead to the text: `name`, `nb`.
    pub within: Vec<String>,
}

/// A piece of a text with signs in it.
pub(crate) enum SignedPiece<'t> {
    /// Words.
    Text(&'t str),
    /// What follows, up to the end, comes from a place.
    Begin(MarkPlace),
    /// The end of what began last.
    End,
    /// The element that has just begun is a paragraph of a text, or an item, or a cell.
    Block(MarkPlace),
    /// A mark of which something was cut off.
    Broken,
}

/// Supplementary private use area B, of which hardly any font or text makes use.
const AREA: std::ops::RangeInclusive<u32> = 0x10_0000..=0x10_FFFD;
const BYTES: u32 = 256;
/// A power of two above the number of signs.
const BLOCK: u32 = 512;

impl Signs {
    /// Signs that stand on none of `pages`. Returns None if the pages leave none.
    pub fn absent_from<'p>(pages: impl IntoIterator<Item = &'p [u8]>) -> Option<Self> {
        let mut taken = std::collections::BTreeSet::new();
        for page in pages {
            // Only letters of the last planes begin with this byte, and most pages have none of them.
            if page.contains(&0xF4) {
                let letters = String::from_utf8_lossy(page);
                taken.extend(
                    letters.chars().map(u32::from).filter(|letter| AREA.contains(letter)).map(block_of),
                );
            }
        }
        let mut blocks = (*AREA.start()..*AREA.end()).step_by(BLOCK as usize);
        blocks.find(|first| !taken.contains(&block_of(*first))).map(|first| Self { first })
    }

    /// `text`, marked as coming from `span`, by the keys `within`.
    pub(crate) fn around(self, span: Span, within: &[&str], text: &str) -> String {
        let mut marked = String::with_capacity(text.len() + 80);
        self.write(BYTES, span, within, &mut marked);
        marked.push_str(text);
        marked.push(self.sign(BYTES + 2));
        marked
    }

    /// Goes behind the start tag of a paragraph that is written at `span`.
    pub(crate) fn block(self, span: Span, marked: &mut String) {
        self.write(BYTES + 3, span, &[], marked);
    }

    fn write(self, kind: u32, span: Span, within: &[&str], marked: &mut String) {
        marked.push(self.sign(kind));
        let said = format!("{}/{}/{}", span.file.0, span.start, within.join("/"));
        marked.extend(said.bytes().map(|byte| self.sign(u32::from(byte))));
        marked.push(self.sign(BYTES + 1));
    }

    fn sign(self, index: u32) -> char {
        char::from_u32(self.first + index).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    /// Which of the signs a letter is.
    fn index(self, letter: char) -> Option<u32> {
        u32::from(letter).checked_sub(self.first).filter(|index| *index < BYTES + 4)
    }

    /// The text without its marks.
    pub(crate) fn without<'t>(self, text: &'t str) -> Cow<'t, str> {
        if !text.contains(|letter| self.index(letter).is_some()) {
            return Cow::Borrowed(text);
        }
        let words = |piece: SignedPiece<'t>| match piece {
            SignedPiece::Text(text) => Some(text),
            _ => None,
        };
        Cow::Owned(self.pieces(text).into_iter().filter_map(words).collect())
    }

    /// The words and the signs of a text.
    pub(crate) fn pieces(self, text: &str) -> Vec<SignedPiece<'_>> {
        let (mut pieces, mut rest) = (Vec::new(), text);
        while let Some(at) = rest.find(|letter| self.index(letter).is_some()) {
            if at > 0 {
                pieces.push(SignedPiece::Text(&rest[..at]));
            }
            let (piece, length) = self.piece(&rest[at..]);
            pieces.push(piece);
            rest = &rest[at + length..];
        }
        if !rest.is_empty() {
            pieces.push(SignedPiece::Text(rest));
        }
        pieces
    }

    /// The mark at the start of `text`, and its length.
    fn piece(self, text: &str) -> (SignedPiece<'static>, usize) {
        let mut letters = text.chars();
        let first = letters.next();
        let kind = first.and_then(|letter| self.index(letter));
        let mut length = first.map_or(0, char::len_utf8);
        if kind != Some(BYTES) && kind != Some(BYTES + 3) {
            return (if kind == Some(BYTES + 2) { SignedPiece::End } else { SignedPiece::Broken }, length);
        }
        let mut said = Vec::new();
        for letter in letters {
            let Some(index) = self.index(letter).filter(|index| *index <= BYTES + 1 && *index != BYTES)
            else {
                break;
            };
            length += letter.len_utf8();
            if let Ok(byte) = u8::try_from(index) {
                said.push(byte);
                continue;
            }
            let place = read(&said);
            let is_block = kind == Some(BYTES + 3);
            let piece = place
                .map(|place| if is_block { SignedPiece::Block(place) } else { SignedPiece::Begin(place) });
            return (piece.unwrap_or(SignedPiece::Broken), length);
        }
        (SignedPiece::Broken, length)
    }
}

fn block_of(letter: u32) -> u32 {
    letter / BLOCK
}

fn read(said: &[u8]) -> Option<MarkPlace> {
    let mut parts = std::str::from_utf8(said).ok()?.split('/');
    let (file, start) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let within = parts.filter(|key| !key.is_empty()).map(str::to_owned).collect();
    Some(MarkPlace { file: FileId(file), start, within })
}
