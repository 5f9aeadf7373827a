//! A text as its reader sees it: without the signs of Markdown, and with the place of every letter.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::addresses::{WrittenAddress, addresses};
use super::tokens::{Token, tokens};
use crate::parse::{MeantMarkdown, begins_placeholder, cover_placeholders};
use crate::source::is_unseen;

/// Stands for a placeholder in the text of a block.
pub(in crate::check) const PLACEHOLDER: char = '\u{FFFC}';

/// What a block of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum BlockKind {
    Heading,
    Paragraph,
    Item,
    Cell,
    Code,
    /// A text out of a TOML file.
    Field,
}

/// A heading, a paragraph, a list item, a cell.
#[derive(Debug, Clone)]
pub(in crate::check) struct TextBlock {
    pub kind: BlockKind,
    /// What the reader sees, with one space for any white space and [`PLACEHOLDER`] for each placeholder.
    pub text: String,
    /// The same in small letters, byte for byte.
    pub folded: String,
    pub links: Vec<TextLink>,
    /// The placeholders' paths, in order.
    pub placeholders: Vec<String>,
    /// The web addresses and e-mail addresses.
    pub addresses: Vec<WrittenAddress>,
    /// Its words and numbers.
    pub tokens: Vec<Token>,
    /// Whether a number or an `@` stands in it: without one there is no date, no week and no fact.
    pub has_figures: bool,
    /// Where the text was read from, in pieces.
    places: Vec<SourcePiece>,
    /// Where a sentence ends and another follows.
    sentence_ends: Vec<usize>,
}

/// Where a piece of a block's text was read from.
#[derive(Debug, Clone)]
struct SourcePiece {
    /// Where the piece begins in the text.
    start: usize,
    /// The bytes of the source.
    source: Range<usize>,
    /// Whether it stands there letter by letter.
    is_verbatim: bool,
}

/// A link within a block.
#[derive(Debug, Clone)]
pub(in crate::check) struct TextLink {
    /// Its words.
    pub range: Range<usize>,
    /// Where it goes, as written.
    pub target: String,
}

impl TextBlock {
    fn new(kind: BlockKind) -> Self {
        Self {
            kind,
            text: String::new(),
            folded: String::new(),
            links: Vec::new(),
            placeholders: Vec::new(),
            addresses: Vec::new(),
            tokens: Vec::new(),
            has_figures: false,
            places: Vec::new(),
            sentence_ends: Vec::new(),
        }
    }

    /// A text out of a TOML file, which is written at `place` if it stands there as it is.
    pub(in crate::check) fn of_field(text: &str, place: Range<usize>, is_verbatim: bool) -> Self {
        let mut block = Self::new(BlockKind::Field);
        block.push(&cover_placeholders(text), text, place.start);
        if !is_verbatim {
            block.places = vec![SourcePiece { start: 0, source: place, is_verbatim }];
        }
        block.finish();
        block
    }

    /// Adds what stands at `offset` of the source.
    fn push(&mut self, covered: &str, source: &str, offset: usize) {
        let mut at = 0;
        while let Some(letter) = covered[at..].chars().next() {
            let start = at;
            let plain = covered.as_bytes()[at..].iter().take_while(|byte| is_plain(**byte)).count();
            if plain > 0 {
                at += plain;
                self.push_plain(&covered[start..at], offset + start);
            } else if begins_placeholder(letter) && source[at..].starts_with("{{") {
                at += source[at..].find("}}").map_or(source.len() - at, |close| close + 2);
                let path = source[start..at].trim_matches(|letter: char| "{} ".contains(letter));
                self.placeholders.push(path.to_owned());
                self.push_letter(PLACEHOLDER, offset + start..offset + at);
            } else {
                at += letter.len_utf8();
                self.push_letter(letter, offset + start..offset + at);
            }
        }
    }

    /// Adds letters that are what they look like, all at once.
    fn push_plain(&mut self, letters: &str, offset: usize) {
        self.push_place(offset..offset + letters.len(), true);
        self.text.push_str(letters);
    }

    fn push_letter(&mut self, letter: char, source: Range<usize>) {
        let letter = if letter.is_whitespace() { ' ' } else { letter };
        if is_unseen(letter) || (letter == ' ' && (self.text.is_empty() || self.text.ends_with(' '))) {
            return;
        }
        let is_verbatim = source.len() == letter.len_utf8();
        self.push_place(source, is_verbatim);
        self.text.push(letter);
    }

