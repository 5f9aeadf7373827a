//! Dates and weeks as people write them in running text.
//!
//! In: the source text of a Markdown file. Out: the [dates](dates) and [weeks](weeks) in it, with their places.
//!
//! `fredag 12. juni 2026`, `mandag 6\. juli`, `Monday, July 6, 2026`, `måndag 12.06.2026`, `fra mandag 12. juli til søndag 1. august
//! 2027`: a date without a year has that of the date which ends its range.

mod dates;
mod tokens;
mod vocabulary;
mod weeks;

pub(super) use dates::{WrittenDate, dates};
pub(super) use vocabulary::weekday_in;
pub(super) use weeks::weeks;

/// Whether a year stands anywhere in the text.
pub(super) fn names_a_year(text: &str) -> bool {
    tokens::tokens(text).iter().any(|token| token.year().is_some())
}
