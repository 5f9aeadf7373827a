//! Turns source files into what the content says.
//!
//! In: a [`SourceTree`](crate::source::SourceTree). Out: a [`SiteInput`](crate::model::SiteInput),
//! each file read once however many clinics use it.
//!
//! Invariant: every fault of every file is reported in one run; a fault in one place hides none in another.
//! Invariant: a file that felles does not use is reported, so that a misspelt name is never silence.
//! Invariant: Markdown becomes HTML with holes here, once; what goes into the holes is decided later.

mod brand;
mod clause;
mod content;
mod country;
mod folder;
mod front_matter;
mod hidden_signs;
mod house_rule;
mod languages;
mod layer;
mod markdown;
mod meant;
mod memo;
mod named;
mod notice;
mod placeholder;
mod site_config;
mod slipped;
mod sorted;
mod static_files;
mod tables;
mod text_files;
mod toml;
mod toml_fault;

pub(crate) use brand::svg_is_safe;
pub use content::{parse_site, parse_site_again};
pub use country::carried_countries;
pub(crate) use hidden_signs::report_hidden_signs;
pub(crate) use markdown::{MeantMarkdown, is_allowed_target};
pub use memo::ParseMemo;
pub(crate) use placeholder::{begins_placeholder, cover_placeholders};
pub use site_config::parse_site_config;
pub use toml::{parse_theme_file, parse_theme_settings};
