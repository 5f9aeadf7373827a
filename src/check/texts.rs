use jiff::civil::Date;

use super::{Looks, rules};
use crate::diagnostic::Diagnostics;
use crate::model::{ClauseText, Language, LayerContent};
use crate::source::SourceTree;
use crate::span::{FileId, Span};

/// What a rule on texts looks at: the clauses and notices of one layer, as they are written.
#[derive(Debug, Clone, Copy)]
pub struct Texts<'t> {
    /// The layer.
    pub content: &'t LayerContent,
    /// The files.
    pub tree: &'t SourceTree,
    /// The day of the build.
    pub date: Date,
}

/// The source text of a clause or a notice in one language, its title included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prose<'t> {
    pub language: &'t Language,
    pub text: &'t str,
    file: FileId,
    offset: usize,
}

/// Checks the texts of one layer with every rule that looks at texts.
pub fn check_texts(texts: Texts<'_>, found: &mut Diagnostics) {
    for rule in rules() {
        if let Looks::Texts(check) | Looks::Both(_, check) = rule.looks {
            check(texts, found);
        }
    }
}

impl<'t> Texts<'t> {
    /// The texts of all clauses.
    pub(super) fn of_clauses(self) -> impl Iterator<Item = Prose<'t>> {
        let texts = self.content.clauses.values().flat_map(|clause| &clause.texts);
        texts.filter_map(move |(language, text)| self.prose(language, text))
    }

    /// The texts of all notices.
    pub(super) fn of_notices(self) -> impl Iterator<Item = Prose<'t>> {
        let texts = self.content.notices.values().flat_map(|notice| &notice.texts);
        texts.filter_map(move |(language, text)| self.prose(language, text))
    }

    /// Nothing where the file is no text: that has been reported.
    fn prose(self, language: &'t Language, text: &ClauseText) -> Option<Prose<'t>> {
        let file = text.span.file;
        let source = self.tree.file(file);
        let offset = text.span.range().start;
        let text = source.text.get(offset..)?;
        source.fault.is_none().then_some(Prose { language, text, file, offset })
    }
}

impl Prose<'_> {
    /// Where a part of the text is in its file.
    pub(super) fn span(&self, range: &std::ops::Range<usize>) -> Span {
        Span::new(self.file, self.offset + range.start..self.offset + range.end)
    }
}
