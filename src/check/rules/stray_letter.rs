//! A paragraph or a list item that is a single letter.

use crate::check::prose::{BlockKind, PhraseHit};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "stray-letter", severity: Severity::Warning, looks: Looks::Prose(&[], check) };

fn check(reading: &Reading<'_>, _: &[PhraseHit], found: &mut Diagnostics) {
    for block in
        reading.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Item))
    {
        let text = block.text.trim();
        let letter = text.trim_matches(|letter: char| !letter.is_alphanumeric());
        if letter.chars().count() == 1 && letter.chars().all(char::is_alphabetic) {
            let finding = RULE.at_span(reading.span(block, &(0..text.len())), say::stray_letter(text));
            found.push(finding.with_help(say::delete_or_write_on()));
        }
    }
}
