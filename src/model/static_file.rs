use std::collections::BTreeMap;

use super::Id;
use crate::span::Span;

/// A file that others look for at the root of a site, and that is published as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaticFile {
    /// Its path below the root of the site.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its start.
    pub span: Span,
}

/// `content/static/`: the files of each brand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StaticFiles(pub BTreeMap<Id, Vec<StaticFile>>);

impl StaticFiles {
    /// Those of a brand.
    #[must_use]
    pub fn of(&self, brand: &Id) -> &[StaticFile] {
        self.0.get(brand).map_or(&[], Vec::as_slice)
    }
}
