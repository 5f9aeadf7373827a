//! A text that is in another language than its file says.

use crate::check::prose::{PhraseHit, TextBlock};
use crate::check::texts::TextKind;
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};
use crate::model::Language;

pub(super) static RULE: Rule =
    Rule { name: "other-language", severity: Severity::Warning, looks: Looks::Prose(&[], check) };

/// Fewer words than these may be a name.
const LEAST_WORDS: usize = 8;

/// Small words of a language that a neighbour of it does not have, or has much less.
const WORDS: [(&str, &[&str]); 6] = [
    (
        "nb",
        &[
            "jeg",
            "ikke",
            "hva",
            "av",
            "deg",
            "oss",
            "dere",
            "etter",
            "fra",
            "noen",
            "bli",
            "våre",
            "er",
            "og",
            "til",
            "når",
            "opplysninger",
        ],
    ),
    (
        "nn",
        &[
            "eg",
            "ikkje",
            "kva",
            "av",
            "deg",
            "oss",
            "dykk",
            "etter",
            "frå",
            "nokon",
            "bli",
            "våre",
            "er",
            "og",
            "til",
            "når",
            "opplysningar",
        ],
    ),
    (
        "en",
        &[
            "the", "and", "of", "is", "are", "you", "your", "we", "our", "with", "not", "this", "that", "if",
            "or", "be", "from",
        ],
    ),
    (
        "sv",
        &[
            "och",
            "är",
            "inte",
            "att",
            "ett",
            "från",
            "dig",
            "oss",
            "när",
            "också",
            "eller",
            "efter",
            "uppgifter",
            "vad",
            "någon",
            "för",
            "blir",
        ],
    ),
    (
        "da",
        &[
            "jeg",
            "ikke",
            "hvad",
            "af",
            "dig",
            "os",
            "jer",
            "efter",
            "fra",
            "nogen",
            "blive",
            "vores",
            "er",
            "og",
            "til",
            "når",
            "oplysninger",
        ],
    ),
    (
        "de",
        &[
            "und", "der", "die", "das", "ist", "sind", "nicht", "wir", "sie", "ihre", "ihrer", "mit", "von",
            "für", "werden", "wird", "oder", "auf", "daten",
        ],
    ),
];

/// Fewer words than these say nothing, even in a short text of a table.
const LEAST_OF_FIELD: usize = 4;

fn check(reading: &Reading<'_>, _: &[PhraseHit], found: &mut Diagnostics) {
    let Some(own) = reading.language.map(Language::as_str) else { return };
    if !WORDS.iter().any(|(language, _)| *language == own) {
        return;
    }
    let blocks = &reading.blocks;
    // A paragraph that is told of for itself stands where it is; short ones are looked at together.
    let mut other: Vec<(&TextBlock, &str)> = Vec::new();
    for block in blocks {
        other
            .extend(language_of(std::slice::from_ref(block), own, is_a_field(reading)).map(|of| (block, of)));
    }
    let together = || Some((blocks.first()?, language_of(blocks, own, false)?));
    if other.is_empty() {
        other.extend(together());
    }
    for (block, other) in other {
        let span = reading.span(block, &(0..block.text.len()));
        let finding = RULE.at_span(span, say::text_in_other_language(own, other));
        found.push(finding.with_help(say::translate_it()));
    }
}

/// Whether it is a sentence out of a table; a name may be in any language.
fn is_a_field(reading: &Reading<'_>) -> bool {
    matches!(reading.kind, TextKind::Field { name, .. } if !["name", "set_by", "title"].contains(&name))
}

/// The language that these blocks are in, if it is another than their own.
fn language_of(blocks: &[TextBlock], own: &str, is_short: bool) -> Option<&'static str> {
    let words = || blocks.iter().flat_map(|block| block.words().map(|word| &block.folded[word]));
    let count_of_words = words().count();
    if count_of_words < if is_short { LEAST_OF_FIELD } else { LEAST_WORDS } {
        return None;
    }
    let (_, own_words) = WORDS.iter().find(|(language, _)| *language == own)?;
    let count =
        |of: &[&str], not: &[&str]| words().filter(|word| of.contains(word) && !not.contains(word)).count();
    let least = if count_of_words < LEAST_WORDS { 2 } else { 3 };
    // The two forms of Norwegian are held apart word by word, by another rule.
    let is_form = |language: &str| ["nb", "nn"].contains(&language) && ["nb", "nn"].contains(&own);
    let others = WORDS.iter().filter(|(language, _)| *language != own && !is_form(language));
    others
        .filter_map(|(other, other_words)| {
            let (theirs, ours) = (count(other_words, own_words), count(own_words, other_words));
            (theirs >= least && theirs > 3 * ours).then_some((theirs, *other))
        })
        .min_by_key(|(theirs, _)| std::cmp::Reverse(*theirs))
        .map(|(_, other)| other)
}
