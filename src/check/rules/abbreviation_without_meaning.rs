//! An abbreviation in a deadline or a service that the glossary does not explain:
//! a word of capital letters, two or more.

use std::collections::BTreeSet;

use crate::check::days::certain_deadlines;
use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::times as say};
use crate::merge::Clinic;
use crate::model::{Resolved, Text};

pub(super) static RULE: Rule =
    Rule { name: "abbreviation-without-meaning", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let clinic = subject.clinic;
    for deadline in certain_deadlines(clinic) {
        let optional = [&deadline.applies_to, &deadline.counted].into_iter().flatten();
        [&deadline.label].into_iter().chain(optional).for_each(|text| check_text(text, clinic, found));
    }
    for service in &clinic.services.rows {
        if !clinic.services.is_uncertain(service.id.as_str()) {
            [&service.name].into_iter().chain(&service.note).for_each(|text| check_text(text, clinic, found));
        }
    }
}

fn check_text(text: &Resolved<'_, Text>, clinic: &Clinic<'_>, found: &mut Diagnostics) {
    let words = text.get().all().flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()));
    let words: BTreeSet<&str> = words.filter(|word| is_abbreviation(word)).collect();
    for word in words {
        let id = word.to_lowercase();
        let is_explained = clinic.glossary.rows.iter().any(|term| term.abbreviation.get().as_str() == word);
        if !is_explained && !clinic.glossary.is_uncertain(&id) {
            let finding = RULE.at(text, say::abbreviation_without_meaning(word));
            found.push(finding.with_help(say::explain_it_in_the_glossary(&id, word)));
        }
    }
}

fn is_abbreviation(word: &str) -> bool {
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    capitals >= 2 && word.chars().all(|letter| letter.is_uppercase() || letter.is_ascii_digit())
}