    /// Remembers where what comes next was read from.
    fn push_place(&mut self, source: Range<usize>, is_verbatim: bool) {
        match self.places.last_mut() {
            Some(last) if last.is_verbatim && is_verbatim && last.source.end == source.start => {
                last.source.end = source.end;
            }
            _ => self.places.push(SourcePiece { start: self.text.len(), source, is_verbatim }),
        }
    }

    /// The bytes of the source that a part of the text was read from.
    pub(in crate::check) fn source(&self, range: &Range<usize>) -> Range<usize> {
        let last = range.end.saturating_sub(1).max(range.start);
        let of_byte = |at: usize| {
            let place = self.places.partition_point(|place| place.start <= at).checked_sub(1)?;
            let SourcePiece { start, source, is_verbatim } = &self.places[place];
            let shift = source.start + at - start;
            Some(if *is_verbatim { shift..shift + 1 } else { source.clone() })
        };
        match (of_byte(range.start), of_byte(last)) {
            (Some(first), Some(last)) if range.start < self.text.len() => {
                first.start..last.end.max(first.start)
            }
            _ => 0..0,
        }
    }

    /// The sentence around a place, or as much of it as a reader keeps in mind.
    pub(in crate::check) fn sentence(&self, at: usize) -> Range<usize> {
        const LONGEST: usize = 600;
        let next = self.sentence_ends.partition_point(|end| *end <= at);
        let end = self.sentence_ends.get(next).copied().unwrap_or(self.text.len());
        let start = next.checked_sub(1).map_or(0, |before| self.sentence_ends[before]);
        let start = start.max(self.text.floor_char_boundary(at.saturating_sub(LONGEST)));
        start..end.min(self.text.floor_char_boundary(at + LONGEST))
    }

    /// How many sentences there are.
    pub(in crate::check) fn sentences(&self) -> usize {
        self.sentence_ends.len() + 1
    }

    /// Looks once through the whole text for what the rules ask of it: small letters, words,
    /// sentences, addresses.
    fn finish(&mut self) {
        self.folded = folded(&self.text);
        self.tokens = tokens(&self.text);
        let is_end = |stop: &usize| {
            let rest = &self.text[stop + 1..];
            let next = rest.chars().find(|letter| !['»', '"', ')', ' '].contains(letter));
            rest.starts_with([' ', '»', '"', ')'])
                && next.is_some_and(|next| next.is_uppercase() || next == PLACEHOLDER)
        };
        let bytes = || self.text.bytes().enumerate();
        let stops = bytes().filter(|(_, byte)| matches!(byte, b'.' | b'!' | b'?')).map(|(at, _)| at);
        self.sentence_ends = stops.filter(is_end).map(|stop| stop + 1).collect();
        self.has_figures = self.text.bytes().any(|byte| byte.is_ascii_digit() || byte == b'@');
        self.addresses = addresses(&self.text);
    }

    /// The words, as ranges.
    pub(in crate::check) fn words(&self) -> impl Iterator<Item = Range<usize>> {
        let words = self.tokens.iter().filter(|token| token.is_word);
        words.map(|token| token.range.clone())
    }
}

/// Whether a byte belongs to a letter that is no white space, is seen, and is no placeholder.
fn is_plain(byte: u8) -> bool {
    // These bytes begin the white space beyond ASCII, the letters that are not seen, and the placeholders.
    byte > b' ' && !matches!(byte, 0x7F | 0xC2 | 0xCD | 0xE1..=0xE3 | 0xEF | 0xF3)
}

/// A text in small letters, byte for byte.
fn folded(text: &str) -> String {
    let mut folded = text.to_ascii_lowercase();
    for (at, letter) in text.char_indices().filter(|(_, letter)| !letter.is_ascii()) {
        let small = letter.to_lowercase().next().filter(|small| small.len_utf8() == letter.len_utf8());
        if let Some(small) = small.filter(|small| *small != letter) {
            folded.replace_range(at..at + letter.len_utf8(), small.encode_utf8(&mut [0; 4]));
        }
    }
    folded
}

/// Reads Markdown into its blocks; offsets are those of `source`.
pub(in crate::check) fn blocks(source: &str) -> Vec<TextBlock> {
    let covered = cover_placeholders(source);
    let mut reader = Blocks { source, covered: &covered, done: Vec::new(), open: None, items: 0 };
    for (event, range) in MeantMarkdown::of(&covered).events() {
        reader.read(event, range);
    }
    reader.close();
    reader.done
}

