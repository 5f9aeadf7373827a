use serde::{Deserialize, Serialize};

use crate::model::OutputPath;

/// Rises when a history changes so that an older felles would misread it.
const FORMAT: u32 = 1;

/// The releases of a folder, in the order in which they were published: `history.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct History {
    format: u32,
    /// The oldest first.
    pub releases: Vec<Release>,
}

/// A release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// The first digits of the checksum of all its files: its folder's name.
    pub id: String,
    /// The day that its pages were made for.
    pub date: String,
    /// How many files the build made.
    pub files: usize,
    /// The stylesheets and pictures of earlier releases, for pages that were loaded before this one.
    pub carried: Vec<OutputPath>,
    /// Whether somebody went back from it.
    pub withdrawn: bool,
}

impl Default for History {
    fn default() -> Self {
        Self { format: FORMAT, releases: Vec::new() }
    }
}

impl History {
    /// Reads a history of this format; None for anything else.
    pub(super) fn parse(json: &[u8]) -> Option<Self> {
        let history: Self = serde_json::from_slice(json).ok()?;
        let is_id = |release: &Release| is_release_id(&release.id);
        (history.format == FORMAT && history.releases.iter().all(is_id)).then_some(history)
    }

    /// The bytes of `history.json`.
    pub(super) fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec_pretty(self).expect("a history is made of texts and numbers");
        json.push(b'\n');
        json
    }

    /// The release of this id.
    #[must_use]
    pub fn release(&self, id: &str) -> Option<&Release> {
        self.releases.iter().find(|release| release.id == id)
    }

    /// Puts a release at the end, wherever it was before.
    pub(super) fn publish(&mut self, release: Release) {
        self.releases.retain(|known| known.id != release.id);
        self.releases.push(release);
    }

    /// Puts a release in the place of another.
    pub(super) fn replace(&mut self, id: &str, release: Release) {
        if let Some(known) = self.releases.iter_mut().find(|known| known.id == id) {
            *known = release;
        }
    }

    /// The release that was published before this one, if nobody went back from it.
    #[must_use]
    pub fn before(&self, id: &str) -> Option<&Release> {
        let at = self.releases.iter().position(|release| release.id == id)?;
        self.releases[..at].iter().rev().find(|release| !release.withdrawn)
    }

    /// Marks a release as one that somebody went back from.
    pub(super) fn withdraw(&mut self, id: &str) {
        self.releases
            .iter_mut()
            .filter(|release| release.id == id)
            .for_each(|release| release.withdrawn = true);
    }

    /// Forgets all but the last `keep` releases and the current one; gives the ids of those.
    pub(super) fn forget(&mut self, keep: usize, current: &str) -> Vec<String> {
        let first_kept = self.releases.len().saturating_sub(keep.max(1));
        let mut at = 0;
        let is_old = |release: &mut Release| {
            at += 1;
            at <= first_kept && release.id != current
        };
        self.releases.extract_if(.., is_old).map(|release| release.id).collect()
    }
}

/// Whether a folder's name is one that felles gives to a release.
pub(super) fn is_release_id(name: &str) -> bool {
    name.len() == 16 && name.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::{History, Release};

    fn release(number: u8) -> Release {
        Release {
            id: format!("{number:016x}"),
            date: "2026-11-29".to_owned(),
            files: 3,
            carried: Vec::new(),
            withdrawn: false,
        }
    }

    fn ids(history: &History) -> Vec<u8> {
        history.releases.iter().map(|release| release.id[14..].parse().unwrap()).collect()
    }

    #[test]
    fn going_back_leads_past_what_was_withdrawn() {
        let mut history = History::default();
        (1..=3).for_each(|number| history.publish(release(number)));
        let before = |history: &History, id: u8| history.before(&release(id).id).map(|one| one.id.clone());
        assert_eq!(before(&history, 3), Some(release(2).id));
        assert_eq!(before(&history, 1), None);
        history.withdraw(&release(3).id);
        history.replace(&release(2).id, release(5));
        assert_eq!(ids(&history), [1, 5, 3]);
        assert_eq!(before(&history, 5), Some(release(1).id));
        history.replace(&release(5).id, release(2));
        history.publish(release(4));
        assert_eq!(before(&history, 4), Some(release(2).id));
        history.publish(release(3));
        assert_eq!(ids(&history), [1, 2, 4, 3]);
        assert_eq!(before(&history, 3), Some(release(4).id));
    }

    #[test]
    fn the_last_and_the_current_are_kept() {
        let mut history = History::default();
        (1..=5).for_each(|number| history.publish(release(number)));
        assert_eq!(history.forget(2, &release(1).id), [release(2).id, release(3).id]);
        assert_eq!(ids(&history), [1, 4, 5]);
        assert_eq!(history.forget(0, &release(5).id), [release(1).id, release(4).id]);
    }

    #[test]
    fn a_history_is_read_as_it_was_written_and_nothing_else_is() {
        let mut history = History::default();
        history.publish(release(1));
        let json = history.to_json();
        assert_eq!(History::parse(&json), Some(history));
        let text = String::from_utf8(json).unwrap();
        for bad in [
            String::new(),
            text.replace("\"format\": 1", "\"format\": 2"),
            text.replace("0000000000000001", "../../../../../x"),
            text.replace("\"files\"", "\"sites\""),
        ] {
            assert_eq!(History::parse(bad.as_bytes()), None, "{bad}");
        }
    }
}
