use std::collections::BTreeSet;

use super::Outcome;
use crate::diagnostic::Diagnostic;
use crate::model::Id;
use crate::source::SourceTree;

/// The brands whose pages a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Concerned {
    /// All: it is in what they share, or nobody knows whose it is.
    All,
    /// These; none where no brand publishes what it is about.
    Brands(BTreeSet<String>),
}

impl Concerned {
    /// Whether this brand is among them.
    #[must_use]
    pub fn includes(&self, brand: &str) -> bool {
        match self {
            Self::All => true,
            Self::Brands(brands) => brands.contains(brand),
        }
    }
}

/// The brand that a file or folder below `content/brands` is of, by its name; by one that is no id (`Nordlys.toml`,
/// `nordlys.toml.txt`), the brand that it suggests.
#[must_use]
pub fn brand_of(path: &str) -> Option<Id> {
    let name = path.strip_prefix("content/brands/")?.split('/').next()?;
    Id::from_name(name.split_once(".toml").map_or(name, |(brand, _)| brand))
}

impl Outcome {
    /// The brands that a finding of this outcome is about: those of its clinics, or of the folder that it is in.
    #[must_use]
    pub fn concerned(&self, finding: &Diagnostic, tree: &SourceTree) -> Concerned {
        self.concerned_by(tree.file(finding.span.file).path.as_str(), &finding.clinics)
    }

    /// The brands that the file or the folder at `path` is about, or these clinics, if any are named.
    #[must_use]
    pub fn concerned_by(&self, path: &str, clinics: &BTreeSet<String>) -> Concerned {
        // Without a site nobody knows who publishes what.
        if self.published.is_empty() {
            return Concerned::All;
        }
        let mut parts = path.split('/');
        let place = (parts.next(), parts.next(), parts.next());
        if let (Some("content"), Some("brands"), Some(_)) = place {
            return Concerned::Brands(brand_of(path).iter().map(Id::to_string).collect());
        }
        if !clinics.is_empty() {
            return self.publishing(|clinic| clinics.contains(clinic.as_str()));
        }
        match place {
            (Some("content"), Some("clinics"), Some(id)) => self.publishing(|clinic| clinic.as_str() == id),
            (Some("content"), Some("profiles"), Some(id)) => self.publishing(|clinic| {
                self.profiles
                    .get(clinic)
                    .is_some_and(|profiles| profiles.iter().any(|known| known.as_str() == id))
            }),
            _ => Concerned::All,
        }
    }

    fn publishing(&self, is_meant: impl Fn(&Id) -> bool) -> Concerned {
        let brands = self.published.iter().filter(|(_, clinics)| clinics.iter().any(&is_meant));
        Concerned::Brands(brands.map(|(brand, _)| brand.to_string()).collect())
    }
}
