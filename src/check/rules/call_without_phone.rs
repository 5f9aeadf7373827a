//! A text that asks to call, of a clinic that gives no telephone number.

use crate::check::prose::{PhraseHit, Saying};
use crate::check::{Looks, Mention, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "call-without-phone",
    severity: Severity::Warning,
    looks: Looks::Mentions { sayings: SAYINGS, note, check },
};

const SAYINGS: &[Saying] = &[Saying { starts: "call-us", then: None, unless: &["denied"] }];

/// A number that is written in the sentence itself is one to call.
fn note(reading: &Reading<'_>, hits: &[PhraseHit]) -> Vec<Mention> {
    let has_number = |hit: &&PhraseHit| {
        let block = &reading.blocks[hit.block];
        let digits = block.text[hit.sentence.clone()].bytes().filter(u8::is_ascii_digit).count();
        digits >= 3 || block.text[hit.sentence.clone()].contains(crate::check::prose::PLACEHOLDER)
    };
    let mention =
        |hit: &PhraseHit| Mention { span: reading.span_of(hit), what: reading.words_of(hit).to_owned() };
    hits.iter().filter(|hit| !has_number(hit)).map(mention).collect()
}

fn check(subject: Subject<'_, '_>, mentions: &[&Mention], found: &mut Diagnostics) {
    let contacts = &subject.clinic.contacts;
    if contacts.is_uncertain("") || contacts.rows.iter().any(|contact| contact.phone.is_some()) {
        return;
    }
    for mention in mentions {
        let headline = say::call_without_phone(&mention.what);
        found.push(RULE.at_span(mention.span, headline).with_help(say::give_a_number()));
    }
}
