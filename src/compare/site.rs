use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

use super::differences::{
    FactDifference, FactVersion, FileDifference, PageDifference, SiteDifferences, TextDifference,
};
use super::facts::{FactChange, fact_changes, has_same_date};
use super::passages::{PassageChange, WholePage, passage_changes};
use super::rows::ComparedPart;
use super::told::ToldClauses;
use super::weight::Weight;
use super::words::{OwnNames, words};
use crate::model::{OutputPath, SiteInput};

/// The file with a brand's data.
const DATA: &str = "privacy.json";

/// The finished files as they were, with which those of now are compared.
pub trait Before: Sync {
    /// What was at a path.
    fn file(&self, path: &OutputPath) -> Option<Vec<u8>>;

    /// The paths of all files.
    fn paths(&self) -> Vec<OutputPath>;
}

impl Before for BTreeMap<OutputPath, Vec<u8>> {
    fn file(&self, path: &OutputPath) -> Option<Vec<u8>> {
        self.get(path).cloned()
    }

    fn paths(&self) -> Vec<OutputPath> {
        self.keys().cloned().collect()
    }
}

/// Gathers what differs while the files of now are made, in any order and from several threads.
pub struct Comparing<'b> {
    before: &'b dyn Before,
    brands: Mutex<BTreeMap<String, ComparedBrand>>,
}

/// What is known of one brand.
#[derive(Debug, Default)]
struct ComparedBrand {
    seen: BTreeSet<String>,
    pages: Vec<(String, Vec<PassageChange>)>,
    new_pages: Vec<(String, WholePage)>,
    gone_pages: Vec<(String, WholePage)>,
    files: Vec<String>,
    data: Option<DataVersions>,
}

/// A brand's data then and now.
#[derive(Debug)]
struct DataVersions {
    then: Vec<u8>,
    now: Vec<u8>,
}

impl<'b> Comparing<'b> {
    /// Compares with what was before.
    #[must_use]
    pub fn with(before: &'b dyn Before) -> Self {
        Self { before, brands: Mutex::default() }
    }

    /// Takes a finished file; what belongs to no brand is passed over.
    pub fn accept(&self, path: &OutputPath, now: &[u8]) {
        let Some((brand, file)) = path.as_str().split_once('/').filter(|(brand, _)| !brand.starts_with('_'))
        else {
            return;
        };
        let then = self.before.file(path);
        let is_same = then.as_deref() == Some(now);
        let passages = match &then {
            Some(then) if !is_same && is_page(file) => passage_changes(then, now),
            _ => Vec::new(),
        };
        let mut brands = self.brands.lock().unwrap_or_else(PoisonError::into_inner);
        let known = brands.entry(brand.to_owned()).or_default();
        known.seen.insert(file.to_owned());
        if file == DATA {
            known.data = Some(DataVersions { then: then.unwrap_or_default(), now: now.to_vec() });
        } else if is_same {
        } else if is_page(file) && then.is_none() {
            known.new_pages.push((page_of(file), WholePage::of(now)));
        } else if passages.is_empty() {
            known.files.push(file.to_owned());
        } else {
            known.pages.push((page_of(file), passages));
        }
    }

    /// All that differs. `sites` are those that the pages are made of, now and, where it is known, then.
    #[must_use]
    pub fn finish(self, sites: &[&SiteInput]) -> SiteDifferences {
        let mut brands = self.brands.into_inner().unwrap_or_else(PoisonError::into_inner);
        let told = ToldClauses::of(sites);
        for path in self.before.paths() {
            let file = path
                .as_str()
                .split_once('/')
                .filter(|(brand, file)| !brand.starts_with('_') && is_page(file));
            let Some((brand, file)) = file else { continue };
            // Of a brand that is not made now, all is gone.
            let known = brands.entry(brand.to_owned()).or_default();
            if !known.seen.contains(file) {
                let page = WholePage::of(&self.before.file(&path).unwrap_or_default());
                known.gone_pages.push((page_of(file), page));
            }
        }
        let mut gathered = Gathered::default();
        let all_brands = brands.len();
        for (id, brand) in brands {
            gathered.brand(&id, brand, &told);
        }
        gathered.finish(all_brands)
    }
}

