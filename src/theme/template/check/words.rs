use std::ops::Range;

use super::{Checked, Checker, NotRead};
use crate::theme::template::lexer::{Token, TokenKind};

/// A name and its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name<'a> {
    pub(super) text: &'a str,
    pub(super) range: Range<usize>,
}

/// The words of the template that is being gone through, one after the other.
impl<'a> Checker<'_, 'a> {
    fn token(&self) -> Option<&Token<'a>> {
        self.template.tokens.get(self.at)
    }

    /// The sign or keyword that stands here.
    pub(super) fn peek(&self) -> Option<&'a str> {
        match self.token()?.kind {
            TokenKind::Sign(text) | TokenKind::Name(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.token().is_none()
    }

    pub(super) fn next(&mut self) -> Checked<Token<'a>> {
        let token = self.token().cloned().ok_or_else(|| self.not_read())?;
        self.at += 1;
        Ok(token)
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
        match self.token() {
            Some(Token { kind: TokenKind::End, .. }) => {
                self.at += 1;
                Ok(())
            }
            _ => Err(self.not_read()),
        }
    }

    pub(super) fn name(&mut self) -> Checked<Name<'a>> {
        match self.next()? {
            Token { kind: TokenKind::Name(text), range } => Ok(Name { text, range }),
            token => Err(NotRead(token.range.start)),
        }
    }

    pub(super) fn quoted(&mut self) -> Checked<Name<'a>> {
        match self.next()? {
            Token { kind: TokenKind::Text(text), range } => Ok(Name { text, range }),
            token => Err(NotRead(token.range.start)),
        }
    }

    /// What stands here is not read.
    pub(super) fn not_read(&self) -> NotRead {
        NotRead(self.token().map_or(self.template.source.text.len(), |token| token.range.start))
    }

    /// From `start` to the end of the last word that was read.
    pub(super) fn range_from(&self, start: usize) -> Range<usize> {
        let last = self.at.checked_sub(1).and_then(|last| self.template.tokens.get(last));
        start..last.map_or(start, |token| token.range.end.max(start))
    }
}
