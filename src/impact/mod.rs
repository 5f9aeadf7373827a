//! Who sees what is written at a place: the brands whose files change if it is edited, and the clinics that
//! an override shields.
//!
//! In: the [`Site`](crate::merge::Site), and what is asked about: a key, a clause, or a place in a file.
//! Out: an [`Impact`].
//!
//! Invariant: the answer follows from what the merge has kept of each value; no page is made for it.
//! Invariant: no brand is left out whose files an edit changes.
//! Where it depends on what is written instead (a condition, a date, a list),
//! all are named that could change.
//! Invariant: a brand is named for a text or a value only if its files show it on the day that is asked of.

mod asked;
mod asked_place;
mod at_key;
mod at_place;
mod beyond_clinics;
mod lines;
mod on_brand;
mod outcome;
mod shown;
mod sight;
mod standing;
mod unseen;
mod used_terms;

pub use asked::{AskedBrand, AskedKind, AskedPart, AskedText};
pub use at_key::{known_keys, parts_of_key};
pub use at_place::parts_at;
pub use outcome::{Hidden, Impact, Shielded};
pub use sight::{ClinicSight, ImpactGround, clinic_sights};
pub use unseen::{HiddenBy, Unseen};
