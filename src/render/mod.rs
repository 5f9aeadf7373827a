//! Turns merged clinics into pages.
//!
//! In: a [`Brand`](crate::model::Brand) with its merged clinics, the [`Theme`](crate::theme::Theme) and the
//! date. Out: finished files, handed to a function one by one, so that memory does not grow with the pages.
//!
//! Invariant: no text of the content reaches a page unescaped;
//! HTML comes from Markdown without raw HTML, and from templates.
//! Invariant: every placeholder, link and text that cannot be resolved is a finding at its own place.
//! Invariant: pages load nothing from elsewhere, run no script and hold no inline style; the hours for search
//! engines stand in a data block (`application/ld+json`),
//! of which a browser runs nothing and which no text of the content can end.

mod abbreviations;
mod address;
mod answers;
mod brand;
mod brand_assets;
mod facts;
mod fill;
mod finished_file;
mod hosted;
mod icon;
mod input;
mod json_ld;
mod marks;
mod moves;
mod names;
mod output;
mod pages;
mod placeholder;
mod platform_limits;
mod privacy_json;
mod robots;
mod shared;
mod site_map;
mod statement;
mod static_files;
mod subject;
mod words;

pub(crate) use abbreviations::stands_alone;
pub use brand::render_brand;
pub use facts::clinic_facts;
pub(crate) use facts::has_word;
pub(crate) use fill::escape;
pub use finished_file::{FinishedFile, ShownText, TextTag};
pub use input::BrandInput;
pub use marks::{Places, mark_page};
pub use privacy_json::privacy_schema;
