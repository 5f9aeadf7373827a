use jiff::civil::Date;

use super::choices::choices;
use super::{ByLanguage, CalendarDate, ClauseText, Id, Invalid, TextValue};
use crate::span::{Located, Span};

choices! {
    /// How pressing a notice is; the last is shown first.
    NoticeLevel {
        /// Good to know.
        Info = "info",
        /// Changes what the patient should do.
        Important = "important",
        /// Now.
        Urgent = "urgent",
    }
}

/// What one layer's files say of a notice: `notices/<id>.<lang>.md`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeInput {
    /// The start of the main language's file.
    pub span: Span,
    /// The first day on which it is shown.
    pub from: Option<Located<CalendarDate>>,
    /// The last day on which it is shown.
    pub until: Option<Located<NoticeEnd>>,
    /// Why it has no last day.
    pub reason: Option<Located<String>>,
    /// Whether its files stay when it is over, to be used again.
    pub keep: Option<Located<bool>>,
    /// How pressing it is.
    pub level: Option<Located<NoticeLevel>>,
    /// The pages that show it; the front page and those with opening hours if nothing is written.
    pub pages: Option<Located<Vec<Located<Id>>>>,
    /// The brands that show it; all of the clinic's if nothing is written.
    pub brands: Option<Located<Vec<Located<Id>>>>,
    /// The departments it is about.
    pub departments: Option<Located<Vec<Located<Id>>>>,
    /// The text in each language.
    pub texts: ByLanguage<ClauseText>,
    /// Set when something in the files could not be read.
    pub faulty: bool,
}

impl NoticeInput {
    /// Whether the site of `brand` shows it, on its days.
    #[must_use]
    pub fn is_for(&self, brand: &Id) -> bool {
        self.brands.as_ref().is_none_or(|brands| brands.value.iter().any(|named| named.value == *brand))
    }
}

/// The last day of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeEnd {
    /// A day.
    On(Date),
    /// `"always"`; asks for a reason.
    Never,
}

impl TextValue for NoticeEnd {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        if text == "always" {
            Ok(Self::Never)
        } else {
            CalendarDate::parse(text).map(|date| Self::On(date.0))
        }
    }
}

impl NoticeInput {
    /// Whether the notice is shown on `date`.
    #[must_use]
    pub fn is_shown_on(&self, date: Date) -> bool {
        let begun = self.from.as_ref().is_some_and(|from| from.value.0 <= date);
        let over = match self.until.as_ref().map(|until| until.value) {
            Some(NoticeEnd::On(last)) => last < date,
            Some(NoticeEnd::Never) => false,
            None => true,
        };
        begun && !over
    }
}
