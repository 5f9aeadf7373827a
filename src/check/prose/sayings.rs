//! What rules look for in texts, and where a text says it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::phrase_index::{Found, ListId, PhraseIndex};
use super::phrases::lists_for;
use super::reading::TextBlock;

/// A way of saying something, within one sentence, in lists of phrases that stand in the
/// files of `check/phrases/`.
#[derive(Debug, Clone, Copy)]
pub(in crate::check) struct Saying {
    /// It begins with a phrase of this list, or of a list below it.
    pub starts: &'static str,
    /// A phrase of this list comes later, if one is named.
    pub then: Option<&'static str>,
    /// Any of these in the sentence makes it another thing. If a language lacks such a list, the saying is
    /// not looked for: what the text denies would be found as well.
    pub unless: &'static [&'static str],
}

/// Something that a text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct PhraseHit {
    /// Which of the rules looks for it.
    rule: usize,
    /// Which of its sayings it is.
    pub saying: usize,
    /// The list that it begins with a phrase of.
    pub list: &'static str,
    /// In which block.
    pub block: usize,
    /// From its first word to its last.
    pub range: Range<usize>,
    /// The sentence around it.
    pub sentence: Range<usize>,
}

/// All that rules look for in texts of one language.
#[derive(Debug)]
pub(in crate::check) struct SayingSearch {
    index: PhraseIndex,
    lists: BTreeMap<(&'static str, &'static str), ListId>,
    /// For each list, the sayings that begin with it.
    starts: Vec<Vec<Start>>,
}

#[derive(Debug)]
struct Start {
    /// Which of the rules.
    rule: usize,
    /// Which of its sayings.
    saying: usize,
    list: &'static str,
    then: Option<ListId>,
    unless: Vec<ListId>,
}

/// What the blocks of a text say.
#[derive(Debug, Default)]
pub(in crate::check) struct FoundSayings {
    /// Every phrase that was found.
    pub found: Vec<Found>,
    /// The sayings, in the order of rules.
    pub hits: Vec<PhraseHit>,
}

impl FoundSayings {
    /// What was found of what one of the rules looks for.
    pub(in crate::check) fn hits_of(&self, rule: usize) -> &[PhraseHit] {
        let start = self.hits.partition_point(|hit| hit.rule < rule);
        let of_rule = self.hits[start..].partition_point(|hit| hit.rule == rule);
        &self.hits[start..start + of_rule]
    }
}

