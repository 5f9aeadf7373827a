//! A well-known use of data that a text speaks of, and that none of the clinic's purposes names; and a
//! consent that a text asks for, where no purpose for it rests on consent.

use std::collections::BTreeSet;

use crate::check::prose::{PhraseHit, Saying};
use crate::check::texts::lists_said;
use crate::check::{Looks, Mention, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};
use crate::model::{LegalBasis, LegalBasisArticle, Purpose};
use crate::span::Located;

pub(super) static RULE: Rule = Rule {
    name: "purpose-not-in-table",
    severity: Severity::Warning,
    looks: Looks::Mentions { sayings: SAYINGS, note, check },
};

const SAYINGS: &[Saying] = &[Saying { starts: "uses", then: None, unless: &["denied"] }];

/// Stands before the words of a use that the text asks consent for.
const ON_CONSENT: &str = "consent";
const WITHOUT: &str = "-";

fn note(reading: &Reading<'_>, hits: &[PhraseHit]) -> Vec<Mention> {
    let mention = |hit: &PhraseHit| {
        let asks = reading.says(&RULE, "consent", hit.block, &hit.sentence);
        let basis = if asks { ON_CONSENT } else { WITHOUT };
        let topic = hit.list.trim_start_matches("uses.");
        (basis, topic, reading.span_of(hit), reading.words_of(hit))
    };
    // One finding for a use is enough in a text.
    let mut seen = BTreeSet::new();
    let first = hits.iter().map(mention).filter(|(basis, topic, ..)| seen.insert((*basis, *topic)));
    first
        .map(|(basis, topic, span, words)| Mention { span, what: format!("{basis} {topic} {words}") })
        .collect()
}

fn check(subject: Subject<'_, '_>, mentions: &[&Mention], found: &mut Diagnostics) {
    let clinic = subject.clinic;
    if mentions.is_empty() || clinic.purposes.is_uncertain("") {
        return;
    }
    for mention in mentions {
        let mut parts = mention.what.splitn(3, ' ');
        let (Some(basis), Some(topic), Some(words)) = (parts.next(), parts.next(), parts.next()) else {
            continue;
        };
        let mut named =
            clinic.purposes.rows.iter().filter(|purpose| names(purpose, topic, subject)).peekable();
        if named.peek().is_none() {
            let finding = RULE.at_span(mention.span, say::purpose_not_in_table(words, clinic.id.as_str()));
            found.push(finding.with_help(say::add_the_purpose()));
        } else if basis == ON_CONSENT && !named.any(rests_on_consent) {
            let finding = RULE.at_span(mention.span, say::consent_not_in_table(words, clinic.id.as_str()));
            found.push(finding.with_help(say::add_the_consent()));
        }
    }
}

fn names(purpose: &Purpose<'_>, topic: &str, subject: Subject<'_, '_>) -> bool {
    let list = format!("purposes.{topic}");
    let texts = [purpose.title.get(), purpose.what_for.get(), purpose.data.get()];
    let mut said =
        texts.iter().flat_map(|text| lists_said(text, &subject.config.languages, &RULE, "purposes"));
    said.any(|named| named == list)
}

fn rests_on_consent(purpose: &Purpose<'_>) -> bool {
    let on_consent = |basis: &Located<LegalBasis>| basis.value.article == LegalBasisArticle::CONSENT;
    purpose.bases.iter().any(on_consent)
}
