//! A clause or a notice whose readability number LIX is above 55, in 60 words or more. LIX is the words in a
//! sentence plus the long words in a hundred; 40 is a newspaper, 50 an official text, 60 a law.

use crate::check::prose::{BlockKind, PhraseHit, readability};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "hard-to-read", severity: Severity::Warning, looks: Looks::Prose(&[], check) };

/// Clear prose about privacy stays below 50, with words such as “personopplysninger” in it; a law has 60.
const HARD: usize = 55;

fn check(reading: &Reading<'_>, _: &[PhraseHit], found: &mut Diagnostics) {
    let Some(number) = readability(&reading.blocks).filter(|number| *number > HARD && reading.is_prose())
    else {
        return;
    };
    let first =
        reading.blocks.iter().find(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Item));
    if let Some(block) = first {
        let place = block.sentence(0);
        let finding = RULE.at_span(reading.span(block, &place), say::hard_to_read(number));
        found.push(finding.with_help(say::part_long_sentences()));
    }
}
