//! A word that a program translated letter by letter, where the law has another.

use crate::check::prose::{PhraseHit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "translated-term", severity: Severity::Warning, looks: Looks::Prose(SAYINGS, check) };

const SAYINGS: &[Saying] = &[Saying { starts: "terms", then: None, unless: &[] }];

/// The word of the law in Norwegian and English, by the list that is found.
const TERMS: [(&str, &str, &str); 6] = [
    ("terms.controller", "behandlingsansvarlig", "controller"),
    ("terms.subject", "den registrerte", "data subject"),
    ("terms.processor", "databehandler", "processor"),
    ("terms.officer", "personvernombud", "data protection officer"),
    ("terms.basis", "rettslig grunnlag", "legal basis"),
    ("terms.portability", "dataportabilitet", "data portability"),
];

fn check(reading: &Reading<'_>, hits: &[PhraseHit], found: &mut Diagnostics) {
    for hit in hits {
        let Some((_, nb, en)) = TERMS.iter().find(|(list, ..)| *list == hit.list) else { continue };
        let term = if reading.is_in("en") { en } else { nb };
        let finding = RULE.at_span(reading.span_of(hit), say::translated_term(reading.words_of(hit)));
        found.push(finding.with_help(say::write_the_term(term)));
    }
}
