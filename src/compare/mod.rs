//! Two versions of a page, or of all sites: what differs, passage by passage and word by word, and whether
//! patients must be told of it.
//!
//! In: finished files, of two brands or of two times. Out: rows of passages beside one another, or
//! [`SiteDifferences`]: each difference once, with the brands that it is on.
//!
//! Invariant: what concerns a purpose, a ground, a recipient, a country, a period, a right, who is
//! responsible or whom to turn to is never called editorial: of a clause that answers an article, any other
//! word is material.

mod align;
mod blocks;
mod differences;
mod facts;
mod passages;
mod rows;
mod site;
mod told;
mod weight;
mod words;

pub(crate) use blocks::{PageBlock, blocks};
pub use differences::{
    FactDifference, FactVersion, FileDifference, PageDifference, SiteDifferences, TextDifference,
};
pub use rows::ComparedPart;
pub(crate) use rows::{ComparedPage, ComparedRow, marked, rows};
pub use site::{Before, Comparing};
pub use weight::Weight;
pub(crate) use words::{OwnNames, pieces};
#[cfg(test)]
pub(crate) use {blocks::PageBlockKind, rows::ComparedCell};
