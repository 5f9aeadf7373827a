//! Texts as their readers see them, what they say, and the dates and weeks in them.
//!
//! In: the source text of a Markdown file. Out: its [blocks](blocks) without the signs of Markdown, what they
//! say of what rules [look for](SayingSearch), the [dates](dates) and the [weeks](weeks),
//! each with its place.
//!
//! `fredag 12. juni 2026`, `mandag 6\. juli`, `Monday, July 6, 2026`, `måndag 12.06.2026`,
//! `fra mandag 12. juli til søndag 1. august 2027`: a date without a year has that of the
//! date which ends its range.

mod addresses;
mod dates;
mod day_and_month;
mod facts;
mod months;
mod number_words;
mod phrase_index;
mod phrases;
mod readability;
mod reading;
mod sayings;
mod tokens;
mod vocabulary;
mod weeks;

pub(super) use dates::{WrittenDate, dates};
pub(super) use facts::{Fact, facts};
pub(super) use months::capital_months;
pub(super) use number_words::is_number_word;
pub(super) use phrase_index::{Found, PhraseIndex};
pub(super) use phrases::{has_phrases, languages};
pub(super) use readability::readability;
pub(super) use reading::{BlockKind, PLACEHOLDER, TextBlock, blocks};
pub(super) use sayings::{FoundSayings, PhraseHit, Saying, SayingSearch};
pub(super) use tokens::Token;
pub(super) use vocabulary::weekday_in;
pub(super) use weeks::weeks;

/// Whether a year stands anywhere in the text.
pub(super) fn names_a_year(blocks: &[TextBlock]) -> bool {
    blocks.iter().any(|block| block.tokens.iter().any(|token| token.year(&block.text).is_some()))
}
