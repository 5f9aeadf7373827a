//! A link whose words say nothing of where it goes: her, les mer, klikk her, here, read more.

use std::ops::Range;

use crate::check::prose::{PLACEHOLDER, PhraseHit};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "link-text-says-nothing", severity: Severity::Error, looks: Looks::Prose(&[], check) };

fn check(reading: &Reading<'_>, _: &[PhraseHit], found: &mut Diagnostics) {
    for (index, block) in reading.blocks.iter().enumerate() {
        for link in &block.links {
            let words = without_signs(&block.text, &link.range);
            let has_placeholder = block.text[link.range.clone()].contains(PLACEHOLDER);
            if !has_placeholder && (words.is_empty() || reading.stands(&RULE, "empty", index, &words)) {
                let shown = &block.text[link.range.clone()];
                let place = if link.range.is_empty() { 0..block.text.len() } else { link.range.clone() };
                let finding = RULE.at_span(reading.span(block, &place), say::link_text_says_nothing(shown));
                found.push(finding.with_help(say::name_what_is_there()));
            }
        }
    }
}

/// The words of a link without the signs around them.
fn without_signs(text: &str, range: &Range<usize>) -> Range<usize> {
    let is_sign = |letter: char| !letter.is_alphanumeric();
    let start = range.end - text[range.clone()].trim_start_matches(is_sign).len();
    start..start + text[start..range.end].trim_end_matches(is_sign).len()
}
