//! Two legal bases for one purpose with “or” between them.

use crate::check::prose::{PhraseHit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "basis-with-or", severity: Severity::Warning, looks: Looks::Prose(SAYINGS, check) };

const SAYINGS: &[Saying] = &[Saying { starts: "bases", then: None, unless: &["denied"] }];

fn check(reading: &Reading<'_>, hits: &[PhraseHit], found: &mut Diagnostics) {
    for hit in hits {
        let finding = RULE.at_span(reading.span_of(hit), say::basis_with_or(reading.words_of(hit)));
        found.push(finding.with_help(say::part_the_purpose()));
    }
}
