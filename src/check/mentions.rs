use std::collections::BTreeMap;

use super::texts::Reading;
use super::{Rule, Subject};
use crate::merge::{Clinic, ComposedDocument};
use crate::span::{FileId, Span};

/// What texts mention that is held against the data of each clinic that shows them.
#[derive(Debug, Default)]
pub struct Mentions {
    by_rule: BTreeMap<&'static str, BTreeMap<FileId, Vec<Mention>>>,
}

/// Something that a text mentions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Where.
    pub(super) span: Span,
    /// What, in the words that the rule compares.
    pub(super) what: String,
}

impl Mentions {
    /// Remembers what a rule noted in a text; only clauses and notices are shown whole.
    pub(super) fn note(&mut self, rule: &Rule, reading: &Reading<'_>, mentions: Vec<Mention>) {
        if reading.is_prose() && !mentions.is_empty() {
            self.by_rule.entry(rule.name).or_default().entry(reading.file()).or_default().extend(mentions);
        }
    }

    /// Takes over what was noted in other texts.
    pub fn extend(&mut self, other: &Self) {
        for (rule, by_text) in &other.by_rule {
            let known = self.by_rule.entry(rule).or_default();
            known.extend(by_text.iter().map(|(file, mentions)| (*file, mentions.clone())));
        }
    }

    /// What the rule noted in the texts that the clinic shows.
    pub(super) fn shown_by<'m>(&'m self, rule: &Rule, clinic: &Clinic<'_>) -> Vec<&'m Mention> {
        let Some(by_text) = self.by_rule.get(rule.name) else { return Vec::new() };
        let files = clinic.texts().map(|text| text.span.file);
        files.filter_map(|file| by_text.get(&file)).flatten().collect()
    }
}

/// The files of a page's texts, in the order of reading; those of notices are not among them.
pub(super) fn files_of(clinic: &Clinic<'_>, document: &ComposedDocument<'_>) -> Vec<FileId> {
    let clauses = document.sections.iter().filter_map(|section| clinic.clauses.get(section.id));
    let steps = clauses.flat_map(|clause| clause.live_steps());
    steps.flat_map(|step| step.input.texts.values()).map(|text| text.span.file).collect()
}

/// Holds what the clinic's texts mention against its data.
pub(super) fn check_mentions(
    subject: Subject<'_, '_>,
    mentions: &Mentions,
    found: &mut crate::diagnostic::Diagnostics,
) {
    for rule in super::rules() {
        if let super::Looks::Mentions { check, .. } = rule.looks {
            let mentioned = mentions.shown_by(rule, subject.clinic);
            check(subject, &mentioned, found);
        }
    }
}
