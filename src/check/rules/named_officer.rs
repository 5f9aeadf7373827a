//! A person’s name beside the words “personvernombud” or “data protection officer”.

use std::ops::Range;

use crate::check::prose::{BlockKind, PhraseHit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "named-officer", severity: Severity::Warning, looks: Looks::Prose(SAYINGS, check) };

const SAYINGS: &[Saying] = &[Saying { starts: "officer", then: None, unless: &[] }];

fn check(reading: &Reading<'_>, hits: &[PhraseHit], found: &mut Diagnostics) {
    for hit in hits {
        let block = &reading.blocks[hit.block];
        if block.kind == BlockKind::Heading {
            continue;
        }
        let is_between = |word: &Range<usize>| reading.stands(&RULE, "between", hit.block, word);
        if let Some(name) = name_after(&block.text, hit.range.end, is_between) {
            let finding =
                RULE.at_span(reading.span(block, &name), say::named_officer(&block.text[name.clone()]));
            found.push(finding.with_help(say::name_the_role_and_its_address()));
        }
    }
}

/// Two words with capital letters, or three, right after the role.
fn name_after(text: &str, from: usize, is_between: impl Fn(&Range<usize>) -> bool) -> Option<Range<usize>> {
    let mut name: Option<Range<usize>> = None;
    let mut count = 0;
    let mut at = from;
    for word in text[from..].split_inclusive(' ') {
        let start = at;
        at += word.len();
        let bare = word.trim_matches(|letter: char| !letter.is_alphabetic());
        let mut letters = bare.chars();
        let is_name =
            letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
        let ends = word.trim_end().ends_with(['.', ',', ';', ')', '!', '?', ':']);
        let offset = start + word.find(bare).unwrap_or_default();
        if is_name {
            count += 1;
            name = Some(name.map_or(offset, |name| name.start)..offset + bare.len());
            if ends || count == 3 {
                break;
            }
        } else if count > 0
            || !(bare.is_empty() || is_between(&(offset..offset + bare.len())))
            || word.trim_end().ends_with('.')
        {
            break;
        }
    }
    name.filter(|_| count >= 2)
}
