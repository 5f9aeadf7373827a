//! Words of a web shop: handlekurv, nettbutikk, checkout.

use crate::check::prose::{PhraseHit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "other-trade", severity: Severity::Warning, looks: Looks::Prose(SAYINGS, check) };

const SAYINGS: &[Saying] = &[Saying { starts: "shop", then: None, unless: &["denied"] }];

fn check(reading: &Reading<'_>, hits: &[PhraseHit], found: &mut Diagnostics) {
    for hit in hits {
        let finding = RULE.at_span(reading.span_of(hit), say::other_trade(reading.words_of(hit)));
        found.push(finding.with_help(say::describe_what_the_clinic_does()));
    }
}
