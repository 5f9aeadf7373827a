//! What brands, clinics and layers are called, and where a source names them.
//!
//! In: a [`Site`](crate::merge::Site) and the source files. Out: [`SiteNames`], all names and addresses ready
//! to be found; the [`LayerNames`] of a layer and the [`NamedText`]s of a theme: what is named in each text
//! and value, once, however many pages show it.
//!
//! Invariant: all names of all clinics are looked for together,
//! so that a text costs the same however many clinics there are.
//! Invariant: every text and value that readers see is looked through,
//! and knows where each name in it stands.
//! Invariant: nothing here says who may be named where; `check` does.

mod boundary;
mod filled;
mod folded;
mod identity;
mod meant;
mod named;
mod needles;
mod numbers;
mod short_forms;
mod site_names;
mod spellings;

pub use filled::named_when_filled;
pub use identity::IdentityKind;
pub use named::{LayerNames, NamedText, TextSource, WrittenAs, named_in_theme, named_in_value};
pub use needles::{Needle, NeedleOwner};
pub use site_names::{NamesMemo, SiteNames};
