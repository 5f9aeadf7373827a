//! Texts as their readers see them, what they say, and the dates and weeks in them.
//!
//! In: the source text of a Markdown file. Out: its [blocks](blocks) without the signs of Markdown, the [sayings](Sayings) that
//! rules listen for, the [dates](dates) and the [weeks](weeks), each with its place.
//!
//! `fredag 12. juni 2026`, `mandag 6\. juli`, `Monday, July 6, 2026`, `måndag 12.06.2026`, `fra mandag 12. juli til søndag 1. august
//! 2027`: a date without a year has that of the date which ends its range.

mod dates;
mod facts;
mod months;
mod readability;
mod reading;
mod sayings;
mod tokens;
mod vocabulary;
mod weeks;

pub(super) use dates::{WrittenDate, dates};
pub(super) use facts::{Fact, facts};
pub(super) use months::capital_months;
pub(super) use readability::readability;
pub(super) use reading::{Block, BlockKind, PLACEHOLDER, blocks};
pub(super) use sayings::{Hit, Saying, Sayings, says_any};
pub(super) use vocabulary::weekday_in;
pub(super) use weeks::weeks;

/// Whether a year stands anywhere in the text.
pub(super) fn names_a_year(text: &str) -> bool {
    tokens::tokens(text).iter().any(|token| token.year().is_some())
}