struct Blocks<'s> {
    source: &'s str,
    covered: &'s str,
    done: Vec<TextBlock>,
    open: Option<TextBlock>,
    /// How many list items are open.
    items: usize,
}

impl Blocks<'_> {
    fn read(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Heading { .. }) => self.start(BlockKind::Heading),
            Event::Start(Tag::TableCell) => self.start(BlockKind::Cell),
            Event::Start(Tag::CodeBlock(_)) => self.start(BlockKind::Code),
            Event::Start(Tag::Paragraph) if self.items == 0 => self.start(BlockKind::Paragraph),
            Event::Start(Tag::Paragraph) => self.start(BlockKind::Item),
            Event::Start(Tag::Item) => {
                self.close();
                self.items += 1;
            }
            Event::End(TagEnd::Item) => {
                self.close();
                self.items = self.items.saturating_sub(1);
            }
            Event::Start(Tag::List(_)) => self.close(),
            Event::End(TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::CodeBlock | TagEnd::Paragraph) => {
                self.close();
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                let block = self.current();
                let at = block.text.len();
                let target = dest_url.into_string();
                block.links.push(TextLink { range: at..at, target });
            }
            Event::End(TagEnd::Link) => {
                let block = self.current();
                let end = block.text.len();
                if let Some(link) = block.links.last_mut() {
                    link.range.end = end;
                }
            }
            Event::Text(text) | Event::Code(text) => self.text(&text, range),
            Event::SoftBreak | Event::HardBreak => self.current().push_letter(' ', range),
            _ => {}
        }
    }

    fn start(&mut self, kind: BlockKind) {
        self.close();
        self.open = Some(TextBlock::new(kind));
    }

    fn close(&mut self) {
        if let Some(mut block) = self.open.take().filter(|block| !block.text.trim().is_empty()) {
            block.finish();
            self.done.push(block);
        }
    }

    fn current(&mut self) -> &mut TextBlock {
        let kind = if self.items > 0 { BlockKind::Item } else { BlockKind::Paragraph };
        self.open.get_or_insert_with(|| TextBlock::new(kind))
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let (source, covered) = (self.source, self.covered);
        // Code stands between its signs, and so does what is written as an entity; all else stands as it is.
        let here = &covered[range.clone()];
        let at = if here.starts_with(text) { Some(0) } else { here.find(text) };
        let start = at.map(|at| range.start + at);
        let block = self.current();
        match start {
            Some(start) => block.push(text, &source[start..start + text.len()], start),
            None => text.chars().for_each(|letter| block.push_letter(letter, range.clone())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reader_sees_words_and_each_knows_its_place() {
        let source = "# Om oss\n\nVed **å\nbruke** siden 6\\. juli &amp; {{ clinic.name }}, \
            se [her](https://a.example).\n\n- ett\n- to\n";
        let blocks = blocks(source);
        let shown: Vec<(BlockKind, &str)> =
            blocks.iter().map(|block| (block.kind, block.text.as_str())).collect();
        let expected = [
            (BlockKind::Heading, "Om oss"),
            (BlockKind::Paragraph, "Ved å bruke siden 6. juli & \u{FFFC}, se her."),
            (BlockKind::Item, "ett"),
            (BlockKind::Item, "to"),
        ];
        assert_eq!(shown, expected);
        let place = |words: &str| {
            let at = blocks[1].text.find(words).unwrap();
            &source[blocks[1].source(&(at..at + words.len()))]
        };
        assert_eq!(place("å bruke"), "å\nbruke");
        assert_eq!(place("6. juli"), "6\\. juli");
        assert_eq!(place("\u{FFFC}, se"), "{{ clinic.name }}, se");
        assert_eq!(&blocks[1].text[blocks[1].links[0].range.clone()], "her");
    }

    #[test]
    fn a_sentence_ends_before_a_capital_letter() {
        let block = &blocks("Se art. 13 nr. 1. Vi svarer. Ring oss!")[0];
        let sentence = |at: usize| &block.text[block.sentence(at)];
        assert_eq!(sentence(3), "Se art. 13 nr. 1.");
        assert_eq!(sentence(20).trim(), "Vi svarer.");
        assert_eq!(sentence(block.text.len() - 1).trim(), "Ring oss!");
    }
}
