use std::sync::LazyLock;

use schemars::{JsonSchema, schema_for};
use serde::Serialize;

use crate::theme::view::{BrandView, ClinicData};

/// `privacy.json`: what the pages of a brand say, for machines.
#[derive(Debug, Serialize, JsonSchema)]
struct PrivacyJson {
    /// Where this file's schema is, relative to it.
    #[serde(rename = "$schema")]
    schema: String,
    /// The brand.
    brand: BrandView,
    /// Whether the content is an example and not the clinics' own word.
    example: bool,
    /// Whether the site is not finished.
    draft: bool,
    /// The facts, for each language and each clinic or shared statement.
    statements: Vec<StatementFacts>,
}

/// The facts of one statement in one language.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct StatementFacts {
    /// The language, as a BCP 47 tag.
    pub lang: String,
    /// The clinics that it speaks for.
    pub clinics: Vec<String>,
    /// The facts.
    pub data: ClinicData,
}

/// The schema's path below the brand's root.
pub(super) const SCHEMA_FILE: &str = "privacy.schema.json";

/// The bytes of `privacy.json`.
pub(super) fn privacy_json(
    brand: BrandView,
    example: bool,
    draft: bool,
    statements: Vec<StatementFacts>,
) -> Vec<u8> {
    compact(&PrivacyJson { schema: SCHEMA_FILE.to_owned(), brand, example, draft, statements })
}

/// The JSON Schema of `privacy.json`, the same for every brand and every build; made once.
#[must_use]
pub fn privacy_schema() -> &'static [u8] {
    static SCHEMA: LazyLock<Vec<u8>> = LazyLock::new(|| compact(&schema_for!(PrivacyJson)));
    &SCHEMA
}

/// Without blanks and lines: they were half of `privacy.json`, and every brand has both files.
fn compact(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("texts and numbers are JSON")
}
