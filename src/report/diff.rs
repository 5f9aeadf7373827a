use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::compare::{SiteDifferences, Weight};
use crate::impact::{AskedPart, parts_of_key};
use crate::merge::Site;
use crate::pipeline::impact;
use crate::source::SourceTree;

/// What would change, and who has an own text or value in the place of what changes.
#[derive(Debug, Clone, Serialize)]
pub struct DiffAnswer {
    /// What is compared with.
    pub against: String,
    /// Whether patients must be told of anything.
    pub weight: Weight,
    /// What differs.
    #[serde(flatten)]
    pub differences: SiteDifferences,
    /// The brands with an own word, by the clause or key that has changed for others.
    pub shielded: BTreeMap<String, BTreeSet<String>>,
    /// Where the date of the statement is written, if a new one is asked for.
    pub dated_at: Vec<String>,
}

/// Adds to differences who is shielded from them by an override.
#[must_use]
pub fn diff_answer(
    against: String,
    differences: SiteDifferences,
    site: &Site,
    tree: &SourceTree,
    date: Date,
) -> DiffAnswer {
    let clauses = differences.texts.iter().filter_map(|text| text.section.clone());
    let keys =
        differences.facts.iter().map(|fact| key_of(&fact.table, fact.row.as_deref(), fact.field.as_deref()));
    let keys: BTreeSet<String> = clauses.chain(keys).collect();
    let mut parts: Vec<AskedPart<'_>> = Vec::new();
    let mut asked: Vec<&String> = Vec::new();
    for key in &keys {
        let mut found = parts_of_key(&site.input, key);
        if let Some((row, _)) = key.rsplit_once('.').filter(|_| found.is_empty()) {
            // A field of the data may have another name in the content, or be made of several.
            found = parts_of_key(&site.input, row);
        }
        asked.extend(found.iter().map(|_| key));
        parts.extend(found);
    }
    let mut shielded: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for one in impact(site, tree, date, &parts).shielded {
        let brands = one.brands.into_iter().map(ToString::to_string);
        shielded.entry(asked[one.part].clone()).or_default().extend(brands);
    }
    let dated_at = if differences.undated.is_empty() {
        Vec::new()
    } else {
        parts_of_key(&site.input, "about.policy_date").iter().map(|part| tree.place(part.span)).collect()
    };
    DiffAnswer { against, weight: differences.weight(), differences, shielded, dated_at }
}

impl DiffAnswer {
    /// What concerns a brand alone.
    #[must_use]
    pub fn of_brand(mut self, brand: &str) -> Self {
        let only = |brands: &mut BTreeSet<String>| {
            brands.retain(|known| known == brand);
            !brands.is_empty()
        };
        let differences = &mut self.differences;
        only(&mut differences.brands);
        only(&mut differences.undated);
        differences.facts.retain_mut(|fact| only(&mut fact.brands));
        differences.texts.retain_mut(|text| only(&mut text.brands));
        differences.pages.retain_mut(|page| only(&mut page.brands));
        differences.files.retain_mut(|file| only(&mut file.brands));
        self.weight = differences.weight();
        self.shielded.clear();
        if differences.undated.is_empty() {
            self.dated_at.clear();
        }
        self
    }

    /// The brands that an override shields from what has changed on `brands`.
    pub(super) fn shielded_from(&self, key: &str, brands: &BTreeSet<String>) -> Vec<&str> {
        let shielded = self.shielded.get(key).into_iter().flatten();
        let others: Vec<&str> =
            shielded.filter(|brand| !brands.contains(*brand)).map(String::as_str).collect();
        // What only they see who have their own is theirs.
        let is_shared =
            brands.iter().any(|brand| self.shielded.get(key).is_none_or(|own| !own.contains(brand)));
        if is_shared { others } else { Vec::new() }
    }
}

/// The key of a fact in the content.
pub(super) fn key_of(table: &str, row: Option<&str>, field: Option<&str>) -> String {
    [Some(table), row, field].into_iter().flatten().collect::<Vec<_>>().join(".")
}
