use std::collections::{BTreeMap, BTreeSet};

use super::items::{Review, ReviewItem, ReviewKind, ReviewText};
use crate::edit::{KeyChange, KeyValue};
use crate::merge::PinState;
use crate::model::Fingerprint;
use crate::source::SourceTree;

/// A change of the site's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceChange {
    /// Keys of a file are set or taken away; in a Markdown file, those of its settings.
    Keys {
        /// The file.
        path: String,
        /// What changes.
        changes: Vec<KeyChange>,
    },
    /// A file is written that is not there.
    Write {
        /// The file.
        path: String,
        /// Its text.
        text: String,
    },
    /// A file is deleted.
    Delete {
        /// The file.
        path: String,
    },
}

/// Where the text of this fingerprint is kept.
pub(super) fn base_path(fingerprint: Fingerprint) -> String {
    format!("content/bases/{}.md", fingerprint.digits())
}

/// The changes that note, for these items, that they go with what is below them now.
#[must_use]
pub fn kept(items: &[&ReviewItem], review: &Review, tree: &SourceTree) -> Vec<SourceChange> {
    let mut keys: BTreeMap<String, Vec<KeyChange>> = BTreeMap::new();
    let mut add = |item: &ReviewItem, row: Vec<String>, key: &str, pins: Vec<(String, Vec<Fingerprint>)>| {
        let value = (!pins.is_empty()).then_some(KeyValue::Pins(pins));
        let changes = keys.entry(path_of(item, tree)).or_default();
        changes.retain(|change| change.row != row || change.key != key);
        changes.push(KeyChange { row, key: key.to_owned(), value });
    };
    let is_kept = |item: &ReviewItem| items.iter().any(|kept| kept.name == item.name);
    for item in items {
        match &item.kind {
            ReviewKind::Clause { .. } => add(item, Vec::new(), "base", by_language(item, review)),
            // The pins of a row, and the translations of a clause, are one key.
            ReviewKind::Value { row, .. } => {
                let same_row = |other: &&ReviewItem| {
                    let is_there =
                        matches!(&other.kind, ReviewKind::Value { row: known, .. } if known == row);
                    is_there && other.files == item.files
                };
                let pins = review.items.iter().filter(same_row).filter_map(|other| {
                    let ReviewKind::Value { field, .. } = &other.kind else { return None };
                    Some(((*field).to_owned(), pin_after(other, is_kept(other))))
                });
                add(item, row.clone(), "base", pins.filter(|(_, pin)| !pin.is_empty()).collect());
            }
            ReviewKind::Translation { .. } => {
                let of_same = |other: &&ReviewItem| other.is_translation() && other.files[0] == item.files[0];
                let pins = review.items.iter().filter(of_same).filter_map(|other| {
                    let ReviewKind::Translation { language, .. } = &other.kind else { return None };
                    Some((language.clone(), pin_after(other, is_kept(other))))
                });
                let pins = pins.filter(|(_, pin)| !pin.is_empty()).collect();
                add(item, Vec::new(), "translated_from", pins);
            }
        }
    }
    let texts = items.iter().flat_map(|item| &item.texts).filter_map(|text| text.now.as_ref());
    // The texts come first: nothing is ever pinned to what is not kept.
    let texts: BTreeMap<String, &String> =
        texts.map(|(now, _)| (base_path(Fingerprint::of(now)), now)).collect();
    let texts = texts.into_iter().filter(|(path, _)| tree.find(path).is_none());
    let texts = texts.map(|(path, now)| SourceChange::Write { path, text: format!("{}\n", now.trim_end()) });
    texts.chain(keys.into_iter().map(|(path, changes)| SourceChange::Keys { path, changes })).collect()
}

/// The pins of a clause in each language that something is below in.
fn by_language(item: &ReviewItem, review: &Review) -> Vec<(String, Vec<Fingerprint>)> {
    let of = |language: &str| {
        let texts = item.texts.iter().filter(|text| text.language.as_deref() == Some(language));
        distinct(texts.filter_map(ReviewText::now_fingerprint))
    };
    let languages = review.languages.iter().map(|language| (language.to_string(), of(language.as_str())));
    languages.filter(|(_, pin)| !pin.is_empty()).collect()
}

