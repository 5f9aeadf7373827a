//! The same paragraph, of some length, twice on one page.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::check::mentions::files_of;
use crate::check::prose::{BlockKind, PhraseHit, TextBlock};
use crate::check::{Looks, Mention, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};
use crate::model::Language;
use crate::span::Span;

pub(super) static RULE: Rule = Rule {
    name: "repeated-text",
    severity: Severity::Warning,
    looks: Looks::Mentions { sayings: &[], note, check },
};

/// Shorter ones are turns of phrase, such as “Ring oss hvis du lurer på noe”.
const FEWEST_WORDS: usize = 12;

/// Every long paragraph, as a number that only the same words in the same language have: a text that is not
/// translated yet may stand in the files of two.
fn note(reading: &Reading<'_>, _: &[PhraseHit]) -> Vec<Mention> {
    let long = reading.blocks.iter().filter_map(|block| {
        let is_text = matches!(block.kind, BlockKind::Paragraph | BlockKind::Item);
        let last =
            block.words().nth(4).filter(|_| is_text && block.words().nth(FEWEST_WORDS - 1).is_some())?;
        let language = reading.language.map_or("", Language::as_str);
        let what = format!("{language}{:016x} {}", fingerprint(block), &block.text[..last.end]);
        Some(Mention { span: reading.span(block, &(0..block.text.len())), what })
    });
    long.collect()
}

fn fingerprint(block: &TextBlock) -> u64 {
    let mut hasher = DefaultHasher::new();
    (&block.folded, &block.placeholders).hash(&mut hasher);
    hasher.finish()
}

fn check(subject: Subject<'_, '_>, mentions: &[&Mention], found: &mut Diagnostics) {
    for document in &subject.clinic.documents {
        let files = files_of(subject.clinic, document);
        let mut first: BTreeMap<&str, Span> = BTreeMap::new();
        // In the order of the page, so that the second one is found.
        for mention in
            files.iter().flat_map(|file| mentions.iter().filter(move |mention| mention.span.file == *file))
        {
            let place = *first.entry(&mention.what).or_insert(mention.span);
            if place != mention.span {
                let words = mention.what.split_once(' ').map_or("", |(_, words)| words);
                let finding = RULE.at_span(mention.span, say::repeated_text(words));
                found
                    .push(finding.with_related(place, say::first_here()).with_help(say::keep_one_and_link()));
            }
        }
    }
}
