//! Which clause or notice a file of text belongs to, and which texts of wider layers it stands in the place
//! of.

use std::collections::BTreeMap;

use crate::merge::{Clause, Clinic};
use crate::model::{ClauseOp, Language};
use crate::span::{FileId, Span};

/// What a file of text is.
#[derive(Debug)]
pub(super) struct TextPlace {
    /// Its key, as `felles trace` has it: `clauses.complaint`, `notices.summer`.
    pub key: String,
    /// Where the texts begin that it replaced, the widest layer's first.
    pub replaced: Vec<Span>,
}

/// The texts of some clinics by their files.
pub(super) fn text_places(clinics: &[&Clinic<'_>]) -> BTreeMap<FileId, TextPlace> {
    let mut places = BTreeMap::new();
    for clinic in clinics {
        clinic.clauses.values().for_each(|clause| add_clause(clause, &mut places));
        for placed in &clinic.notices {
            for text in placed.notice.texts.values() {
                let key = format!("notices.{}", placed.id);
                places.entry(text.span.file).or_insert(TextPlace { key, replaced: Vec::new() });
            }
        }
    }
    places
}

fn add_clause(clause: &Clause<'_>, places: &mut BTreeMap<FileId, TextPlace>) {
    for (index, step) in clause.steps.iter().enumerate() {
        for (language, text) in step.input.texts.iter() {
            let replaced = match step.op {
                ClauseOp::Replace => before(clause, index, language),
                ClauseOp::Prepend | ClauseOp::Append | ClauseOp::Omit => Vec::new(),
            };
            let key = format!("clauses.{}", clause.id);
            let known = places.get(&text.span.file);
            // Of two clinics that have the same text, the one where it replaced more says more.
            if known.is_none_or(|known| known.replaced.len() < replaced.len()) {
                places.insert(text.span.file, TextPlace { key, replaced });
            }
        }
    }
}

/// Where the texts of the layers below the step begin, in its language if they have it.
fn before(clause: &Clause<'_>, step: usize, language: &Language) -> Vec<Span> {
    let written = clause.steps[..step].iter().filter(|step| step.op != ClauseOp::Omit);
    written.map(|step| step.input.texts.get(language).map_or(step.input.span, |text| text.span)).collect()
}