/// What an item is pinned to afterwards: to what is below it now if it is kept, else as before.
fn pin_after(item: &ReviewItem, is_kept: bool) -> Vec<Fingerprint> {
    if is_kept {
        distinct(item.texts.iter().filter_map(ReviewText::now_fingerprint))
    } else {
        distinct(item.texts.iter().flat_map(|text| text.pin.iter().copied()))
    }
}

fn distinct(fingerprints: impl Iterator<Item = Fingerprint>) -> Vec<Fingerprint> {
    fingerprints.collect::<BTreeSet<_>>().into_iter().collect()
}

fn path_of(item: &ReviewItem, tree: &SourceTree) -> String {
    tree.file(item.files[0]).path.to_string()
}

/// The changes that take an override away, so that what is below it counts.
///
/// Returns None for a translation, under which there is nothing in its language.
#[must_use]
pub fn removed(item: &ReviewItem, review: &Review, tree: &SourceTree) -> Option<Vec<SourceChange>> {
    match &item.kind {
        ReviewKind::Translation { .. } => None,
        // The main file goes last: it holds what the others hang on.
        ReviewKind::Clause { .. } => {
            let paths = item.files.iter().rev().map(|file| tree.file(*file).path.to_string());
            Some(paths.map(|path| SourceChange::Delete { path }).collect())
        }
        ReviewKind::Value { row, field } => {
            let others = review.items.iter().filter(|other| {
                let is_there = matches!(&other.kind, ReviewKind::Value { row: known, .. } if known == row);
                is_there && other.files == item.files && other.name != item.name
            });
            let pins = others.filter_map(|other| {
                let ReviewKind::Value { field, .. } = &other.kind else { return None };
                Some(((*field).to_owned(), pin_after(other, false)))
            });
            let pins: Vec<_> = pins.filter(|(_, pin)| !pin.is_empty()).collect();
            let change = |key: &str, value| KeyChange { row: row.clone(), key: key.to_owned(), value };
            let mut changes = Vec::new();
            if item.texts.iter().any(|text| !text.pin.is_empty()) {
                changes.push(change("base", (!pins.is_empty()).then_some(KeyValue::Pins(pins))));
            }
            changes.push(change(field, None));
            Some(vec![SourceChange::Keys { path: path_of(item, tree), changes }])
        }
    }
}

/// The changes that keep each text that something is pinned to, and delete those that nothing is pinned to.
#[must_use]
pub fn tidied(review: &Review, tree: &SourceTree) -> Vec<SourceChange> {
    let mut needed: BTreeMap<Fingerprint, Option<&str>> = BTreeMap::new();
    for text in
        review.items.iter().flat_map(|item| &item.texts).filter(|text| text.state != PinState::Unpinned)
    {
        for fingerprint in &text.pin {
            let now = text.now.as_ref().filter(|_| text.now_fingerprint() == Some(*fingerprint));
            let known = needed.entry(*fingerprint).or_default();
            *known = known.or(now.map(|(now, _)| now.as_str()));
        }
    }
    let mut changes = Vec::new();
    for (fingerprint, text) in &needed {
        let path = base_path(*fingerprint);
        if let Some(text) = text.filter(|_| tree.find(&path).is_none()) {
            changes.push(SourceChange::Write { path, text: format!("{}\n", text.trim_end()) });
        }
    }
    // With errors, not all that is pinned is known.
    if review.errors.is_empty() {
        for (_, file) in tree.below("content/bases") {
            let name = file.path.as_str().rsplit('/').next().unwrap_or_default();
            let fingerprint = name.strip_suffix(".md").and_then(Fingerprint::of_digits);
            if fingerprint.is_some_and(|fingerprint| !review.pinned.contains(&fingerprint)) {
                changes.push(SourceChange::Delete { path: file.path.to_string() });
            }
        }
    }
    changes
}
