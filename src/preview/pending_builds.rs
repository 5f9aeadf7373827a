use std::collections::{BTreeSet, VecDeque};
use std::mem;
use std::sync::Mutex;

use super::sink::locked;
use crate::model::Id;

/// How many brands are remembered as looked at: as many as one person has windows open.
const LOOKED_AT: usize = 8;

/// How far a build is: so many of all brands are made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many are made.
    pub made: usize,
    /// How many there are.
    pub all: usize,
}

/// Which brands are built before the others, and how far the build is.
#[derive(Debug, Default)]
pub(super) struct PendingBuilds {
    first: Mutex<First>,
    progress: Mutex<Progress>,
}

#[derive(Debug, Default)]
struct First {
    /// The brands for which requests wait.
    awaited: BTreeSet<Id>,
    /// The brands that were looked at last, the latest first.
    looked_at: VecDeque<Id>,
}

impl PendingBuilds {
    /// Remembers that somebody looks at a page of this brand.
    pub(super) fn look_at(&self, brand: &str) {
        let Some(brand) = Id::from_name(brand) else { return };
        let looked_at = &mut locked(&self.first).looked_at;
        looked_at.retain(|known| *known != brand);
        looked_at.push_front(brand);
        looked_at.truncate(LOOKED_AT);
    }

    /// Remembers that a request waits for this brand.
    pub(super) fn wait_for(&self, brand: &str) {
        locked(&self.first).awaited.extend(Id::from_name(brand));
    }

    /// Forgets the awaited brands for which `is_made` holds; returns whether there were any.
    pub(super) fn end_waiting(&self, is_made: impl Fn(&Id) -> bool) -> bool {
        let awaited = &mut locked(&self.first).awaited;
        let before = awaited.len();
        awaited.retain(|brand| !is_made(brand));
        awaited.len() < before
    }

    /// The brands for which requests wait.
    pub(super) fn awaited(&self) -> BTreeSet<Id> {
        locked(&self.first).awaited.clone()
    }

    /// The brands that were looked at last.
    pub(super) fn looked_at(&self) -> Vec<Id> {
        locked(&self.first).looked_at.iter().cloned().collect()
    }

    /// The brands to be made first: those that requests wait for, then those that were looked at last.
    pub(super) fn first(&self) -> Vec<Id> {
        let First { awaited, looked_at } = &*locked(&self.first);
        awaited.iter().chain(looked_at).cloned().collect()
    }

    /// How far the build is.
    pub(super) fn progress(&self) -> Progress {
        *locked(&self.progress)
    }

    /// Remembers how far the build is by now, and gives how far it was.
    pub(super) fn replace_progress(&self, progress: Progress) -> Progress {
        mem::replace(&mut *locked(&self.progress), progress)
    }
}

impl Progress {
    /// Whether every brand is made.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.made == self.all
    }
}

#[cfg(test)]
mod tests {
    use super::PendingBuilds;
    use crate::model::Id;

    #[test]
    fn brands_that_requests_wait_for_come_before_those_that_were_looked_at() {
        let pending = PendingBuilds::default();
        for number in 0..10 {
            pending.look_at(&format!("a-{number}"));
        }
        pending.look_at("a-5");
        pending.wait_for("b");
        let first: Vec<String> = pending.first().iter().map(Id::to_string).collect();
        assert_eq!(first, ["b", "a-5", "a-9", "a-8", "a-7", "a-6", "a-4", "a-3", "a-2"]);
        assert!(!pending.end_waiting(|brand| brand.as_str() != "b"));
        assert!(pending.end_waiting(|brand| brand.as_str() == "b"));
        assert_eq!(pending.first(), pending.looked_at());
    }
}