/// What tells facts apart: the table, the row and the field, and what they say.
type FactKey = (Weight, String, Option<String>, Option<String>, Vec<FactVersion>);

/// What tells passages apart: the section, and what they say of any brand.
type TextKey = (Weight, Option<String>, String, String);

/// What is gathered, by what tells it apart.
#[derive(Debug, Default)]
struct Gathered {
    changed: BTreeSet<String>,
    undated: BTreeSet<String>,
    facts: BTreeMap<FactKey, FactDifference>,
    /// In the order in which they were found: that of the page.
    texts: Vec<TextDifference>,
    text_places: BTreeMap<TextKey, usize>,
    pages: BTreeMap<(Weight, Option<String>, Option<String>), BTreeSet<String>>,
    files: BTreeMap<String, BTreeSet<String>>,
}

impl Gathered {
    /// Adds the pages that came and went; one that says what another said has moved.
    fn pages(
        &mut self,
        new: Vec<(String, WholePage)>,
        gone: Vec<(String, WholePage)>,
        told: &ToldClauses,
        brand: &str,
    ) {
        let mut left = gone;
        let mut add = |weight, then, now| {
            self.pages.entry((weight, then, now)).or_default().insert(brand.to_owned());
        };
        for (now, page) in new {
            match left.iter().position(|(_, then)| then.words == page.words) {
                Some(at) => add(Weight::Editorial, Some(left.swap_remove(at).0), Some(now)),
                None => add(told.weight_of_page(&page), None, Some(now)),
            }
        }
        for (then, page) in left {
            add(told.weight_of_page(&page), Some(then), None);
        }
    }

    fn brand(&mut self, id: &str, brand: ComparedBrand, told: &ToldClauses) {
        let ComparedBrand { pages, new_pages, gone_pages, files, data, .. } = brand;
        let read = |json: &[u8]| serde_json::from_slice::<Value>(json).unwrap_or_default();
        let is_same_data = data.as_ref().is_none_or(|data| data.then == data.now);
        let is_same_pages = pages.is_empty() && new_pages.is_empty() && gone_pages.is_empty();
        if is_same_pages && files.is_empty() && is_same_data {
            return;
        }
        self.changed.insert(id.to_owned());
        let (then, now) = data.map_or_else(Default::default, |data| (read(&data.then), read(&data.now)));
        let facts = fact_changes(&then, &now);
        let mut pages_of_facts = vec![BTreeSet::new(); facts.len()];
        let (own_then, own_now) = (own_names(&then), own_names(&now));
        let names = names(&then, &now);
        let mut is_material = facts.iter().any(|fact| fact.weight == Weight::Material);
        for (page, passages) in pages {
            for passage in passages {
                if let Some(explaining) = told.explaining(&passage, &facts) {
                    for at in explaining {
                        pages_of_facts[at].insert(page.clone());
                    }
                    continue;
                }
                let weight = told.weight(&passage, &names);
                is_material |= weight == Weight::Material;
                let key = |parts: &[ComparedPart], own| {
                    let text: String = parts.iter().map(|part| part.text.as_str()).collect();
                    words(&text, own).iter().map(|word| word.key).collect::<Vec<_>>().join(" ")
                };
                let key = (
                    weight,
                    passage.section.clone(),
                    key(&passage.then, &own_then),
                    key(&passage.now, &own_now),
                );
                let PassageChange { section, heading, then, now, .. } = passage;
                let at = *self.text_places.entry(key).or_insert_with(|| {
                    self.texts.push(TextDifference {
                        weight,
                        section,
                        heading,
                        then,
                        now,
                        pages: BTreeSet::new(),
                        brands: BTreeSet::new(),
                    });
                    self.texts.len() - 1
                });
                let text = &mut self.texts[at];
                text.pages.insert(page.clone());
                text.brands.insert(id.to_owned());
            }
        }
        self.facts(id, facts, pages_of_facts);
        self.pages(new_pages, gone_pages, told, id);
        for file in files {
            self.files.entry(file).or_default().insert(id.to_owned());
        }
        if is_material && has_same_date(&then, &now) {
            self.undated.insert(id.to_owned());
        }
    }

