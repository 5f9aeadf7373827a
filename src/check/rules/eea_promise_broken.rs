//! A text which says that data stay in the EEA, while a recipient outside of it is listed.

use crate::check::names;
use crate::check::prose::{PhraseHit, Saying};
use crate::check::{Looks, Mention, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "eea-promise-broken",
    severity: Severity::Warning,
    looks: Looks::Mentions { sayings: SAYINGS, note, check },
};

const SAYINGS: &[Saying] = &[Saying { starts: "stays", then: Some("eea"), unless: &["exceptions"] }];

fn note(reading: &Reading<'_>, hits: &[PhraseHit]) -> Vec<Mention> {
    let mention =
        |hit: &PhraseHit| Mention { span: reading.span_of(hit), what: reading.words_of(hit).to_owned() };
    hits.iter().map(mention).collect()
}

fn check(subject: Subject<'_, '_>, mentions: &[&Mention], found: &mut Diagnostics) {
    for processor in &subject.clinic.processors.rows {
        let Some(country) = processor.country.as_ref().filter(|country| !country.in_eea()) else { continue };
        for mention in mentions {
            let headline = say::eea_promise_broken(processor.id.as_str(), &names::country(*country.get()));
            let finding = RULE
                .at_span(mention.span, headline)
                .with_related(country.origin().span, say::is_outside_the_eea());
            found.push(finding.with_help(say::say_who_is_outside()));
        }
    }
}
