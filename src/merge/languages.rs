//! Finds texts that lack a language of the clinic's brands.

use std::collections::BTreeSet;

use super::clinic::Clinic;
use super::layers::Layers;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::merge as say};
use crate::model::{ByLanguage, ClauseText, Field, Language};
use crate::span::{FileId, Span};

/// Checks every text of the clinic in the languages of its brands.
/// A fallback of the brand or of `site.toml` stands in for what is missing.
pub(super) fn check_languages(clinic: &Clinic<'_>, layers: &Layers<'_>, found: &mut Diagnostics) {
    let unread = layers.list.iter().flat_map(|(_, content)| content.unread.values().copied()).collect();
    let mut check = LanguageCheck { wanted: &clinic.chains, unread, found };
    clinic.fields().iter().for_each(|written| check.field(&written.field));
    for composed in &clinic.documents {
        for section in &composed.sections {
            for step in clinic.clauses[section.id].live_steps().iter().filter(|step| !step.input.faulty) {
                check.texts(section.id.as_str(), step.input.span, &step.input.texts);
            }
        }
    }
    for placed in clinic.notices.iter().filter(|placed| !placed.notice.faulty) {
        check.texts(placed.id.as_str(), placed.notice.span, &placed.notice.texts);
    }
}

struct LanguageCheck<'c, 'f> {
    /// Each wanted language with its fallbacks.
    wanted: &'c BTreeSet<Vec<Language>>,
    /// The files that could not be read whole; what a text of theirs lacks may stand in the broken part.
    unread: BTreeSet<FileId>,
    found: &'f mut Diagnostics,
}

impl LanguageCheck<'_, '_> {
    fn field(&mut self, field: &Field<'_, '_>) {
        if self.unread.contains(&field.origin.span.file) {
            return;
        }
        for chain in self.wanted {
            // Each language of the chain by itself: the text is missing only if none of them has it.
            if chain.iter().all(|language| field.lacks(language)) {
                let language = &chain[0];
                let error = Diagnostic::error(
                    "missing-language",
                    field.origin.span,
                    say::text_lacks_language(field.name, language.as_str()),
                );
                self.found.push(error.with_help(say::add_text(field.name, language.as_str())));
            }
        }
    }

    fn texts(&mut self, id: &str, span: Span, texts: &ByLanguage<ClauseText>) {
        for chain in self.wanted {
            if texts.first_of(chain).is_none() {
                let language = &chain[0];
                let error = Diagnostic::error(
                    "missing-language",
                    span,
                    say::clause_lacks_language(id, language.as_str()),
                );
                self.found.push(error.with_help(say::write_file(&format!("{id}.{language}.md"))));
            }
        }
    }
}
