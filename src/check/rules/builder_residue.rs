//! Words that a web site builder or a template left behind: `top of page`, `lorem ipsum`,
//! `skriv inn tekst her`.

use crate::check::prose::{PhraseHit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "builder-residue", severity: Severity::Warning, looks: Looks::Prose(SAYINGS, check) };

const SAYINGS: &[Saying] = &[Saying { starts: "left-behind", then: None, unless: &[] }];

fn check(reading: &Reading<'_>, hits: &[PhraseHit], found: &mut Diagnostics) {
    for hit in hits {
        let finding = RULE.at_span(reading.span_of(hit), say::builder_residue(reading.words_of(hit)));
        found.push(finding.with_help(say::delete_these_words()));
    }
}
