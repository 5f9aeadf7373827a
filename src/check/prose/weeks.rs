use std::ops::Range;

use super::tokens::{Token, joins, tokens};

const WEEK: [&str; 11] =
    ["uke", "uka", "uken", "uker", "ukene", "veke", "veka", "veker", "vekene", "week", "weeks"];

/// The weeks of the calendar that a text names: `uke 28`, `ukene 28–30`, `week 28`. Weeks of a pregnancy are none.
pub(in crate::check) fn weeks(text: &str) -> Vec<Range<usize>> {
    let tokens = tokens(text);
    tokens.windows(2).enumerate().filter_map(|(index, pair)| week(text, pair, &tokens[index + 2..])).collect()
}

fn week(text: &str, pair: &[Token<'_>], rest: &[Token<'_>]) -> Option<Range<usize>> {
    let [word, number] = pair else { return None };
    let is_week = |token: &Token<'_>| token.small_number().is_some_and(|week| (1..=53).contains(&week));
    let between = |one: &Token<'_>, two: &Token<'_>| text[one.range.end..two.range.start].to_owned();
    if !WEEK.contains(&word.text.to_lowercase().as_str())
        || !is_week(number)
        || !joins(&between(word, number), &[])
    {
        return None;
    }
    let is_of_a_pregnancy = |token: &Token<'_>| {
        let word = token.text.to_lowercase();
        ["svangerskap", "pregnan", "gestation"].iter().any(|stem| word.starts_with(stem))
    };
    if rest.iter().take(4).any(is_of_a_pregnancy) {
        return None;
    }
    let end =
        rest.first().filter(|last| is_week(last) && ["-", "–"].contains(&between(number, last).as_str()));
    Some(word.range.start..end.unwrap_or(number).range.end)
}

#[cfg(test)]
mod tests {
    use super::weeks;

    #[test]
    fn weeks_of_the_calendar_are_found_and_those_of_a_pregnancy_are_not() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> = weeks(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Dette gjelder uke 28–30.", &["uke 28–30"]);
        check("Weeks 28-30 and week 31", &["Weeks 28-30", "week 31"]);
        check("vekene 28", &["vekene 28"]);
        check("ultralyd i uke 12 av svangerskapet", &[]);
        check("week 20 of your pregnancy", &[]);
        check("to uker, 3 ganger, og uke 60", &[]);
    }
}
