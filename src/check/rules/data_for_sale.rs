//! A promise not to sell data, unless the patient agrees: so it may be sold.

use crate::check::prose::{PhraseHit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "data-for-sale", severity: Severity::Warning, looks: Looks::Prose(SAYINGS, check) };

const SAYINGS: &[Saying] = &[Saying { starts: "sells", then: Some("without-consent"), unless: &[] }];

fn check(reading: &Reading<'_>, hits: &[PhraseHit], found: &mut Diagnostics) {
    for hit in hits {
        let finding = RULE.at_span(reading.span_of(hit), say::data_for_sale(reading.words_of(hit)));
        found.push(finding.with_help(say::say_that_nothing_is_sold()));
    }
}
