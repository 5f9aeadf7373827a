use std::ops::Range;

use super::reading::TextBlock;
use super::tokens::{Token, tokens};

/// Something typed into a text that may stand in the data too, in a form that compares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) enum Fact {
    /// An e-mail address in small letters.
    Email(String),
    /// The digits of a telephone number or a company number, without 47 before them.
    Digits(String),
    /// A postcode with the sentence around it, in small letters.
    Postcode(String, String),
}

/// The facts that are typed into a block, those of its links' targets too.
pub(in crate::check) fn facts(block: &TextBlock) -> Vec<(Range<usize>, Fact)> {
    let mut facts = Vec::new();
    if block.has_figures {
        facts = typed(&block.folded, &block.tokens);
        facts.extend(postcodes(block));
    }
    for link in block.links.iter().filter(|link| !link.range.is_empty()) {
        let target = link.target.to_lowercase();
        let target = target.trim_start_matches("mailto:").trim_start_matches("tel:");
        for (_, fact) in typed(target, &tokens(target)) {
            // If the words of the link say it as well, it is one fact.
            let is_said =
                |(range, known): &(Range<usize>, Fact)| *known == fact && link.range.contains(&range.start);
            if !facts.iter().any(is_said) {
                facts.push((link.range.clone(), fact));
            }
        }
    }
    facts
}

fn typed(text: &str, tokens: &[Token]) -> Vec<(Range<usize>, Fact)> {
    let mut facts = Vec::new();
    for (at, _) in text.match_indices('@') {
        let is_part = |letter: char| letter.is_alphanumeric() || ".-_+".contains(letter);
        let start = text[..at].char_indices().rev().take_while(|(_, letter)| is_part(*letter)).last();
        let end = text[at + 1..].find(|letter: char| !is_part(letter)).map_or(text.len(), |end| at + 1 + end);
        let Some((start, _)) = start else { continue };
        let end = start + text[start..end].trim_end_matches(['.', '-']).len();
        facts.push((start..end, Fact::Email(text[start..end].to_owned())));
    }
    facts.extend(numbers(text, tokens));
    facts
}

/// Groups of digits with single spaces between them, as long as a telephone number or a company number.
fn numbers(text: &str, tokens: &[Token]) -> Vec<(Range<usize>, Fact)> {
    let mut numbers: Vec<Range<usize>> = Vec::new();
    for token in tokens.iter().filter(|token| token.is_number) {
        match numbers.last_mut() {
            Some(last) if matches!(&text[last.end..token.range.start], " " | "\u{a0}") => {
                last.end = token.range.end;
            }
            _ => numbers.push(token.range.clone()),
        }
    }
    let fact = |range: Range<usize>| {
        let digits: String = text[range.clone()].chars().filter(char::is_ascii_digit).collect();
        let national =
            digits.strip_prefix("0047").or(digits.strip_prefix("47").filter(|rest| rest.len() == 8));
        let digits = national.map_or(digits.clone(), str::to_owned);
        (matches!(digits.len(), 5..=9)).then_some((range, Fact::Digits(digits)))
    };
    numbers.into_iter().filter_map(fact).collect()
}

/// Four digits and a word with a capital letter: `0155 Oslo`.
fn postcodes(block: &TextBlock) -> Vec<(Range<usize>, Fact)> {
    let word = |token: &Token| &block.text[token.range.clone()];
    let pairs = block.tokens.windows(2).filter(|pair| {
        pair[0].is_number
            && pair[0].range.len() == 4
            && &block.text[pair[0].range.end..pair[1].range.start] == " "
            && word(&pair[1]).starts_with(char::is_uppercase)
    });
    let fact = |pair: &[Token]| {
        let sentence = block.folded[block.sentence(pair[0].range.start)].to_owned();
        (pair[0].range.start..pair[1].range.end, Fact::Postcode(word(&pair[0]).to_owned(), sentence))
    };
    pairs.map(fact).collect()
}

#[cfg(test)]
mod tests {
    use super::super::reading::blocks;
    use super::{Fact, facts};

    #[test]
    fn facts_are_found_however_they_are_grouped() {
        let check = |text: &str, expected: &[Fact]| {
            let blocks = blocks(text);
            let found: Vec<Fact> = facts(&blocks[0]).into_iter().map(|(_, fact)| fact).collect();
            assert_eq!(found, expected, "{text}");
        };
        let digits = |digits: &str| Fact::Digits(digits.to_owned());
        check("Ring 22 00 00 00.", &[digits("22000000")]);
        check("Ring [oss](tel:+4722000000)!", &[digits("22000000")]);
        check("Ring +47 220 00 000.", &[digits("22000000")]);
        check("Org.nr. 812 794 922 MVA", &[digits("812794922")]);
        check("Skriv til Post@Klinikk.example.", &[Fact::Email("post@klinikk.example".to_owned())]);
        let sentence = "storgata 1, 0155 oslo.".to_owned();
        check("Storgata 1, 0155 Oslo.", &[Fact::Postcode("0155".to_owned(), sentence)]);
        check("I 2026 var det 12 av 30 dager, GDPR artikkel 13.", &[]);
    }
}
