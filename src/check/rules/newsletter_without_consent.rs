//! # newsletter-without-consent
//!
//! ## What it finds
//! A text that speaks of a newsletter, for a clinic without a purpose for it that rests on consent.
//!
//! ## Why it matters
//! Markedsføringsloven § 15: advertising by e-mail or SMS needs prior consent, apart from a narrow exception for existing
//! customers. GDPR Article 13(1)(c) asks for the purpose and its basis.
//!
//! ## Example
//! ```markdown
//! Vi sender deg nyhetsbrev.
//! ```
//!
//! ## How to fix it
//! Add a purpose to `purposes.toml` that names the newsletter, with `bases = [{ article = "6(1)(a)" }]`; or delete the words, if
//! none is sent.

use crate::check::prose::{Hit, Saying};
use crate::check::{Looks, Mention, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};
use crate::model::{LegalBasis, LegalBasisArticle, Text};
use crate::span::Located;

pub(super) static RULE: Rule = Rule {
    name: "newsletter-without-consent",
    severity: Severity::Warning,
    docs: include_str!("newsletter_without_consent.rs"),
    looks: Looks::Mentions { sayings: SAYINGS, note, check },
};

const SAYINGS: &[Saying] = &[Saying {
    starts: &["nyhetsbrev*", "nyheitsbrev*", "nyhendebrev*", "newsletter*"],
    then: &[],
    unless: &["ikke", "ikkje", "ingen", "no", "not", "never", "aldri", "hvis klinikken", "dersom klinikken"],
}];

fn note(reading: &Reading<'_>, hits: &[Hit]) -> Vec<Mention> {
    // One finding for a text is enough.
    let mention = |hit: &Hit| Mention { span: reading.span_of(hit), what: reading.words_of(hit).to_owned() };
    hits.first().map(mention).into_iter().collect()
}

fn check(subject: Subject<'_, '_>, mentions: &[&Mention], found: &mut Diagnostics) {
    let clinic = subject.clinic;
    if clinic.purposes.is_uncertain("newsletter") {
        return;
    }
    let has_consent = clinic.purposes.rows.iter().any(|purpose| {
        let mut texts = [purpose.title.get(), purpose.what_for.get()].into_iter().flat_map(Text::all);
        let names_it = texts.any(|text| NAMES.iter().any(|name| text.to_lowercase().contains(name)));
        let on_consent = |basis: &Located<LegalBasis>| basis.value.article == LegalBasisArticle::CONSENT;
        names_it && purpose.bases.iter().any(on_consent)
    });
    for mention in mentions.iter().filter(|_| !has_consent) {
        let headline = say::newsletter_without_consent(&mention.what, clinic.id.as_str());
        found.push(RULE.at_span(mention.span, headline).with_help(say::add_a_purpose_on_consent()));
    }
}

const NAMES: &[&str] = &["nyhetsbrev", "nyheitsbrev", "nyhendebrev", "newsletter"];
