//! Rules on finished pages: what only the whole shows.
//!
//! In: the [`SiteInput`](crate::model::SiteInput) and the theme, once; then each brand's pages as they are made. Out: findings of
//! [`rules`], at the line of the source that made the page so.
//!
//! Invariant: every page is read once, and let go; what is kept of it are its ids, anchors and languages. A part that many pages have
//! is read once for all of them, and read as if the page were whole.
//! Invariant: all names of all clinics are looked for together, so that a page costs the same however many clinics there are.
//! Invariant: a finding stands at the texts, values and templates that the page was made of; where none of them has what was found,
//! at the brand, and names the page.

mod boundary;
mod brand;
mod escapes;
mod fault;
mod folded;
mod identity;
mod leak;
mod meant;
mod memo;
mod names;
mod needles;
mod numbers;
mod page;
mod part;
mod passage;
mod rules;
mod seen;
mod short_forms;
mod site;
mod spellings;
mod theme_texts;

pub use brand::BrandAudit;
pub use memo::AuditMemo;
pub use names::Names;
pub(crate) use page::INLINE;
pub use site::{AuditInput, SiteAudit};

use crate::check::Rule;

/// All rules on finished pages, in the order of their names.
#[must_use]
pub fn rules() -> &'static [&'static Rule] {
    &rules::RULES
}
