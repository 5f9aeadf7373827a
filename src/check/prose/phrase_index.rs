//! Many phrases at once, found in one pass through a text.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::reading::TextBlock;

/// Which of the lists of an index.
pub(in crate::check) type ListId = usize;

/// A phrase of a list, where a text has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Found {
    /// The list.
    pub list: ListId,
    /// In which block.
    pub block: usize,
    /// All of its words; the rest of a longer word belongs to it.
    pub range: Range<usize>,
    /// Whether a hyphen makes it a part of a longer word, such as a name: the `no` of `no-reply`.
    pub is_hyphenated: bool,
}

/// Phrases of several lists, ready to be found. A phrase that ends with `*` is also found as the
/// beginning of a longer word.
#[derive(Debug)]
pub(in crate::check) struct PhraseIndex {
    automaton: AhoCorasick,
    patterns: Vec<Pattern>,
}

#[derive(Debug)]
struct Pattern {
    begins_word: bool,
    ends_word: bool,
    is_stem: bool,
    lists: Vec<ListId>,
}

impl PhraseIndex {
    /// An index of phrases in small letters, each with its list.
    pub(in crate::check) fn new<'p>(phrases: impl Iterator<Item = (ListId, &'p str)>) -> Self {
        let mut lists: BTreeMap<&str, Vec<ListId>> = BTreeMap::new();
        phrases.for_each(|(list, phrase)| lists.entry(phrase).or_default().push(list));
        let texts = lists.keys().map(|phrase| phrase.trim_end_matches('*'));
        let automaton = AhoCorasick::new(texts).expect("the phrases are far from the limits of an automaton");
        let pattern = |(phrase, lists): (&str, Vec<ListId>)| Pattern {
            begins_word: phrase.starts_with(char::is_alphanumeric),
            ends_word: phrase.ends_with(char::is_alphanumeric),
            is_stem: phrase.ends_with('*'),
            lists,
        };
        Self { automaton, patterns: lists.into_iter().map(pattern).collect() }
    }

    /// Adds what a block says, in the order in which it ends.
    pub(in crate::check) fn find_in(&self, index: usize, block: &TextBlock, found: &mut Vec<Found>) {
        for place in self.automaton.find_overlapping_iter(&block.folded) {
            let pattern = &self.patterns[place.pattern().as_usize()];
            let Some(range) = pattern.whole_words(&block.folded, place.range()) else { continue };
            if block.addresses.iter().any(|address| address.parts(&range)) {
                continue;
            }
            let is_hyphenated = pattern.is_hyphenated(&block.folded, &range);
            let of_list =
                |list: &ListId| Found { list: *list, block: index, range: range.clone(), is_hyphenated };
            found.extend(pattern.lists.iter().map(of_list));
        }
    }
}

impl Pattern {
    /// The words at a place, if the phrase does not begin or end within a word.
    fn whole_words(&self, text: &str, place: Range<usize>) -> Option<Range<usize>> {
        let (before, after) = (&text[..place.start], &text[place.end..]);
        if self.begins_word && before.ends_with(char::is_alphanumeric) {
            return None;
        }
        if self.is_stem {
            let rest = after.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(after.len());
            return Some(place.start..place.end + rest);
        }
        (!self.ends_word || !after.starts_with(char::is_alphanumeric)).then_some(place)
    }

    fn is_hyphenated(&self, text: &str, range: &Range<usize>) -> bool {
        const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];
        let joins = |letters: &mut dyn Iterator<Item = char>| {
            letters.next().is_some_and(|hyphen| HYPHENS.contains(&hyphen))
                && letters.next().is_some_and(char::is_alphanumeric)
        };
        self.begins_word && joins(&mut text[..range.start].chars().rev())
            || self.ends_word && joins(&mut text[range.end..].chars())
    }
}