impl SayingSearch {
    /// Gets ready to find the sayings of each rule in texts of `language`.
    pub(in crate::check) fn new<'r>(
        language: &str,
        rules: impl Iterator<Item = (&'r str, &'static [Saying])>,
    ) -> Self {
        let phrases = lists_for(language);
        let lists: BTreeMap<_, _> = phrases.keys().enumerate().map(|(id, name)| (*name, id)).collect();
        let mut starts: Vec<Vec<Start>> = lists.iter().map(|_| Vec::new()).collect();
        for (number, (rule, sayings)) in rules.enumerate() {
            for (saying, said) in sayings.iter().enumerate() {
                let list = |name: &'static str| lists.get(&(rule, name)).copied();
                let unless: Option<Vec<ListId>> = said.unless.iter().map(|name| list(name)).collect();
                let then = said.then.map(list);
                let (Some(unless), None | Some(Some(_))) = (unless, then) else { continue };
                let below = lists.iter().filter(|((of, name), _)| *of == rule && begins(name, said.starts));
                for ((_, list), id) in below {
                    let start =
                        Start { rule: number, saying, list, then: then.flatten(), unless: unless.clone() };
                    starts[*id].push(start);
                }
            }
        }
        let phrases = phrases.values().enumerate();
        let phrases = phrases.flat_map(|(id, phrases)| phrases.iter().map(move |phrase| (id, *phrase)));
        Self { index: PhraseIndex::new(phrases), lists, starts }
    }

    /// What the blocks say.
    pub(in crate::check) fn said_in(&self, blocks: &[TextBlock]) -> FoundSayings {
        let mut said = FoundSayings::default();
        for (index, block) in blocks.iter().enumerate() {
            let before = said.found.len();
            self.index.find_in(index, block, &mut said.found);
            let in_block = &said.found[before..];
            let mut by_list: Vec<&Found> = in_block.iter().collect();
            by_list.sort_by_key(|found| (found.list, found.range.start));
            for found in in_block {
                for start in &self.starts[found.list] {
                    let sentence = block.sentence(found.range.start);
                    let range = start.completed(found, &sentence, &by_list);
                    let Start { rule, saying, list, .. } = *start;
                    let hit = |range| PhraseHit { rule, saying, list, block: index, range, sentence };
                    said.hits.extend(range.map(hit));
                }
            }
        }
        keep_the_longest(&mut said.hits);
        said
    }

    /// A list of a rule, if anything at all was found.
    fn list_found(&self, said: &FoundSayings, rule: &str, list: &str) -> Option<ListId> {
        if said.found.is_empty() { None } else { self.lists.get(&(rule, list)).copied() }
    }

    /// Where phrases of a rule's list were found, by block.
    pub(in crate::check) fn places<'s>(
        &self,
        said: &'s FoundSayings,
        rule: &str,
        list: &str,
    ) -> impl Iterator<Item = (usize, &'s Range<usize>)> {
        let list = self.list_found(said, rule, list);
        let found = said.found.iter().filter(move |found| list == Some(found.list));
        found.map(|found| (found.block, &found.range))
    }

    /// Where phrases of a rule's list were found in one block.
    pub(in crate::check) fn places_in<'s>(
        &self,
        said: &'s FoundSayings,
        rule: &str,
        list: &str,
        block: usize,
    ) -> impl Iterator<Item = &'s Range<usize>> {
        let list = self.list_found(said, rule, list);
        let first = said.found.partition_point(|found| found.block < block);
        let in_block = said.found[first..].iter().take_while(move |found| found.block == block);
        in_block.filter(move |found| list == Some(found.list)).map(|found| &found.range)
    }

    /// The lists below one of a rule's, of which a phrase is found in any of the texts.
    pub(in crate::check) fn lists_said(&self, texts: &[&str], rule: &str, above: &str) -> Vec<&'static str> {
        let mut found = Vec::new();
        for text in texts {
            self.index.find_in(0, &TextBlock::of_field(text, 0..text.len(), true), &mut found);
        }
        let said =
            self.lists_below(rule, above).filter(|(_, id)| found.iter().any(|place| place.list == *id));
        said.map(|(name, _)| name).collect()
    }

    /// Whether any saying of a rule is looked for.
    pub(in crate::check) fn looks_for(&self, rule: &str) -> bool {
        self.lists.iter().any(|((of, _), id)| *of == rule && !self.starts[*id].is_empty())
    }

    /// A rule's list of this name, and those below it.
    pub(in crate::check) fn lists_below(
        &self,
        rule: &str,
        above: &str,
    ) -> impl Iterator<Item = (&'static str, ListId)> {
        let below = self.lists.iter().filter(move |((of, name), _)| *of == rule && begins(name, above));
        below.map(|((_, name), id)| (*name, *id))
    }
}

