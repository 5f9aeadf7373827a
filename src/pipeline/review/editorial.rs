use std::collections::{BTreeMap, BTreeSet};

use super::changes::SourceChange;
use super::items::{NotedTexts, Review, ReviewKind, ReviewText};
use crate::edit::{KeyChange, KeyValue};
use crate::merge::PinState;
use crate::model::Fingerprint;
use crate::source::SourceTree;
use crate::span::FileId;

/// A change of a clause that is said to be editorial: what the text was, and is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editorial {
    /// The language.
    pub language: String,
    /// The fingerprint of the text that something was written against.
    pub then: Fingerprint,
    /// That text, if it is kept.
    pub then_text: Option<String>,
    /// The text now.
    pub now: String,
    /// The file whose settings note it.
    file: FileId,
    /// What those note already.
    same: NotedTexts,
}

impl Editorial {
    fn now_fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.now)
    }
}

/// What stale overrides and translations of `clause` were written against: the changes since then that can be
/// said to be editorial; only those from the text `of`, if that is given.
#[must_use]
pub fn editorial(clause: &str, of: Option<Fingerprint>, review: &Review) -> Vec<Editorial> {
    let mut all: Vec<Editorial> = Vec::new();
    for item in &review.items {
        let (language, file, same) = match &item.kind {
            ReviewKind::Clause { clause: id, first, same } if id == clause => (None, *first, same),
            ReviewKind::Translation { clause: id, same, .. } if id == clause => {
                let main = review.languages.first().map(ToString::to_string);
                (main, item.files[0], same)
            }
            _ => continue,
        };
        for text in item.texts.iter().filter(|text| text.state == PinState::Stale) {
            all.extend(changes_of(text, language.as_ref(), file, same, of));
        }
    }
    all.sort_by(|a, b| (a.file, &a.language, a.then).cmp(&(b.file, &b.language, b.then)));
    all.dedup_by(|a, b| (a.file, &a.language, a.then, &a.now) == (b.file, &b.language, b.then, &b.now));
    all
}

fn changes_of(
    text: &ReviewText,
    language: Option<&String>,
    file: FileId,
    same: &NotedTexts,
    of: Option<Fingerprint>,
) -> Vec<Editorial> {
    let (Some((now, _)), Some(language)) = (&text.now, language.or(text.language.as_ref())) else {
        return Vec::new();
    };
    let then = text.pin.iter().copied().filter(|then| of.is_none_or(|of| of == *then));
    let change = |then| Editorial {
        language: language.clone(),
        then,
        then_text: text.then.clone().filter(|text| Fingerprint::of(text) == then),
        now: now.clone(),
        file,
        same: same.clone(),
    };
    then.map(change).collect()
}

impl Review {
    /// The earlier texts of one text, if they are several: it must be said which of them is meant.
    #[must_use]
    pub fn several_earlier(&self, changes: &[Editorial]) -> Vec<Editorial> {
        let mut by_text: BTreeMap<(FileId, &str, &str), BTreeSet<Fingerprint>> = BTreeMap::new();
        for change in changes {
            by_text.entry((change.file, &change.language, &change.now)).or_default().insert(change.then);
        }
        let is_one_of_several = |change: &&Editorial| {
            by_text
                .get(&(change.file, change.language.as_str(), change.now.as_str()))
                .is_some_and(|then| then.len() > 1)
        };
        changes.iter().filter(is_one_of_several).cloned().collect()
    }

    /// The changes that note in a clause's settings that these texts say the same.
    #[must_use]
    pub fn noted(&self, editorial: &[Editorial], tree: &SourceTree) -> Vec<SourceChange> {
        let mut by_file: BTreeMap<FileId, NotedTexts> = BTreeMap::new();
        for change in editorial {
            let known = by_file.entry(change.file).or_insert_with(|| change.same.clone());
            let at =
                known.iter().position(|(language, _)| *language == change.language).unwrap_or_else(|| {
                    known.push((change.language.clone(), Vec::new()));
                    known.len() - 1
                });
            add(&mut known[at].1, change.then, change.now_fingerprint());
        }
        let order = |language: &str| self.languages.iter().position(|known| known.as_str() == language);
        let change = |(file, mut same): (FileId, NotedTexts)| {
            same.sort_by_key(|(language, _)| order(language));
            let (row, key, value) = (Vec::new(), "same_as".to_owned(), Some(KeyValue::SameTexts(same)));
            let path = tree.file(file).path.to_string();
            SourceChange::Keys { path, changes: vec![KeyChange { row, key, value }] }
        };
        by_file.into_iter().map(change).collect()
    }
}

/// Adds to the groups that two texts say the same; groups that this joins become one.
fn add(groups: &mut Vec<Vec<Fingerprint>>, then: Fingerprint, now: Fingerprint) {
    let holds = |group: &mut Vec<Fingerprint>| group.contains(&then) || group.contains(&now);
    let mut joined: Vec<Fingerprint> = groups.extract_if(.., holds).flatten().collect();
    joined.extend([then, now]);
    let mut seen = BTreeSet::new();
    joined.retain(|fingerprint| seen.insert(*fingerprint));
    groups.push(joined);
}
