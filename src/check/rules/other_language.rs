//! A text that is in another language than its file says.

use crate::check::prose::PhraseHit;
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};
use crate::model::Language;

pub(super) static RULE: Rule =
    Rule { name: "other-language", severity: Severity::Warning, looks: Looks::Prose(&[], check) };

/// Fewer words than these may be a name.
const LEAST_WORDS: usize = 8;

/// Small words of a language that a neighbour of it does not have, or has much less.
const WORDS: [(&str, &[&str]); 5] = [
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
];

fn check(reading: &Reading<'_>, _: &[PhraseHit], found: &mut Diagnostics) {
    let Some(own) = reading.language.map(Language::as_str) else { return };
    let Some((_, own_words)) = WORDS.iter().find(|(language, _)| *language == own) else { return };
    let words = || {
        let blocks = reading.blocks.iter();
        blocks.flat_map(|block| block.words().map(|word| &block.folded[word]))
    };
    if words().count() < LEAST_WORDS {
        return;
    }
    let count =
        |of: &[&str], not: &[&str]| words().filter(|word| of.contains(word) && !not.contains(word)).count();
    for (other, other_words) in WORDS.iter().filter(|(language, _)| *language != own) {
        // The two forms of Norwegian are held apart word by word, by another rule.
        if ["nb", "nn"].contains(other) && ["nb", "nn"].contains(&own) {
            continue;
        }
        let (theirs, ours) = (count(other_words, own_words), count(own_words, other_words));
        if theirs >= 3 && theirs > 3 * ours {
            let Some(first) = reading.blocks.first() else { return };
            let span = reading.span(first, &(0..first.text.len()));
            let finding = RULE.at_span(span, say::text_in_other_language(own, other));
            found.push(finding.with_help(say::translate_it()));
            return;
        }
    }
}
