//! A paragraph that stops without a full stop, and is not a heading, list, table
//! or line that ends with a link or a placeholder.

use crate::check::prose::{BlockKind, PLACEHOLDER, PhraseHit};
use crate::check::texts::TextKind;
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "truncated-paragraph", severity: Severity::Warning, looks: Looks::Prose(&[], check) };

/// Shorter lines are captions and signatures.
const SHORTEST: usize = 4;

fn check(reading: &Reading<'_>, _: &[PhraseHit], found: &mut Diagnostics) {
    // If the settings or a link could not be read, what stands there is not a sentence.
    let is_faulty = matches!(reading.kind, TextKind::Clause(clause) if clause.faulty);
    if is_faulty || !reading.is_prose() {
        return;
    }
    for (index, block) in reading.blocks.iter().enumerate() {
        let next = reading.blocks.get(index + 1).map(|next| next.kind);
        let text = block.text.trim_end().trim_end_matches(['»', '«', '"', '”', '“', '\'', '’', ')', ']']);
        let is_whole = text.ends_with(['.', '!', '?', ':', '…', PLACEHOLDER]);
        let ends_with_link = block.links.iter().any(|link| link.range.end >= text.len());
        let goes_on = matches!(next, Some(BlockKind::Item | BlockKind::Cell | BlockKind::Code));
        if block.kind != BlockKind::Paragraph
            || is_whole
            || ends_with_link
            || goes_on
            || block.words().nth(SHORTEST - 1).is_none()
        {
            continue;
        }
        let last = block.words().last().map_or(0..text.len(), |last| last.start..text.len());
        let finding = RULE.at_span(reading.span(block, &last), say::truncated_paragraph(&text[last.clone()]));
        found.push(finding.with_help(say::write_the_sentence_to_its_end()));
    }
}
