//! Merges the group's content with what profiles and each clinic change.
//!
//! In: a [`SiteInput`](crate::model::SiteInput). Out: a [`Clinic`] for each clinic: its tables,
//! its clauses and its documents.
//!
//! Invariant: every value of a [`Clinic`] knows the file and line it was written in, and what it replaced.
//! Invariant: nothing is dropped in silence: a locked, unknown
//! or omitted target is a diagnostic or has a reason.
//! Invariant: a clinic's override counts for all languages; what it lacks is missing, never the layer below.
//! Invariant: this stage reads no files and knows no HTML.

mod brands;
mod clause;
mod clinic;
mod concerned;
mod documents;
mod languages;
mod layers;
mod numbers;
mod order;
mod overrides;
mod references;
mod renamed;
mod site;
mod stand_in;
mod table;
mod written;

pub use brands::{check_brands, check_shared_statement, lead_clinic};
pub use clause::{Clause, ClauseStep, Composed, LocalPart};
pub use clinic::{Clinic, PlacedNotice};
pub use concerned::{Concerned, brand_of};
pub use documents::{ComposedDocument, Section};
pub use layers::KnownIds;
pub use overrides::{
    Overridden, Override, PinState, Translation, WrittenText, overrides, pinned_overrides, translations,
};
pub use site::Site;
pub use written::{ClinicField, Written, WrittenKind, written};
