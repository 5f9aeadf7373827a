//! Rules on finished pages: what only the whole shows.
//!
//! In: the theme, once; then each brand's pages as they are made. Out: findings of [`rules`], at the line of
//! the source that made the page so.
//!
//! Invariant: every page is read once, and dropped; what is kept of it are its ids, anchors and languages.
//! Invariant: what a clause or a notice put on a page is known from where it was written,
//! and is not read again.
//! Invariant: a finding stands at the texts and templates that the page was made of; if none of them has what
//! was found, at the brand, and names the page.

mod brand;
mod fault;
mod literal_places;
mod page;
mod rules;
mod seen;
mod start_tags;
mod static_files;
mod theme_files;

pub use brand::BrandAudit;
pub use static_files::check_static_file;
pub use theme_files::ThemeFiles;

use crate::check::Rule;

/// All rules on finished pages, in the order of their names.
#[must_use]
pub fn rules() -> &'static [&'static Rule] {
    &rules::RULES
}
