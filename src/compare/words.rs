use std::ops::Range;

use super::blocks::PageBlock;

/// What both brands' names are taken for, and both brands' domains; no page can hold these signs.
const NAME: &str = "\u{0}name";
const DOMAIN: &str = "\u{0}domain";

/// What the number of a chapter is taken for.
const NUMBER: &str = "\u{0}number";

/// A word of a text, or a sign beside one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ComparedWord<'t> {
    /// What it is compared by.
    pub key: &'t str,
    /// Where it stands in the text.
    pub place: Range<usize>,
}

/// Sequences of words that count as the same as those of the other brand: its name and its domains.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct OwnNames(Vec<(Vec<String>, &'static str)>);

impl OwnNames {
    /// A brand's names, and the longest of them first: one may be a part of another.
    pub(crate) fn of<'n>(names: impl IntoIterator<Item = &'n str>, domains: &[&'n str]) -> Self {
        let names = names.into_iter().map(|name| (name, NAME));
        let all = names.chain(domains.iter().map(|domain| (*domain, DOMAIN)));
        let words = |text: &str| split(text).map(|place| text[place].to_owned()).collect::<Vec<_>>();
        let mut all: Vec<_> = all.map(|(text, key)| (words(text), key)).collect();
        all.retain(|(words, _)| !words.is_empty());
        all.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        Self(all)
    }

    /// Those names that the other page does not say: what both say is the same without further ado, and a
    /// brand's name on the page of another is a difference.
    pub(crate) fn unless_in(self, other: &[PageBlock]) -> Self {
        let is_said = |name: &(Vec<String>, &'static str)| {
            let alone = Self(vec![name.clone()]);
            other.iter().any(|block| words(&block.text, &alone).iter().any(|word| word.key == name.1))
        };
        Self(self.0.into_iter().filter(|name| !is_said(name)).collect())
    }
}

/// Returns the words of a text, in which the names of `own` are one word each.
pub(crate) fn words<'t>(text: &'t str, own: &OwnNames) -> Vec<ComparedWord<'t>> {
    let places: Vec<Range<usize>> = split(text).collect();
    let mut words = Vec::with_capacity(places.len());
    let mut rest = &places[..];
    while let Some(first) = rest.first() {
        let is_here = |name: &[String]| {
            name.len() <= rest.len()
                && name.iter().zip(rest).all(|(word, place)| text[place.clone()] == *word)
        };
        let found = own.0.iter().find(|(name, _)| is_here(name));
        let (length, key) = found.map_or((1, &text[first.clone()]), |(name, key)| (name.len(), *key));
        words.push(ComparedWord { key, place: first.start..rest[length - 1].end });
        rest = &rest[length..];
    }
    words
}

/// The words of a text, and what stands between them.
pub(crate) fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut end = 0;
    for place in split(text) {
        pieces.extend([&text[end..place.start], &text[place.clone()]]);
        end = place.end;
    }
    pieces.push(&text[end..]);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Takes the number before a heading for that before any other: it says how many chapters come before, which
/// is not a difference of this one.
pub(super) fn without_number(words: &mut [ComparedWord<'_>]) {
    let is_number = |key: &str| key.split('.').all(|part| part.parse::<u16>().is_ok());
    if let [first, _, ..] = words
        && is_number(first.key)
    {
        first.key = NUMBER;
    }
}

/// The places of the words: what stands between spaces. The signs before and after it, and those between the
/// parts of an address, stand by themselves.
fn split(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut goes_on = false;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        let is_within = !letter.is_whitespace() && (letter.is_alphanumeric() || is_inside(text, at, letter));
        match places.last_mut().filter(|_| goes_on && is_within) {
            Some(word) => word.end = end,
            None if letter.is_whitespace() => {}
            None => places.push(at..end),
        }
        goes_on = is_within;
    }
    places.into_iter()
}

/// Whether a sign joins what stands on both sides of it to one word.
fn is_inside(text: &str, at: usize, sign: char) -> bool {
    let (before, after) = (&text[..at], &text[at + sign.len_utf8()..]);
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    !matches!(sign, '@' | '/') && is_letter(before.chars().next_back()) && is_letter(after.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::blocks::PageBlockKind;

    fn check(text: &str, own: &OwnNames, expected: &[&str]) {
        let keys: Vec<&str> = words(text, own).iter().map(|word| word.key).collect();
        assert_eq!(keys, expected, "{text}");
    }

    #[test]
    fn signs_beside_a_word_are_words_of_their_own() {
        let none = OwnNames::default();
        check("", &none, &[]);
        check("Klag, da (nå).", &none, &["Klag", ",", "da", "(", "nå", ")", "."]);
        check("a@b.no: § 8 – «é»", &none, &["a", "@", "b.no", ":", "§", "8", "–", "«", "é", "»"]);
        check("2,5 e-post 6(1)(c)", &none, &["2,5", "e-post", "6(1", ")", "(", "c", ")"]);
    }

    #[test]
    fn the_number_of_a_chapter_is_that_of_any_other() {
        let check = |text: &str, expected: bool| {
            let mut words = words(text, &OwnNames::default());
            without_number(&mut words);
            assert_eq!(words[0].key == NUMBER, expected, "{text}");
        };
        check("2 Hvem", true);
        check("2.10 Hvem", true);
        check("2026", false);
        check("2,5 timer", false);
        check("Hvem 2", false);
    }

    #[test]
    fn a_brands_own_names_are_one_word_the_longest_first() {
        let own = OwnNames::of(Some("Oslo Klinikk"), &["oslo.example", ""]);
        check("Hos Oslo Klinikk, oslo.example. Oslo", &own, &["Hos", NAME, ",", DOMAIN, ".", "Oslo"]);
        check("post@oslo.example", &own, &["post", "@", DOMAIN]);
        let place = words("Hos Oslo Klinikk!", &own)[1].place.clone();
        assert_eq!(&"Hos Oslo Klinikk!"[place], "Oslo Klinikk");
        let block =
            |text: &str| PageBlock { kind: PageBlockKind::Item, text: text.to_owned(), section: None };
        let own = own.unless_in(&[block("Se Oslo Klinikk."), block("oslo")]);
        check("Oslo Klinikk, oslo.example", &own, &["Oslo", "Klinikk", ",", DOMAIN]);
        let nested = OwnNames::of(Some("Oslo"), &["Oslo Klinikk"]);
        check("Oslo Klinikk Oslo", &nested, &[DOMAIN, NAME]);
    }
}
