//! Telephone and company numbers, however they are grouped.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The signs that stand between the groups of a number.
const BETWEEN: [char; 14] =
    [' ', '-', '.', '/', '(', ')', '+', '·', '•', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2212}'];

/// Shorter numbers are numbers of anything.
const SHORTEST: usize = 8;

/// Numbers to look for, by their digits.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    needles: BTreeMap<String, usize>,
    lengths: BTreeSet<usize>,
}

impl Numbers {
    /// Looks for `digits`, unless they are too few, or another owner had them before.
    pub(super) fn add(&mut self, digits: &str, needle: usize) {
        if digits.len() >= SHORTEST && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            self.needles.entry(digits.to_owned()).or_insert(needle);
            self.lengths.insert(digits.len());
        }
    }

    /// All numbers in a text that are looked for, each as some groups of digits that stand together.
    pub(super) fn hits(&self, text: &str) -> Vec<(usize, Range<usize>)> {
        let mut hits: Vec<(usize, Range<usize>)> = Vec::new();
        let Some(longest) = self.lengths.last() else { return hits };
        let groups = groups(text);
        for first in 0..groups.len() {
            let mut digits = String::new();
            for last in first..groups.len() {
                if last > first && !stand_together(text, &groups[last - 1], &groups[last]) {
                    break;
                }
                digits.push_str(&text[groups[last].clone()]);
                if digits.len() > *longest {
                    break;
                }
                let needle =
                    self.lengths.contains(&digits.len()).then(|| self.needles.get(&digits)).flatten();
                hits.extend(needle.map(|needle| (*needle, groups[first].start..groups[last].end)));
            }
        }
        hits
    }

    /// The bytes with which a number goes on that begins in a text and does not end there.
    pub(super) fn continuations(&self, text: &str) -> Vec<u8> {
        let mut begun = String::new();
        let mut after: Option<Range<usize>> = None;
        for group in groups(text).into_iter().rev() {
            let is_joined = match &after {
                Some(after) => stand_together(text, &group, after),
                None => text[group.end..].chars().all(|letter| BETWEEN.contains(&letter)),
            };
            if !is_joined || begun.len() > *self.lengths.last().unwrap_or(&0) {
                break;
            }
            begun.insert_str(0, &text[group.clone()]);
            let next = self.needles.range(begun.clone()..).find(|(digits, _)| **digits != begun);
            if next.is_some_and(|(digits, _)| digits.starts_with(&begun)) {
                let signs = BETWEEN.iter().filter_map(|sign| sign.to_string().bytes().next());
                return (b'0'..=b'9').chain(signs).collect();
            }
            after = Some(group);
        }
        Vec::new()
    }
}

fn groups(text: &str) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match groups.last_mut() {
            Some(group) if group.end == at => group.end += 1,
            _ => groups.push(at..at + 1),
        }
    }
    groups
}

/// A date with points has a year of four digits after its month, and is not a number.
fn stand_together(text: &str, one: &Range<usize>, two: &Range<usize>) -> bool {
    let between = &text[one.end..two.start];
    // The longest of these signs has three bytes.
    between.len() <= 3 * 3
        && between.chars().count() <= 3
        && between.chars().all(|letter| BETWEEN.contains(&letter))
        && !(between == "." && two.len() > 3 && one.len() < 3)
}

#[cfg(test)]
mod tests {
    use super::Numbers;

    #[test]
    fn a_number_is_found_in_any_grouping_and_not_within_another() {
        let mut numbers = Numbers::default();
        for digits in ["22000000", "4722000000", "004722000000"] {
            numbers.add(digits, 7);
        }
        let check = |text: &str, found: &[&str]| {
            let hits: Vec<&str> = numbers.hits(text).into_iter().map(|(_, range)| &text[range]).collect();
            assert_eq!(hits, found, "{text}");
        };
        check("ring 22 00 00 00.", &["22 00 00 00"]);
        check("+47 22000000", &["47 22000000", "22000000"]);
        check("(0047) 22-00-00-00", &["0047) 22-00-00-00", "22-00-00-00"]);
        check("tel:+4722000000", &["4722000000"]);
        check("22.00.00.00", &["22.00.00.00"]);
        check("2200.0000", &["2200.0000"]);
        check("22–00–00—00", &["22–00–00—00"]);
        check("22 · 00 – 00 − 00", &["22 · 00 – 00 − 00"]);
        check("22.00.0000", &[]);
        check("1 22 00 00 00 1", &["22 00 00 00"]);
        check("122 000 000 og 2200 00001", &[]);
        check("22, 00 00 00", &[]);
    }
}
