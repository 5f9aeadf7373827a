//! # foreign-brand-name
//!
//! ## What it finds
//! The name of another brand or clinic, or a former name, in what a brand's pages, `security.txt` and `privacy.json` are made of: in the genitive, in
//! capitals, over two lines, with a soft hyphen, and with its parts joined, hyphenated or apart: `Migreneklinikken`, `Migrene-klinikken`,
//! `Migrene klinikken`. In small letters where nobody writes an ordinary word so: hyphenated (`migrene-klinikken`), or with capitals
//! within the name (`MedBeauty`, written `medbeauty`). The first word of a name counts by itself where it has eight letters or more, is in
//! the definite form or has capitals within, begins nobody else's name, and is no word of the group's or a profile's texts:
//! `Smertespesialistene` of `Smertespesialistene Colosseum`. A name that is a part of a longer one, or of a recipient that the clinic
//! lists, is none; neither is an ordinary word.
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
//! the site in `content/brands/`; a site that mentions itself may use its former names. Another
//! short form, or a name that counts in small letters too, is declared in its own site's file: `[names]` with `also = ["bontox"]`.

use crate::check::{Looks, Rule};
use crate::diagnostic::Severity;

/// What it says of a name stands in `check/foreign.rs`: names and addresses are found together.
pub(super) static RULE: Rule = Rule {
    name: "foreign-brand-name",
    severity: Severity::Error,
    docs: include_str!("foreign_brand_name.rs"),
    looks: Looks::Names,
};
