use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use aho_corasick::Anchored;
use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;

use super::folded::{Folded, small};

/// The spellings of names and addresses, found together: one automaton, however many there are.
///
/// It is walked from the beginning of each word, and passes over the gaps between words and parts of words:
/// what is written in one word is found in two, and with a hyphen.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    automaton: Option<NFA>,
    /// Whose spelling each pattern of the automaton is.
    of: Vec<Vec<Spelling>>,
}

/// How something is spelled, but for the letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelling {
    pub needle: usize,
    /// In small letters and with its hyphens, if these count: `a-b.no` is not `ab.no`.
    pub exact: Option<String>,
}

/// With more letters than this, what is called a name is not looked for as one: from each word of a text, the
/// longest name is gone along.
const LONGEST: usize = 500;

/// Spellings on their way into the automaton, by their letters.
pub(super) type ByLetters = BTreeMap<String, Vec<Spelling>>;

impl Spellings {
    /// The automaton for all of these.
    pub(super) fn of(spellings: ByLetters) -> Self {
        let automaton = NFA::new(spellings.keys()).ok();
        Self { automaton, of: spellings.into_values().collect() }
    }

    /// All places where a spelling begins with a word, each with its needle.
    pub(super) fn places(&self, text: &Folded) -> Vec<(usize, Range<usize>)> {
        let mut places = Vec::new();
        let Some(automaton) = &self.automaton else { return places };
        begins_of_words(&text.key).for_each(|at| self.from(at, automaton, text, &mut places));
        places
    }

    /// The bytes with which a spelling goes on that begins with a word of a text and does not end there.
    pub(super) fn continuations(&self, text: &Folded) -> BTreeSet<u8> {
        let Some(automaton) = &self.automaton else { return BTreeSet::new() };
        let next = |state, byte| automaton.next_state(Anchored::Yes, state, byte);
        let at_end = |start: usize| {
            let begin = automaton.start_state(Anchored::Yes).ok()?;
            let letters = text.key[start..].bytes().filter(|byte| *byte != b' ');
            // What is dead stays dead, and most is after a letter or two.
            letters.into_iter().try_fold(begin, |state, byte| {
                Some(next(state, byte)).filter(|state| !automaton.is_dead(*state))
            })
        };
        let goes_on = |state| (0..=u8::MAX).filter(move |byte| !automaton.is_dead(next(state, *byte)));
        // A letter has one gap before it at most.
        let goes_far = |start: &usize| text.key.len() - start <= 2 * LONGEST;
        begins_of_words(&text.key).filter(goes_far).filter_map(at_end).flat_map(goes_on).collect()
    }

    fn from(&self, start: usize, automaton: &NFA, text: &Folded, places: &mut Vec<(usize, Range<usize>)>) {
        let Ok(mut state) = automaton.start_state(Anchored::Yes) else { return };
        let letters = text.key.bytes().enumerate().skip(start).filter(|(_, byte)| *byte != b' ');
        for (walked, (at, byte)) in (1..=LONGEST).zip(letters) {
            state = automaton.next_state(Anchored::Yes, state, byte);
            if automaton.is_dead(state) {
                return;
            }
            if automaton.is_match(state) {
                let range = start..at + 1;
                for index in 0..automaton.match_len(state) {
                    let pattern = automaton.match_pattern(state, index);
                    // What ends here and began later is found from where it began.
                    if automaton.pattern_len(pattern) != walked {
                        continue;
                    }
                    let spellings = &self.of[pattern.as_usize()];
                    let here = spellings.iter().filter(|spelling| spelling.is_at(&text.shown[range.clone()]));
                    places.extend(here.map(|spelling| (spelling.needle, range.clone())));
                }
            }
        }
    }
}

/// Where the words of a folded text begin.
fn begins_of_words(key: &str) -> impl Iterator<Item = usize> {
    let mut is_within_word = false;
    key.char_indices().filter_map(move |(at, letter)| {
        let may_begin = !is_within_word && !matches!(letter, ' ' | '\n');
        is_within_word = letter.is_alphanumeric();
        may_begin.then_some(at)
    })
}

impl Spelling {
    fn is_at(&self, shown: &str) -> bool {
        self.exact.as_ref().is_none_or(|exact| exact.chars().eq(shown.chars().map(small)))
    }
}

/// The letters of a folded text, without the gaps.
pub(super) fn letters(key: &str) -> String {
    key.replace(' ', "")
}
