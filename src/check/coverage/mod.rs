//! What a clinic's pages answer of what GDPR Articles 13 and 14 ask for, in one language.
//!
//! In: a merged clinic and a language with its fallbacks. Out: a [`Cell`] for each [`Item`],
//! with the places that answer it.
//!
//! Facts answer if there are facts and a table on a page shows them; if an item is prose, a clause on a
//! page that says so of itself (`satisfies`) answers it, if it has the language.
//!
//! Invariant: nothing here says that an answer is good enough; only that it is there, and where.

mod cell;
mod facts;
mod item;
mod page;
mod processing;

pub use cell::{Answer, Cell, State};
pub use item::Item;
pub(in crate::check) use page::{ClinicPages, claims};

use crate::merge::Clinic;
use crate::model::Language;

/// The answers of a clinic in one language.
#[derive(Debug, Clone)]
pub struct Coverage {
    /// The clinic's id.
    pub clinic: String,
    /// Its name.
    pub name: String,
    /// The language.
    pub language: Language,
    /// One for each of [`Item::ALL`], in that order.
    pub cells: Vec<Cell>,
}

/// What the clinic's pages answer in the first language of `chain`; the others stand in for it.
///
/// # Panics
/// If `chain` is empty; one that the settings give begins with the language that is asked for.
#[must_use]
pub fn coverage(clinic: &Clinic<'_>, chain: &[Language]) -> Coverage {
    let page = ClinicPages { clinic, chain };
    let language = chain.first().expect("the chain begins with the language that is asked for").clone();
    let name = clinic.settings.name.get().in_language(&language).unwrap_or(clinic.id.as_str()).to_owned();
    let cells = Item::ALL.iter().map(|item| page.cell(*item)).collect();
    Coverage { clinic: clinic.id.to_string(), name, language, cells }
}
