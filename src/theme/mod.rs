//! Loads a theme: its templates, texts, stylesheet, tokens and files,
//! and what is known of them before any clinic is.
//!
//! In: the [`SourceTree`](crate::source::SourceTree) and the site's configuration. Out: a [`Theme`], ready to
//! render with, and the [`view`] of what each of its templates sees.
//!
//! Invariant: a theme is loaded once for a build and knows of no clinic;
//! what a brand changes of it is made where pages are.
//! Invariant: every name in a template, a string or a token that does not exist is a finding at its own
//! place.
//! Invariant: a theme has every text that the program uses, in every language of the site,
//! or it is not loaded.

mod asset;
mod load;
mod names;
mod palette;
mod pen;
mod picture_metadata;
mod signs;
mod string_files;
mod strings;
pub mod template;
mod tokens;
pub mod view;

pub(crate) use asset::Asset;
pub use load::{Theme, template_reference, theme_ids};
pub(crate) use palette::palette_css;
pub(crate) use pen::Pen;
pub(crate) use picture_metadata::without_metadata;
pub use signs::Signs;
pub(crate) use signs::{MarkPlace, SignedPiece};
pub(crate) use string_files::strings_of;
pub(crate) use strings::{StringPiece, Strings};
pub(crate) use tokens::root_rules;
pub use tokens::token_reference;
