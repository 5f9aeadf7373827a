//! What a name in several words is called for short.

use std::collections::BTreeMap;

use super::boundary::is_definite;
use super::meant::is_coined;
use super::needles::{Needle, NeedleOwner};
use super::spellings::letters;
use crate::names::folded::Folded;

/// Fewer letters than this say little by themselves.
const SHORTEST: usize = 8;

/// The first words that stand for a whole name, each with the needles of those names.
///
/// Such a word says by itself who is meant: it is long, and it is in the definite form
/// (`Smertespesialistene Colosseum`) or no word at all (`MedBeauty Oslo`); a town or a trade is neither.
/// No other owner's name begins with it.
pub(super) fn short_forms(needles: &[Needle]) -> Vec<(String, Vec<usize>)> {
    let mut by_word: BTreeMap<String, Vec<(usize, &NeedleOwner)>> = BTreeMap::new();
    let names = needles.iter().enumerate().filter(|(_, needle)| needle.kind.is_own_name());
    for (index, needle) in names {
        let Some(word) = needle.text.split_whitespace().next() else { continue };
        by_word.entry(letters(&Folded::of(word).key)).or_default().push((index, &needle.owner));
    }
    let forms = by_word.into_iter().filter_map(|(key, names)| {
        let (first, owner) = *names.first()?;
        let text = &needles[first].text;
        let word = text.split_whitespace().next()?;
        let is_telling = key.chars().count() >= SHORTEST && (is_definite(&key) || is_coined(word));
        let is_one_owners = names.iter().all(|(_, other)| *other == owner);
        let is_longer = |name: &usize| needles[*name].text.trim().contains(char::is_whitespace);
        let names: Vec<usize> = names.into_iter().map(|(name, _)| name).collect();
        (is_telling && is_one_owners && names.iter().all(is_longer)).then(|| (word.to_owned(), names))
    });
    forms.collect()
}
