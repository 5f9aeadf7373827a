use std::ops::Range;

use super::reading::TextBlock;
use super::tokens::{Token, joins};

const WEEK: [&str; 20] = [
    "uke", "uka", "uken", "uker", "ukene", "veke", "veka", "veker", "vekene", "week", "weeks", "wk", "wks",
    "vecka", "veckan", "veckor", "veckorna", "uge", "ugen", "ugerne",
];

/// What people shorten the word to.
const SHORT: [&str; 4] = ["v", "u", "wk", "wks"];

/// The weeks of the calendar that a block names: `uke 28`, `ukene 28–30`, `week 28`.
/// Weeks of a pregnancy are not.
pub(in crate::check) fn weeks(block: &TextBlock) -> Vec<Range<usize>> {
    if !block.has_figures {
        return Vec::new();
    }
    let pairs = block.tokens.windows(2).enumerate();
    pairs.filter_map(|(index, pair)| week(block, pair, &block.tokens[index + 2..])).collect()
}

fn week(block: &TextBlock, pair: &[Token], rest: &[Token]) -> Option<Range<usize>> {
    let [word, number] = pair else { return None };
    let folded = |token: &Token| &block.folded[token.range.clone()];
    let is_week =
        |token: &Token| token.small_number(&block.text).is_some_and(|week| (1..=53).contains(&week));
    let between = |one: &Token, two: &Token| &block.text[one.range.end..two.range.start];
    let gap = between(word, number);
    let is_named =
        WEEK.contains(&folded(word)) && joins(gap, &[]) || SHORT.contains(&folded(word)) && gap.trim() == ".";
    if !is_week(number) || !is_named {
        return None;
    }
    let is_of_a_pregnancy = |token: &Token| {
        ["svangerskap", "pregnan", "gestation"].iter().any(|stem| folded(token).starts_with(stem))
    };
    if rest.iter().take(4).any(is_of_a_pregnancy) {
        return None;
    }
    let end = rest.first().filter(|last| is_week(last) && ["-", "–"].contains(&between(number, last)));
    Some(word.range.start..end.unwrap_or(number).range.end)
}

#[cfg(test)]
mod tests {
    use super::super::reading::blocks;
    use super::weeks;

    #[test]
    fn weeks_of_the_calendar_are_found_and_those_of_a_pregnancy_are_not() {
        let check = |text: &str, expected: &[&str]| {
            let block = &blocks(text)[0];
            let found: Vec<&str> = weeks(block).into_iter().map(|range| &block.text[range]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Dette gjelder uke 28–30.", &["uke 28–30"]);
        check("Weeks 28-30 and week 31", &["Weeks 28-30", "week 31"]);
        check("vekene 28", &["vekene 28"]);
        check("Stengt v. 32 og v.33-34.", &["v. 32", "v.33-34"]);
        check("Stengt u. 29, closed wk 30 and wk. 31–32", &["u. 29", "wk 30", "wk. 31–32"]);
        check("Stängt vecka 32, lukket uge 29", &["vecka 32", "uge 29"]);
        check("Side 3 v 2, v. Kari", &[]);
        check("ultralyd i uke 12 av svangerskapet", &[]);
        check("week 20 of your pregnancy", &[]);
        check("to uker, 3 ganger, og uke 60", &[]);
    }
}
