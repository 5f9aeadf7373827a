//! The names of weekdays and months.

use jiff::civil::Weekday;

/// Bokmål, nynorsk, English, Swedish, Danish.
const LANGUAGES: [&str; 5] = ["nb", "nn", "en", "sv", "da"];

const WEEKDAYS: [(Weekday, [&str; 5]); 7] = [
    (Weekday::Monday, ["mandag", "måndag", "monday", "måndag", "mandag"]),
    (Weekday::Tuesday, ["tirsdag", "tysdag", "tuesday", "tisdag", "tirsdag"]),
    (Weekday::Wednesday, ["onsdag", "onsdag", "wednesday", "onsdag", "onsdag"]),
    (Weekday::Thursday, ["torsdag", "torsdag", "thursday", "torsdag", "torsdag"]),
    (Weekday::Friday, ["fredag", "fredag", "friday", "fredag", "fredag"]),
    (Weekday::Saturday, ["lørdag", "laurdag", "saturday", "lördag", "lørdag"]),
    (Weekday::Sunday, ["søndag", "sundag", "sunday", "söndag", "søndag"]),
];

/// In the Nordic languages, in English, and shortened.
const MONTHS: [(&[&str], &str, &[&str]); 12] = [
    (&["januar", "januari"], "january", &["jan"]),
    (&["februar", "februari"], "february", &["feb"]),
    (&["mars", "marts"], "march", &["mar"]),
    (&["april"], "april", &["apr"]),
    (&["mai", "maj"], "may", &[]),
    (&["juni"], "june", &["jun"]),
    (&["juli"], "july", &["jul"]),
    (&["august", "augusti"], "august", &["aug"]),
    (&["september"], "september", &["sep", "sept"]),
    (&["oktober"], "october", &["okt", "oct"]),
    (&["november"], "november", &["nov"]),
    (&["desember", "december"], "december", &["des", "dec"]),
];

/// How a month is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MonthWord {
    /// From 1.
    pub number: i8,
    /// Whether English has the word; there a month may stand before its day.
    pub is_english: bool,
    /// Whether it is shortened.
    pub is_short: bool,
}

/// The weekday of a word: `fredag`, `Fredagen`, `Friday`.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    // Most words of a text end otherwise, and need no copy in small letters.
    let ends = |ending: &str| {
        word.len()
            .checked_sub(ending.len())
            .and_then(|start| word.get(start..))
            .is_some_and(|end| end.eq_ignore_ascii_case(ending))
    };
    if !["dag", "day", "dagen"].into_iter().any(ends) {
        return None;
    }
    let word = word.to_lowercase();
    let stem = word.strip_suffix("en").unwrap_or(&word);
    WEEKDAYS.iter().find(|(_, names)| names.contains(&stem)).map(|(weekday, _)| *weekday)
}

/// The weekday in the language and the form of a word that names another: `Lørdag` for `Fredag`.
pub(in crate::check) fn weekday_in(language: &str, like: &str, weekday: Weekday) -> String {
    let lower = like.to_lowercase();
    let stem = lower.strip_suffix("en").unwrap_or(&lower);
    let is_used = |column: &usize| WEEKDAYS.iter().any(|(_, names)| names[*column] == stem);
    let of_language = LANGUAGES.iter().position(|known| *known == language).filter(is_used);
    let column = of_language.or_else(|| (0..LANGUAGES.len()).find(is_used)).unwrap_or_default();
    let name = WEEKDAYS.iter().find(|(known, _)| *known == weekday).map_or("", |(_, names)| names[column]);
    let mut letters = name.chars();
    let is_capital = like.chars().next().is_some_and(char::is_uppercase);
    let first = letters.next().into_iter().flat_map(char::to_uppercase).collect::<String>();
    let name = if is_capital { first + letters.as_str() } else { name.to_owned() };
    if stem == lower { name } else { name + "en" }
}

/// The month of a word. `may` and `march` are English words of their own,
/// and months only with a capital letter.
pub(super) fn month(word: &str) -> Option<MonthWord> {
    let lower = word.to_lowercase();
    let is_capital = word.chars().next().is_some_and(char::is_uppercase);
    let index = MONTHS.iter().position(|(nordic, english, short)| {
        nordic.contains(&lower.as_str()) || *english == lower || short.contains(&lower.as_str())
    })?;
    let (_, english, short) = MONTHS[index];
    if !is_capital && matches!(lower.as_str(), "may" | "march") {
        return None;
    }
    let is_short = short.contains(&lower.as_str());
    // `Okt 5` and `Des 5` are nobody's; in small letters, `jul 5` is Christmas.
    let is_english = english == lower || is_short && is_capital && english.starts_with(&lower);
    Some(MonthWord { number: i8::try_from(index + 1).ok()?, is_english, is_short })
}
