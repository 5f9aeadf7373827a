use super::choices::choices;
use super::{Domain, Id, Language, Text};
use crate::span::{Located, Span};

choices! {
    /// How a brand with several clinics publishes their statements.
    StatementMode {
        /// Each clinic has its own pages.
        Each = "each",
        /// One statement for all.
        Shared = "shared",
    }
}

/// A site: a name, a domain, and the clinics that it publishes (`content/brands/<id>.toml`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brand {
    /// The file's name.
    pub id: Id,
    /// The start of the file.
    pub span: Span,
    /// The brand's name.
    pub name: Located<Text>,
    /// The canonical host.
    pub domain: Located<Domain>,
    /// Other hosts that lead to it.
    pub aliases: Vec<Located<Domain>>,
    /// Its languages, the main one first; never empty.
    pub languages: Vec<Language>,
    /// The clinics that it publishes; never empty.
    pub clinics: Vec<Located<Id>>,
    /// One statement each, or one for all.
    pub statement: StatementMode,
    /// Whether search engines are asked to stay away.
    pub noindex: bool,
}
