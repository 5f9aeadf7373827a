use std::collections::BTreeMap;

use super::texts::Reading;
use super::{Rule, Subject};
use crate::merge::{Clinic, ComposedDocument};
use crate::span::{FileId, Span};

/// What texts mention that is held against the data of each clinic that shows them.
#[derive(Debug, Default)]
pub struct Mentions {
    by_rule: BTreeMap<&'static str, Vec<Mention>>,
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
            self.by_rule.entry(rule.name).or_default().extend(mentions);
        }
    }
}

/// The files of a page's texts, in the order of reading; those of notices are not among them.
pub(super) fn files_of(clinic: &Clinic<'_>, document: &ComposedDocument<'_>) -> Vec<FileId> {
    let clauses = document.sections.iter().filter_map(|section| clinic.clauses.get(section.id));
    let steps = clauses.flat_map(|clause| clause.live_steps());
    steps.flat_map(|step| step.input.texts.values()).map(|text| text.span.file).collect()
}

/// Holds what the clinic's texts mention against its data; `mentions` are those of its layers.
pub(super) fn check_mentions(
    subject: Subject<'_, '_>,
    mentions: &[&Mentions],
    found: &mut crate::diagnostic::Diagnostics,
) {
    let files = subject.clinic.texts().map(|text| text.span.file);
    // Few texts mention anything, and every rule asks for those.
    let order: BTreeMap<FileId, usize> = files.zip(0..).collect();
    for rule in super::rules() {
        if let super::Looks::Mentions { check, .. } = rule.looks {
            let of_layers = mentions.iter().filter_map(|of_layer| of_layer.by_rule.get(rule.name)).flatten();
            let mut shown: Vec<(usize, &Mention)> =
                of_layers.filter_map(|mention| Some((*order.get(&mention.span.file)?, mention))).collect();
            shown.sort_by_key(|(place, _)| *place);
            let shown: Vec<&Mention> = shown.into_iter().map(|(_, mention)| mention).collect();
            check(subject, &shown, found);
        }
    }
}
