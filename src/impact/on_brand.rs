use std::cell::OnceCell;

use jiff::civil::Date;

use crate::merge::Clinic;
use crate::model::{Body, Brand, Language, SiteConfig, StatementMode};
use crate::source::SourceTree;

/// A text that a page shows.
pub(super) type PageText<'b> = &'b Body;

/// A clinic on the site of one of the brands that publish it.
pub(super) struct OnBrand<'b, 'a> {
    pub clinic: &'b Clinic<'a>,
    pub brand: &'b Brand,
    pub config: &'b SiteConfig,
    pub tree: &'b SourceTree,
    pub date: Date,
    /// Whether the clinic's texts stand for all of a shared statement.
    pub is_first: bool,
    /// Whether a template shows the group's name.
    pub group_is_shown: bool,
    pub texts: OnceCell<Vec<PageText<'b>>>,
}

impl OnBrand<'_, '_> {
    /// Each language of the brand, with those that it falls back on.
    pub(super) fn chains(&self) -> Vec<Vec<Language>> {
        self.brand.languages.iter().map(|language| self.config.chain(language)).collect()
    }

    /// A shared statement has the documents and the texts of its first clinic; the others have the same.
    pub(super) fn speaks(&self) -> bool {
        self.brand.statement == StatementMode::Each || self.is_first
    }
}