    /// Adds facts, those of all languages together.
    fn facts(&mut self, brand: &str, facts: Vec<FactChange>, pages: Vec<BTreeSet<String>>) {
        let mut by_fact: BTreeMap<_, (Weight, Option<String>, Vec<FactVersion>, BTreeSet<_>)> =
            BTreeMap::new();
        for (fact, pages) in facts.into_iter().zip(pages) {
            let known = by_fact
                .entry((fact.table, fact.row, fact.field))
                .or_insert_with(|| (fact.weight, fact.title, Vec::new(), BTreeSet::new()));
            known.0 = known.0.min(fact.weight);
            // Of several rows of one id, as each clinic of a brand may have one, all are said.
            match known.2.iter_mut().find(|version| version.language == fact.language) {
                Some(version) => {
                    add(&mut version.then, &fact.then);
                    add(&mut version.now, &fact.now);
                }
                None => known.2.push(FactVersion { language: fact.language, then: fact.then, now: fact.now }),
            }
            known.3.extend(pages);
        }
        for ((table, row, field), (weight, title, versions, pages)) in by_fact {
            let key = (weight, table.clone(), row.clone(), field.clone(), versions.clone());
            let fact = self.facts.entry(key).or_insert_with(|| FactDifference {
                weight,
                table,
                row,
                title,
                field,
                versions,
                pages: BTreeSet::new(),
                brands: BTreeSet::new(),
            });
            fact.pages.extend(pages);
            fact.brands.insert(brand.to_owned());
        }
    }

    fn finish(mut self, all_brands: usize) -> SiteDifferences {
        self.texts.sort_by_key(|text| text.weight);
        let pages = self.pages.into_iter();
        let files = self.files.into_iter();
        SiteDifferences {
            all_brands,
            brands: self.changed,
            facts: self.facts.into_values().collect(),
            texts: self.texts,
            pages: pages
                .map(|((weight, then, now), brands)| PageDifference { weight, then, now, brands })
                .collect(),
            files: files
                .map(|(file, brands)| FileDifference { is_page: is_page(&file), file, brands })
                .collect(),
            undated: self.undated,
        }
    }
}

fn add(words: &mut String, more: &str) {
    if !words.is_empty() && !more.is_empty() {
        words.push_str(" / ");
    }
    words.push_str(more);
}

/// What a brand and its clinics call themselves.
fn own_names(data: &Value) -> OwnNames {
    let clinics = data["statements"].as_array().into_iter().flatten();
    let clinics = clinics.filter_map(|statement| statement["clinics"].as_array()).flatten();
    let names = [&data["brand"]["name"]].into_iter().chain(clinics).filter_map(Value::as_str);
    let domain: Vec<&str> = data["brand"]["domain"].as_str().into_iter().collect();
    OwnNames::of(names, &domain)
}

/// The names of those who get data and of the countries that it goes to, in small letters.
fn names(then: &Value, now: &Value) -> Vec<String> {
    let statements = [then, now].into_iter().filter_map(|data| data["statements"].as_array()).flatten();
    let tables = statements.flat_map(|one| [&one["data"]["processors"], &one["data"]["controllers"]]);
    let rows = tables.filter_map(Value::as_array).flatten();
    let names = rows.flat_map(|row| [&row["name"], &row["country"]["name"]]).filter_map(Value::as_str);
    names.filter(|name| name.chars().count() > 2).map(str::to_lowercase).collect()
}

fn is_page(file: &str) -> bool {
    file.rsplit_once('.').is_some_and(|(_, ending)| ending == "html")
}

/// The address of a page below its brand.
fn page_of(file: &str) -> String {
    format!("/{}", file.strip_suffix("index.html").unwrap_or(file))
}
