use std::ops::Range;

use super::{Checked, Checker, NotRead};
use crate::theme::template::lexer::{Word, WordKind};

/// A name and its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name<'a> {
    pub(super) text: &'a str,
    pub(super) range: Range<usize>,
}

/// The words of the template that is being gone through, one after the other.
impl<'a> Checker<'_, 'a> {
    fn word(&self) -> Option<&Word<'a>> {
        self.template.words.get(self.at)
    }

    /// The sign or keyword that stands here.
    pub(super) fn peek(&self) -> Option<&'a str> {
        match self.word()?.kind {
            WordKind::Sign(text) | WordKind::Name(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.word().is_none()
    }

    pub(super) fn next(&mut self) -> Checked<Word<'a>> {
        let word = self.word().cloned().ok_or_else(|| self.not_read())?;
        self.at += 1;
        Ok(word)
    }

    /// Steps over `word`, a sign or a keyword, if it stands here.
    pub(super) fn accept(&mut self, word: &str) -> bool {
        let found = self.peek() == Some(word);
        self.at += usize::from(found);
        found
    }

    pub(super) fn expect(&mut self, word: &str) -> Checked<()> {
        if self.accept(word) { Ok(()) } else { Err(self.not_read()) }
    }

    /// Steps over the end of an output or a tag.
    pub(super) fn expect_end(&mut self) -> Checked<()> {
        match self.word() {
            Some(Word { kind: WordKind::End, .. }) => {
                self.at += 1;
                Ok(())
            }
            _ => Err(self.not_read()),
        }
    }

    pub(super) fn name(&mut self) -> Checked<Name<'a>> {
        match self.next()? {
            Word { kind: WordKind::Name(text), range } => Ok(Name { text, range }),
            word => Err(NotRead(word.range.start)),
        }
    }

    pub(super) fn quoted(&mut self) -> Checked<Name<'a>> {
        match self.next()? {
            Word { kind: WordKind::Text(text), range } => Ok(Name { text, range }),
            word => Err(NotRead(word.range.start)),
        }
    }

    /// What stands here is not read.
    pub(super) fn not_read(&self) -> NotRead {
        NotRead(self.word().map_or(self.template.source.text.len(), |word| word.range.start))
    }

    /// From `start` to the end of the last word that was read.
    pub(super) fn range_from(&self, start: usize) -> Range<usize> {
        let last = self.at.checked_sub(1).and_then(|last| self.template.words.get(last));
        start..last.map_or(start, |word| word.range.end.max(start))
    }
}
