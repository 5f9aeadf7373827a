use crate::model::Origin;
use crate::span::Span;

/// Why a part that a clinic's layers have is not on its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unseen<'s> {
    /// A narrower layer has its own word there.
    Shielded {
        /// Where.
        by: Origin<'s>,
        /// What that does: `replaces`, `omits` or `removes`.
        how: &'static str,
    },
    /// It is in force, and on no page.
    Hidden {
        /// Why.
        why: HiddenBy,
        /// Where that is written, if it is at one place.
        place: Option<Span>,
    },
}

/// What keeps something in force off the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HiddenBy {
    /// A condition that does not hold.
    Condition,
    /// The lists of clauses: none names it, or what it stands under is left out.
    List,
    /// It is over, or its time has not come.
    Days,
    /// No brand of the clinic has the language.
    Language,
    /// No brand publishes the clinic.
    Brand,
    /// Pages do not tell it.
    Nothing,
}