/// Whether a list is the one that is named, or stands below it.
fn begins(list: &str, named: &str) -> bool {
    list.strip_prefix(named).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

impl Start {
    /// Where the whole saying stands, if the sentence completes it and nothing makes it another thing.
    ///
    /// `by_list` is what was found in the block, in the order of lists and of the text.
    fn completed(&self, start: &Found, sentence: &Range<usize>, by_list: &[&Found]) -> Option<Range<usize>> {
        let found_from = |list: ListId, from: usize| {
            let first = by_list.partition_point(|found| (found.list, found.range.start) < (list, from));
            let found = by_list[first..].iter();
            let here = found.take_while(move |found| found.list == list && found.range.start < sentence.end);
            here.filter(|found| found.range.end <= sentence.end)
        };
        let is_said = |list: &ListId| found_from(*list, sentence.start).any(|found| !found.is_hyphenated);
        if self.unless.iter().any(is_said) {
            return None;
        }
        let Some(then) = self.then else { return Some(start.range.clone()) };
        let mut end: Option<usize> = None;
        for later in found_from(then, start.range.end) {
            // None that begins behind the end of another ends before it.
            if end.is_some_and(|end| later.range.start >= end) {
                break;
            }
            end = Some(end.map_or(later.range.end, |end| end.min(later.range.end)));
        }
        Some(start.range.start..end?)
    }
}

/// Of what a rule finds in the same words, only the first and longest is said.
fn keep_the_longest(hits: &mut Vec<PhraseHit>) {
    hits.sort_by_key(|hit| {
        (hit.rule, hit.block, hit.range.start, std::cmp::Reverse(hit.range.end), hit.saying)
    });
    let mut last = (0, 0, 0);
    hits.retain(|hit| {
        let is_new = (hit.rule, hit.block, hit.range.start) >= last;
        last = if is_new { (hit.rule, hit.block, hit.range.end) } else { last };
        is_new
    });
}

#[cfg(test)]
mod tests {
    use super::super::reading::blocks;
    use super::*;

    const BY_USE: &[Saying] = &[Saying { starts: "use", then: Some("is-consent"), unless: &["denied"] }];
    const EMPTY: &[Saying] = &[Saying { starts: "empty", then: None, unless: &[] }];

    fn said(language: &str, rule: &str, sayings: &'static [Saying], text: &str) -> Vec<String> {
        let blocks = blocks(text);
        let said = SayingSearch::new(language, [(rule, sayings)].into_iter()).said_in(&blocks);
        said.hits.iter().map(|hit| blocks[hit.block].text[hit.range.clone()].to_owned()).collect()
    }

    #[test]
    fn a_saying_is_found_within_one_sentence_however_it_is_set() {
        let check = |language: &str, text: &str, expected: &[&str]| {
            assert_eq!(said(language, "consent-by-use", BY_USE, text), expected, "{language}: {text}");
        };
        check("nb", "VED *å\nbruke* siden samtykker du.", &["VED å bruke siden samtykker du"]);
        check("nb", "Ved å bruke siden samtykker du ikke.", &[]);
        check("nb", "Ved å bruke siden ser du den. Her samtykker du.", &[]);
        check("nb", "Nettsted å bruke samtykker du", &[]);
        check("nn", "Ved å bruke sida samtykkjer du.", &["Ved å bruke sida samtykkjer du"]);
        check("nn", "Ved å bruke sida samtykkjer du ikkje.", &[]);
    }

    #[test]
    fn a_language_hears_its_own_phrases_and_negations_alone() {
        let check = |language: &str, text: &str, found: bool| {
            assert_eq!(
                !said(language, "consent-by-use", BY_USE, text).is_empty(),
                found,
                "{language}: {text}"
            );
        };
        check("nb", "By using the site you agree.", false);
        check("en", "By using the site you agree.", true);
        check("nb", "Ved å bruke No Limits samtykker du.", true);
        check("se", "Ved å bruke siden samtykker du.", false);
    }

    #[test]
    fn a_domain_and_a_name_with_a_hyphen_are_no_negation() {
        let check = |language: &str, text: &str| {
            assert_eq!(said(language, "consent-by-use", BY_USE, text).len(), 1, "{language}: {text}");
        };
        for name in [
            "aldri-mer.no",
            "ingen.example",
            "www.ikke.no",
            "post@uten.no",
            "https://x.no/uten/",
            "Aldri-Mer",
        ] {
            check("nb", &format!("Ved å bruke {name} samtykker du."));
        }
        for name in ["no.example", "info@no-reply.no", "never.example", "No-Pain"] {
            check("en", &format!("By using {name} you agree."));
        }
    }

    #[test]
    fn the_longest_of_what_stands_in_the_same_words_is_said() {
        assert_eq!(said("nb", "link-text-says-nothing", EMPTY, "Les mer her"), ["Les mer her"]);
    }
}
