//! # foreign-brand-name
//!
//! ## What it finds
//! The name of another brand or clinic, or a former name, on a brand's pages: in the genitive, in capitals, hyphenated, over two
//! lines. A name that is a part of a longer one, or of a recipient that the clinic lists, is none; neither is an ordinary word.
//!
//! ## Why it matters
//! GDPR Article 13(1)(a): the page says who the controller is. A text that was copied from another clinic names the wrong one.
//!
//! ## Example
//! ```markdown
//! Oslo Smerteklinikks pasienter kan be om innsyn.
//! ```
//!
//! ## How to fix it
//! Write `{{ clinic.name }}` or `{{ brand.name }}` in a text. Where the name is meant, add the brand to `mentions = ["…"]` in the file of
//! the site in `content/brands/`; a site that mentions itself may use its former names.

use crate::check::Rule;

/// What the rule says of a name stands with the other leaks, which are found together.
pub(super) static RULE: Rule = Rule::of_pages("foreign-brand-name", include_str!("foreign_brand_name.rs"));
