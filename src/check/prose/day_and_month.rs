//! A day and its month in figures, without a year: what is one, and what only looks like it.

use super::tokens::Token;
use super::vocabulary::weekday;

pub(super) const DASHES: [char; 3] = ['-', '–', '—'];

/// What looks like a day and its month, and is a share of something.
const SHARES: [(&str, &str); 6] = [("24", "7"), ("1", "2"), ("1", "3"), ("2", "3"), ("1", "4"), ("3", "4")];

/// What stands before numbers that are none.
const NO_DATE: [&str; 33] = [
    "kl",
    "klokka",
    "klokken",
    "nr",
    "punkt",
    "pkt",
    "kap",
    "åpent",
    "ope",
    "kapittel",
    "artikkel",
    "art",
    "versjon",
    "section",
    "article",
    "version",
    "avsnitt",
    "rom",
    "rommet",
    "sal",
    "side",
    "etasje",
    "trinn",
    "skala",
    "score",
    "blodtrykk",
    "blodtrykket",
    "bt",
    "room",
    "ward",
    "chapter",
    "step",
    "pressure",
];

/// What is counted, and stands behind numbers that are no days.
const UNITS: [&str; 20] = [
    "prosent",
    "percent",
    "mg",
    "ml",
    "kg",
    "cm",
    "mm",
    "mmol",
    "mmhg",
    "kroner",
    "kr",
    "timer",
    "timar",
    "år",
    "ganger",
    "tablett",
    "tabletter",
    "hours",
    "years",
    "times",
];

/// What stands before the days on which something is closed, or from which it is open.
const OF_DAYS: [&str; 24] = [
    "stengt",
    "stenger",
    "stengjer",
    "lukket",
    "feriestengt",
    "ferie",
    "ferien",
    "igjen",
    "att",
    "den",
    "fra",
    "frå",
    "til",
    "fom",
    "tom",
    "dagene",
    "dagane",
    "perioden",
    "closed",
    "closes",
    "from",
    "until",
    "to",
    "on",
];

/// Whether the numbers at two tokens are a day and its month without a year.
pub(super) fn is_day_and_month(text: &str, tokens: &[Token], day: usize, month: usize) -> bool {
    Figures { text, tokens }.is_day_and_month(day, month)
}

#[derive(Clone, Copy)]
struct Figures<'t> {
    text: &'t str,
    tokens: &'t [Token],
}

impl<'t> Figures<'t> {
    /// Whether two numbers are a day and its month without a year: `7/8`, `7.8.`, `05.07–10.07`; not a time,
    /// a share or a section.
    fn is_day_and_month(self, day: usize, month: usize) -> bool {
        let before = &self.text[..self.tokens[day].range.start];
        let after = &self.text[self.tokens[month].range.end..];
        let goes_on = |rest: &str| {
            let range = rest.trim_start().strip_prefix(DASHES).map(str::trim_start);
            let is_range = range.is_some_and(|end| end.starts_with(|sign: char| sign.is_ascii_digit()));
            rest.starts_with(|sign: char| sign.is_alphanumeric() || "/%".contains(sign))
                || rest.starts_with(DASHES) && !is_range
        };
        // What ends a range is written as what begins it.
        let begins = before.trim_end().strip_suffix(DASHES).map_or(before, str::trim_end);
        let ends_range = begins.len() != before.len();
        let is_written_so = match self.between(day, month) {
            "/" => !goes_on(after) && !SHARES.contains(&(self.word(day), self.word(month))),
            "." => match after.strip_prefix('.') {
                Some(rest) if rest.starts_with(|sign: char| sign.is_ascii_digit()) => false,
                Some(rest) if !ends_range || begins.ends_with('.') => !goes_on(rest),
                _ => !goes_on(after) && self.is_day_without_points(day, month),
            },
            _ => false,
        };
        // What is counted stands behind both ends of a range.
        let is_range = after.trim_start_matches('.').trim_start().starts_with(DASHES);
        let last = if is_range { month + 2 } else { month };
        let is_share = ["av ", "of "].iter().any(|of| after.trim_start().starts_with(of));
        is_written_so
            && !is_share
            && !before.trim_end().ends_with('§')
            && !before.ends_with(['/', ','])
            && (!before.ends_with('.') || ends_range)
            && self.word_before(day).is_none_or(|word| !NO_DATE.contains(&word.as_str()))
            && self.word_after(last).is_none_or(|word| !UNITS.contains(&word.as_str()))
    }

    /// Whether `24.12` and `05.07–10.07` are days: a time, a price and a section look alike,
    /// so what stands before must speak of days, or the time of that day follow.
    fn is_day_without_points(self, day: usize, month: usize) -> bool {
        let number = |token: usize| self.tokens[token].small_number(self.text).unwrap_or_default();
        let may_be_a_time = number(day) < 24 && number(month) % 5 == 0;
        let speaks_of_days = |word: &str| OF_DAYS.contains(&word) || weekday(word).is_some();
        let after_dash = self.text[..self.tokens[day].range.start].trim_end().ends_with(DASHES);
        // The other end of a range is two numbers back.
        let first = if after_dash { day.checked_sub(2).unwrap_or(day) } else { day };
        let has_time = self.word_after(month).is_some_and(|word| word.starts_with("kl"));
        has_time || !may_be_a_time && self.word_before(first).is_some_and(|word| speaks_of_days(&word))
    }

    fn word_before(self, index: usize) -> Option<String> {
        index.checked_sub(1).map(|before| self.word(before).to_lowercase())
    }

    fn word_after(self, index: usize) -> Option<String> {
        (index + 1 < self.tokens.len()).then(|| self.word(index + 1).to_lowercase())
    }

    fn word(self, index: usize) -> &'t str {
        &self.text[self.tokens[index].range.clone()]
    }

    fn between(self, one: usize, two: usize) -> &'t str {
        &self.text[self.tokens[one].range.end..self.tokens[two].range.start]
    }
}
