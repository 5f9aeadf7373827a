use std::ops::Range;

use super::reading::TextBlock;
use super::tokens::{Token, joins};
use super::vocabulary::month;

/// The months of a block in a Nordic language that begin with a capital letter where no sentence begins.
///
/// April and August are names of people too, so a day, a year or a preposition must stand beside the month.
pub(in crate::check) fn capital_months(block: &TextBlock) -> Vec<Range<usize>> {
    const BEFORE: [&str; 14] = [
        "i", "fra", "frå", "til", "før", "etter", "innen", "innan", "og", "av", "ut", "hele", "heile", "for",
    ];
    let (text, tokens) = (block.text.as_str(), &block.tokens);
    let word = |token: &Token| &text[token.range.clone()];
    let is_month = |index: usize| {
        let written = word(&tokens[index]);
        if !written.starts_with(char::is_uppercase)
            || !written.chars().skip(1).all(char::is_lowercase)
            || month(written).is_none_or(|month| month.is_short)
        {
            return false;
        }
        let near = |one: &Token, two: &Token| joins(&text[one.range.end..two.range.start], &['.']);
        let before =
            index.checked_sub(1).map(|before| &tokens[before]).filter(|before| near(before, &tokens[index]));
        let after = tokens.get(index + 1).filter(|after| near(&tokens[index], after));
        let follows_number = before.is_some_and(|before| before.day(text).is_some());
        let follows_word = before.is_some_and(|before| {
            BEFORE.contains(&word(before)) && !text[before.range.end..tokens[index].range.start].contains('.')
        });
        let has_year = before
            .is_some_and(|before| !text[before.range.end..tokens[index].range.start].contains('.'))
            && after.is_some_and(|after| after.year(text).is_some());
        let is_a_name = after.is_some_and(|after| word(after).starts_with(char::is_uppercase));
        (follows_number || follows_word || has_year) && !is_a_name
    };
    (0..tokens.len()).filter(|index| is_month(*index)).map(|index| tokens[index].range.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::reading::blocks;
    use super::capital_months;

    #[test]
    fn months_are_small_but_not_at_the_start_and_not_as_names() {
        let check = |text: &str, expected: &[&str]| {
            let block = &blocks(text)[0];
            let found: Vec<&str> =
                capital_months(block).into_iter().map(|range| &block.text[range]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Siste dag er 3. Juli, ikke 3. juli.", &["Juli"]);
        check("Stengt i Juni og fra August.", &["Juni", "August"]);
        check("Vi endret det Oktober 2021.", &["Oktober"]);
        check("Juni 2026: Vi har åpent. Mars er stengt.", &[]);
        check("Brev fra April Hansen til Mai Britt, og JULI.", &[]);
    }
}
