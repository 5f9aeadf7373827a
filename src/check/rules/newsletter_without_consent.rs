//! A text that speaks of a newsletter, for a clinic without a purpose for it that rests on consent.

use crate::check::prose::{PhraseHit, Saying};
use crate::check::texts::lists_said;
use crate::check::{Looks, Mention, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};
use crate::model::{LegalBasis, LegalBasisArticle};
use crate::span::Located;

pub(super) static RULE: Rule = Rule {
    name: "newsletter-without-consent",
    severity: Severity::Warning,
    looks: Looks::Mentions { sayings: SAYINGS, note, check },
};

const SAYINGS: &[Saying] = &[Saying { starts: "newsletter", then: None, unless: &["denied"] }];

fn note(reading: &Reading<'_>, hits: &[PhraseHit]) -> Vec<Mention> {
    // One finding for a text is enough.
    let mention =
        |hit: &PhraseHit| Mention { span: reading.span_of(hit), what: reading.words_of(hit).to_owned() };
    hits.first().map(mention).into_iter().collect()
}

fn check(subject: Subject<'_, '_>, mentions: &[&Mention], found: &mut Diagnostics) {
    let clinic = subject.clinic;
    if mentions.is_empty() || clinic.purposes.is_uncertain("newsletter") {
        return;
    }
    let has_consent = clinic.purposes.rows.iter().any(|purpose| {
        let texts = [purpose.title.get(), purpose.what_for.get()];
        let names_it = texts
            .iter()
            .any(|text| !lists_said(text, &subject.config.languages, &RULE, "newsletter").is_empty());
        let on_consent = |basis: &Located<LegalBasis>| basis.value.article == LegalBasisArticle::CONSENT;
        names_it && purpose.bases.iter().any(on_consent)
    });
    for mention in mentions.iter().filter(|_| !has_consent) {
        let headline = say::newsletter_without_consent(&mention.what, clinic.id.as_str());
        found.push(RULE.at_span(mention.span, headline).with_help(say::add_a_purpose_on_consent()));
    }
}
