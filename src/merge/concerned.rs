use std::collections::BTreeSet;

use super::site::Site;
use crate::model::{Brand, Id};

/// The brands whose pages a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Concerned {
    /// All: it is in what they share, or it is not known whose it is.
    All,
    /// These; none if no brand publishes what it is about.
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

/// The brand that a file or folder below `content/brands` is of, by its name; by one that is no id
/// (`Nordlys.toml`, `nordlys.toml.txt`), the brand that it suggests.
#[must_use]
pub fn brand_of(path: &str) -> Option<Id> {
    let name = path.strip_prefix("content/brands/")?.split('/').next()?;
    Id::from_name(name.split_once(".toml").map_or(name, |(brand, _)| brand))
}

impl Site {
    /// The brands that a file or a folder at `path` is about, or these clinics if any are named.
    #[must_use]
    pub fn concerned_by(&self, path: &str, clinics: &BTreeSet<String>) -> Concerned {
        // Without brands it is not known who publishes what.
        if self.input.brands.is_empty() {
            return Concerned::All;
        }
        let mut parts = path.split('/');
        let place = (parts.next(), parts.next(), parts.next());
        if let (Some("content"), Some("brands"), Some(_)) = place {
            return Concerned::Brands(brand_of(path).iter().map(Id::to_string).collect());
        }
        if !clinics.is_empty() {
            return self.brands_with(|clinic| clinics.contains(clinic.as_str()));
        }
        match place {
            (Some("content"), Some("clinics"), Some(id)) => self.brands_with(|clinic| clinic.as_str() == id),
            (Some("content"), Some("profiles"), Some(id)) => self.brands_with(|clinic| {
                let input = self.input.clinics.get(clinic);
                input.is_some_and(|input| input.profiles().any(|profile| profile.as_str() == id))
            }),
            _ => Concerned::All,
        }
    }

    /// The brands that name such a clinic, also one that could not be read.
    fn brands_with(&self, is_meant: impl Fn(&Id) -> bool) -> Concerned {
        let names = |brand: &&Brand| brand.clinics.iter().any(|clinic| is_meant(&clinic.value));
        Concerned::Brands(
            self.input.brands.values().filter(names).map(|brand| brand.id.to_string()).collect(),
        )
    }
}
