//! A text as its reader sees it: without the signs of Markdown, and with the place of every letter.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::tokens::tokens;
use crate::parse::{begins_placeholder, cover_placeholders};

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
pub(in crate::check) struct Block {
    pub kind: BlockKind,
    /// What the reader sees, with one space for any white space and [`PLACEHOLDER`] for each placeholder.
    pub text: String,
    /// The same in small letters, byte for byte.
    pub folded: String,
    pub links: Vec<Link>,
    /// The placeholders' paths, in order.
    pub placeholders: Vec<String>,
    /// For each byte of the text, the bytes of the source that it was read from.
    places: Vec<(usize, usize)>,
    /// Where a sentence ends and another follows.
    sentence_ends: Vec<usize>,
}

/// A link within a block.
#[derive(Debug, Clone)]
pub(in crate::check) struct Link {
    /// Its words.
    pub range: Range<usize>,
    /// Where it goes, as written.
    pub target: String,
}

impl Block {
    fn new(kind: BlockKind) -> Self {
        let (text, folded) = (String::new(), String::new());
        let (links, placeholders, places, sentence_ends) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { kind, text, folded, links, placeholders, places, sentence_ends }
    }

    /// A text out of a TOML file, which is written at `place` where it stands there as it is.
    pub(in crate::check) fn of_field(text: &str, place: Range<usize>, is_verbatim: bool) -> Self {
        let mut block = Self::new(BlockKind::Field);
        let covered = cover_placeholders(text);
        if is_verbatim {
            block.push(&covered, text, place.start);
        } else {
            block.push(&covered, text, 0);
            block.places.fill((place.start, place.end));
        }
        block.part_sentences();
        block
    }

    /// Adds what stands at `offset` of the source.
    fn push(&mut self, covered: &str, source: &str, offset: usize) {
        let mut covered_to = 0;
        for (at, letter) in covered.char_indices() {
            if at < covered_to {
                continue;
            }
            covered_to = at + letter.len_utf8();
            if !begins_placeholder(letter) {
                self.push_letter(letter, offset + at..offset + covered_to);
                continue;
            }
            covered_to = source[at..].find("}}").map_or(source.len(), |close| at + close + 2);
            let path = source[at..covered_to].trim_matches(|letter: char| "{} ".contains(letter));
            self.placeholders.push(path.to_owned());
            self.push_letter(PLACEHOLDER, offset + at..offset + covered_to);
        }
    }

    fn push_letter(&mut self, letter: char, place: Range<usize>) {
        let letter = if letter.is_whitespace() { ' ' } else { letter };
        if letter == '\u{AD}' || (letter == ' ' && (self.text.is_empty() || self.text.ends_with(' '))) {
            return;
        }
        self.text.push(letter);
        let mut small = letter.to_lowercase();
        let folded = small.next().filter(|small| small.len_utf8() == letter.len_utf8());
        self.folded.push(folded.unwrap_or(letter));
        self.places.extend(std::iter::repeat_n((place.start, place.end), letter.len_utf8()));
    }

    /// The bytes of the source that a part of the text was read from.
    pub(in crate::check) fn source(&self, range: &Range<usize>) -> Range<usize> {
        let last = range.end.saturating_sub(1).max(range.start);
        match (self.places.get(range.start), self.places.get(last)) {
            (Some((start, _)), Some((_, end))) => *start..(*end).max(*start),
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

    /// Finds the ends of sentences: full stops that a capital letter follows.
    fn part_sentences(&mut self) {
        let ends = self.text.match_indices(['.', '!', '?']).filter_map(|(stop, _)| {
            let rest = &self.text[stop + 1..];
            let next = rest.chars().find(|letter| !['»', '"', ')', ' '].contains(letter))?;
            let parted = rest.starts_with([' ', '»', '"', ')']);
            (parted && (next.is_uppercase() || next == PLACEHOLDER)).then_some(stop + 1)
        });
        self.sentence_ends = ends.collect();
    }

    /// The words, as ranges.
    pub(in crate::check) fn words(&self) -> Vec<Range<usize>> {
        let is_word = |text: &str| text.chars().all(char::is_alphabetic);
        tokens(&self.text).into_iter().filter(|token| is_word(token.text)).map(|token| token.range).collect()
    }
}

/// Reads Markdown into its blocks; offsets are those of `source`.
pub(in crate::check) fn blocks(source: &str) -> Vec<Block> {
    let covered = cover_placeholders(source);
    let mut reader = Blocks { source, covered: &covered, done: Vec::new(), open: None, items: 0 };
    let parser = Parser::new_ext(&covered, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    for (event, range) in parser.into_offset_iter() {
        reader.read(event, range);
    }
    reader.close();
    reader.done
}

struct Blocks<'s> {
    source: &'s str,
    covered: &'s str,
    done: Vec<Block>,
    open: Option<Block>,
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
                block.links.push(Link { range: at..at, target });
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
        self.open = Some(Block::new(kind));
    }

    fn close(&mut self) {
        if let Some(mut block) = self.open.take().filter(|block| !block.text.trim().is_empty()) {
            block.part_sentences();
            self.done.push(block);
        }
    }

    fn current(&mut self) -> &mut Block {
        let kind = if self.items > 0 { BlockKind::Item } else { BlockKind::Paragraph };
        self.open.get_or_insert_with(|| Block::new(kind))
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let (source, covered) = (self.source, self.covered);
        // Code stands between its signs, and so does what is written as an entity; all else stands as it is.
        let start = covered[range.clone()].find(text).map(|at| range.start + at);
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
        let source = "# Om oss\n\nVed **å\nbruke** siden 6\\. juli &amp; {{ clinic.name }}, se [her](https://a.example).\n\n- ett\n- to\n";
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
