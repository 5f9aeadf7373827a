//! What a rule listens for, and where a text says it: all phrases of all rules in one walk.

use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::reading::Block;

/// A way of saying something, within one sentence. A phrase that ends with `*` is also found as the beginning of a longer word.
#[derive(Debug, Clone, Copy)]
pub(in crate::check) struct Saying {
    /// It begins with any of these.
    pub starts: &'static [&'static str],
    /// One of these comes later; nothing need come where there are none.
    pub then: &'static [&'static str],
    /// Any of these in the sentence makes it another thing.
    pub unless: &'static [&'static str],
}

/// Something that a text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Hit {
    /// Which of the rule's sayings it is.
    pub saying: usize,
    /// Which of the saying's starts it is.
    pub start: usize,
    /// In which block.
    pub block: usize,
    /// From its first word to its last.
    pub range: Range<usize>,
    /// The sentence around it.
    pub sentence: Range<usize>,
}

/// The sayings of several listeners, ready to be found.
pub(in crate::check) struct Sayings {
    automaton: AhoCorasick,
    /// For each pattern: the listener, its saying, which start.
    patterns: Vec<(usize, usize, usize)>,
    of: Vec<&'static [Saying]>,
}

impl Sayings {
    /// Listens for the sayings of each listener.
    pub(in crate::check) fn new(of: Vec<&'static [Saying]>) -> Self {
        let mut patterns = Vec::new();
        let mut texts = Vec::new();
        for (listener, sayings) in of.iter().enumerate() {
            for (saying, start, text) in sayings.iter().enumerate().flat_map(|(index, saying)| {
                saying.starts.iter().enumerate().map(move |(start, text)| (index, start, *text))
            }) {
                patterns.push((listener, saying, start));
                texts.push(text.trim_end_matches('*'));
            }
        }
        let automaton = AhoCorasick::new(texts).expect("the phrases are far from the limits of an automaton");
        Self { automaton, patterns, of }
    }

    /// What the blocks say, by listener.
    pub(in crate::check) fn hits(&self, blocks: &[Block]) -> Vec<Vec<Hit>> {
        let mut hits = vec![Vec::new(); self.of.len()];
        for (index, block) in blocks.iter().enumerate() {
            for found in self.automaton.find_overlapping_iter(&block.folded) {
                let (listener, saying, start) = self.patterns[found.pattern().as_usize()];
                let said = self.of[listener][saying];
                let phrase = said.starts[start];
                let Some(end) = ends(&block.folded, found.start(), phrase) else { continue };
                let sentence = block.sentence(found.start());
                let hit = said.completed(block, found.start()..end, sentence.clone());
                hits[listener].extend(hit.map(|range| Hit { saying, start, block: index, range, sentence }));
            }
        }
        hits.iter_mut().for_each(keep_the_longest);
        hits
    }
}

/// Of what stands in the same words, only the first and longest is said.
fn keep_the_longest(hits: &mut Vec<Hit>) {
    hits.sort_by_key(|hit| (hit.block, hit.range.start, std::cmp::Reverse(hit.range.end)));
    let mut last = (0, 0);
    hits.retain(|hit| {
        let is_new = (hit.block, hit.range.start) >= last;
        last = if is_new { (hit.block, hit.range.end) } else { last };
        is_new
    });
}

impl Saying {
    /// Where the whole saying stands, if the sentence completes it and nothing makes it another thing.
    fn completed(&self, block: &Block, start: Range<usize>, sentence: Range<usize>) -> Option<Range<usize>> {
        let text = &block.folded[sentence.clone()];
        if says_any(text, self.unless) {
            return None;
        }
        if self.then.is_empty() {
            return Some(start);
        }
        let rest = block.folded.get(start.end..sentence.end)?;
        let end = self.then.iter().filter_map(|phrase| find(rest, phrase)).map(|range| range.end).min()?;
        Some(start.start..start.end + end)
    }
}

/// Whether a folded text says any of the phrases.
pub(in crate::check) fn says_any(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| find(text, phrase).is_some())
}

/// Where a folded text first says a phrase.
fn find(text: &str, phrase: &str) -> Option<Range<usize>> {
    let plain = phrase.trim_end_matches('*');
    let mut places = text.match_indices(plain);
    places.find_map(|(at, _)| Some(at..ends(text, at, phrase)?))
}

/// Where the phrase ends that stands at `start`, if whole words stand there; the rest of a longer word belongs to it.
fn ends(text: &str, start: usize, phrase: &str) -> Option<usize> {
    let plain = phrase.trim_end_matches('*');
    let end = start + plain.len();
    let begins_word = plain.starts_with(char::is_alphanumeric);
    if begins_word && text[..start].chars().next_back().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let tail = text[end..].find(|letter: char| !letter.is_alphanumeric()).unwrap_or(text.len() - end);
    if phrase.ends_with('*') {
        return Some(end + tail);
    }
    (tail == 0 || !plain.ends_with(char::is_alphanumeric)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::super::reading::blocks;
    use super::*;

    const SAYINGS: &[Saying] =
        &[Saying { starts: &["ved å bruke"], then: &["samtykke*"], unless: &["ikke"] }];

    #[test]
    fn a_saying_is_found_within_one_sentence_however_it_is_set() {
        let sayings = Sayings::new(vec![SAYINGS]);
        let check = |text: &str, expected: &[&str]| {
            let blocks = blocks(text);
            let hits = sayings.hits(&blocks);
            let said: Vec<&str> =
                hits[0].iter().map(|hit| &blocks[hit.block].text[hit.range.clone()]).collect();
            assert_eq!(said, expected, "{text}");
        };
        check("VED *å\nbruke* siden samtykker du.", &["VED å bruke siden samtykker"]);
        check("Ved å bruke siden samtykker du ikke.", &[]);
        check("Ved å bruke siden ser du den. Samtykke er frivillig.", &[]);
        check("Nettsted å bruke samtykke", &[]);
    }
}
