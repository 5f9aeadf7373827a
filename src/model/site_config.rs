use std::collections::BTreeMap;

use jiff::civil::Date;

use super::choices::choices;
use super::{Id, Language};
use crate::span::{Located, Span};

choices! {
    /// What a rule's findings weigh: `[levels]`.
    Level {
        /// Not looked for.
        Off = "off",
        /// Published all the same.
        Warning = "warning",
        /// Nothing is published.
        Error = "error",
    }
}

/// What `site.toml` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteConfig {
    /// The start of the file.
    pub span: Span,
    /// The languages, the main one first; never empty.
    pub languages: Vec<Language>,
    /// Where they are listed.
    pub languages_span: Span,
    /// The language whose text stands in if one is missing.
    pub fallback: BTreeMap<Language, Language>,
    /// Whether the content is an example: every page says so, and facts that are not given are allowed.
    pub example: bool,
    /// Whether the site is not finished: every page says so, and facts that are not given yet are allowed.
    pub draft: bool,
    /// The theme; `base` if none is named.
    pub theme: Option<Located<Id>>,
    /// The output folder, relative to the root.
    pub output: String,
    /// The levels of rules, by their names, if they are not the rules' own.
    pub levels: BTreeMap<String, Located<Level>>,
    /// The last day on which `.well-known/security.txt` is good (RFC 9116, section 2.5.5).
    pub security_txt_expires: Located<Date>,
}

impl SiteConfig {
    /// Whether it is no clinic's published word: an example or a draft.
    #[must_use]
    pub fn is_unpublished(&self) -> bool {
        self.example || self.draft
    }

    /// The languages to try for `language`, itself first; the chain of fallbacks, each once.
    #[must_use]
    pub fn chain(&self, language: &Language) -> Vec<Language> {
        let mut chain = vec![language.clone()];
        while let Some(next) =
            chain.last().and_then(|last| self.fallback.get(last)).filter(|next| !chain.contains(next))
        {
            chain.push(next.clone());
        }
        chain
    }
}
