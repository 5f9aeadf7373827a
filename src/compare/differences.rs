use std::collections::BTreeSet;

use serde::Serialize;

use super::rows::ComparedPart;
use super::weight::Weight;

/// What differs between the sites of now and those of before, each once with the brands that it is on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SiteDifferences {
    /// How many brands there are.
    pub all_brands: usize,
    /// The brands of which any file is another.
    pub brands: BTreeSet<String>,
    /// What is otherwise in their data, the material first.
    pub facts: Vec<FactDifference>,
    /// What reads otherwise on their pages and does not follow from the data, the material first.
    pub texts: Vec<TextDifference>,
    /// Pages that are new or gone.
    pub pages: Vec<PageDifference>,
    /// Other files that differ.
    pub files: Vec<FileDifference>,
    /// Brands with something material whose statements still have the date that they had.
    pub undated: BTreeSet<String>,
}

impl FactDifference {
    /// What it was and is: once if that is the same in all languages, as a number or an address is.
    #[must_use]
    pub fn told(&self) -> Vec<(Option<&str>, &FactVersion)> {
        let first = self.versions.first();
        match first.filter(|first| {
            self.versions.iter().all(|one| (&one.then, &one.now) == (&first.then, &first.now))
        }) {
            Some(first) => vec![(None, first)],
            None => self.versions.iter().map(|version| (Some(version.language.as_str()), version)).collect(),
        }
    }
}

impl SiteDifferences {
    /// Whether patients must be told of anything.
    #[must_use]
    pub fn weight(&self) -> Weight {
        let facts = self.facts.iter().map(|fact| fact.weight);
        let weights = facts.chain(self.texts.iter().map(|text| text.weight));
        let pages = self.pages.iter().map(|page| page.weight);
        weights.chain(pages).min().unwrap_or(Weight::Editorial)
    }
}

/// A fact that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactDifference {
    /// Whether patients must be told.
    pub weight: Weight,
    /// The table or field of the data.
    pub table: String,
    /// The id of the row, if it is one.
    pub row: Option<String>,
    /// What the row is called.
    pub title: Option<String>,
    /// The field of the row; None if the whole row came or went.
    pub field: Option<String>,
    /// What it was and is in each language in which it differs, in the order of the statements.
    pub versions: Vec<FactVersion>,
    /// The pages that tell of it, below a brand.
    pub pages: BTreeSet<String>,
    /// The brands.
    pub brands: BTreeSet<String>,
}

/// A fact in one language; empty where it is not there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FactVersion {
    /// The language.
    pub language: String,
    /// What it was.
    pub then: String,
    /// What it is.
    pub now: String,
}

/// A passage that reads otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextDifference {
    /// Whether patients must be told.
    pub weight: Weight,
    /// The anchor of its section: of a statement, the id of the clause.
    pub section: Option<String>,
    /// The heading of the section.
    pub heading: Option<String>,
    /// What stood there; empty if nothing did.
    pub then: Vec<ComparedPart>,
    /// What stands there; empty if nothing does.
    pub now: Vec<ComparedPart>,
    /// The pages, below a brand.
    pub pages: BTreeSet<String>,
    /// The brands.
    pub brands: BTreeSet<String>,
}

/// A page that came, went or moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageDifference {
    /// Whether patients must be told.
    pub weight: Weight,
    /// Its path below a brand, then; None if it is new.
    pub then: Option<String>,
    /// Its path below a brand, now; None if it is gone.
    pub now: Option<String>,
    /// The brands.
    pub brands: BTreeSet<String>,
}

/// A file that is no page and no data, or a page whose words are the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FileDifference {
    /// Its path below a brand.
    pub file: String,
    /// Whether it is a page.
    pub is_page: bool,
    /// The brands.
    pub brands: BTreeSet<String>,
}
