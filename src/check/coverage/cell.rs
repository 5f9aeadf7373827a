use crate::diagnostic::Message;
use crate::span::Span;

use super::Item;

/// How far an item is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Something says it.
    Answered,
    /// Something says it for some, and not for others.
    Partial,
    /// Nothing says it.
    Missing,
    /// The law does not ask for it here.
    NotApplicable,
}

/// A place that answers an item, or lacks the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What stands there, as `felles trace` takes it: `clauses.complaint`, `purposes.care.bases`.
    pub key: String,
    /// Where.
    pub span: Span,
}

impl Answer {
    pub(super) fn new(key: impl Into<String>, span: Span) -> Self {
        Self { key: key.into(), span }
    }
}

/// What a clinic's pages say of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The item.
    pub item: Item,
    /// How far it is answered.
    pub state: State,
    /// What answers it.
    pub answers: Vec<Answer>,
    /// What does not, if something else does.
    pub lacking: Vec<Answer>,
    /// Why it is not asked for, or what keeps it from being answered.
    pub why: Option<Message>,
}

impl Cell {
    /// A cell out of what answers it and what does not.
    pub(super) fn of(item: Item, answers: Vec<Answer>, lacking: Vec<Answer>) -> Self {
        let state = match (answers.is_empty(), lacking.is_empty()) {
            (true, _) => State::Missing,
            (false, true) => State::Answered,
            (false, false) => State::Partial,
        };
        Self { item, state, answers, lacking, why: None }
    }

    pub(super) fn not_applicable(item: Item, why: Message) -> Self {
        let (answers, lacking) = (Vec::new(), Vec::new());
        Self { item, state: State::NotApplicable, answers, lacking, why: Some(why) }
    }

    pub(super) fn because(self, why: Message) -> Self {
        Self { why: Some(why), ..self }
    }
}
