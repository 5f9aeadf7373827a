//! Marks on a page: every text on it knows the file and line that it comes from, for "why this sentence?".
//!
//! A marked page is made by the same code as any other. The [`Pen`](crate::theme::Pen) that values are
//! written with puts [`Signs`](crate::theme::Signs) around them, letters that no page of the brand holds;
//! when the page is done, [`mark_page`] makes elements of those in its text and takes all others away.
//! Without signs the pen writes what it is given.
//!
//! Invariant: a marked page without its marks is the page, byte for byte;
//! a page for which that does not hold has no marks.

mod page;
mod places;
mod text_places;

pub use page::mark_page;
pub use places::Places;
