use std::ops::Range;

use serde::Serialize;

/// Whether patients must be told of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// It concerns a purpose, a ground, a recipient, a country, a period, a right, who is responsible or whom
    /// to turn to.
    Material,
    /// It concerns wording, practical matters or layout.
    Editorial,
}

/// Words for lengths of time, in the languages that felles ships.
const PERIODS: [&str; 12] =
    ["dag", "day", "uke", "vecka", "veckor", "uge", "week", "måned", "månad", "month", "år", "year"];

/// Words that turn a sentence around, or bind somebody.
const TURNS: [&str; 37] = [
    "ikke", "ikkje", "inte", "not", "aldri", "aldrig", "never", "ingen", "inga", "inget", "none", "no",
    "uten", "utan", "without", "bare", "berre", "bara", "kun", "only", "alltid", "always", "må", "måste",
    "skal", "ska", "must", "shall", "kan", "can", "unntatt", "unntak", "undantag", "undtagen", "except",
    "ulovlig", "forbudt",
];

/// Whether two texts have the same words: they differ in signs, spaces and capitals alone.
#[must_use]
pub(super) fn is_same_wording(then: &str, now: &str) -> bool {
    plain_words(then).eq(plain_words(now))
}

/// Whether words speak of what patients must be told, as far as words alone show it: one of `names`, a
/// period, or a word that turns the sentence around.
#[must_use]
pub(super) fn speaks_of_facts(words: &str, names: &[String]) -> bool {
    let lower = words.to_lowercase();
    let mut last_has_digit = false;
    let mut has_period = false;
    for word in plain_words(words) {
        has_period |= last_has_digit && PERIODS.iter().any(|period| word.starts_with(period));
        last_has_digit = word.chars().any(|letter| letter.is_ascii_digit());
        if TURNS.contains(&word.as_str()) {
            return true;
        }
    }
    has_period
        || last_has_digit && plain_words(words).count() == 1
        || names.iter().any(|name| lower.contains(name))
}

/// The words in small letters, without the signs between them; a sign between digits belongs to the number.
fn plain_words(text: &str) -> impl Iterator<Item = String> + '_ {
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut goes_on = false;
    for (at, letter) in text.char_indices().filter(|(_, letter)| *letter != '\u{ad}') {
        let digit = |found: Option<char>| found.is_some_and(|letter| letter.is_ascii_digit());
        let is_in_number = matches!(letter, '.' | ',' | ':' | '/')
            && digit(text[..at].chars().next_back())
            && digit(text[at + letter.len_utf8()..].chars().next());
        let is_within = letter.is_alphanumeric() || matches!(letter, '§' | '%' | '@' | '+') || is_in_number;
        match places.last_mut().filter(|_| goes_on && is_within) {
            Some(place) => place.end = at + letter.len_utf8(),
            None if is_within => places.push(at..at + letter.len_utf8()),
            None => {}
        }
        goes_on = is_within;
    }
    places.into_iter().map(|place| text[place].replace('\u{ad}', "").to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_spaces_and_capitals_are_no_other_words() {
        let check = |then: &str, now: &str, same: bool| {
            assert_eq!(is_same_wording(then, now), same, "{then} | {now}");
        };
        check("Vi lagrer navn.", "vi lagrer  navn", true);
        check("«navn» – og mer", "\"navn\", og mer", true);
        check("30 dager", "90 dager", false);
        check("1.5 år", "15 år", false);
        check("vi deler", "vi deler ikke", false);
        check("§ 5", "5", false);
        check("tele\u{ad}fon", "telefon", true);
    }

    #[test]
    fn names_periods_and_words_that_turn_a_sentence_are_facts() {
        let names = ["mailchimp".to_owned()];
        let check = |words: &str, facts: bool| assert_eq!(speaks_of_facts(words, &names), facts, "{words}");
        check("sendt med Mailchimp", true);
        check("i 30 dager", true);
        check("60", true);
        check("aldri", true);
        check("hyggelig og lett å lese", false);
        check("side 3 av heftet", false);
    }
}
