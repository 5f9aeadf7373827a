//! Makes the brands of a build on all cores, those first that the sink wants first.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::brands::{Made, SharedByBrands};
use super::build::Outcome;
use super::sink::{BuildProgress, Sink};
use crate::model::{Brand, Id};

/// The brands that are made by now, in the order of their ids.
pub(super) type MadeBrands = BTreeMap<Id, Arc<Made>>;

/// How far the work is.
struct Work<'a> {
    /// The brands that no thread has begun with.
    waiting: BTreeMap<Id, &'a Brand>,
    /// The brands that are not made yet.
    left: BTreeSet<Id>,
    made: MadeBrands,
}

/// Returns `made` and the brands of `waiting`, as many as the sink wants; it hears of each.
pub(super) fn make_brands<'a>(
    mut waiting: BTreeMap<Id, &'a Brand>,
    made: MadeBrands,
    ground: &SharedByBrands<'a>,
    sink: &dyn Sink,
    outcome: &(dyn Fn(&MadeBrands) -> Outcome + Sync),
) -> MadeBrands {
    waiting.retain(|brand, _| sink.makes(brand));
    let left = waiting.keys().cloned().collect();
    let work = Mutex::new(Work { waiting, left, made });
    let tell = || {
        let (made, left) = {
            let work = locked(&work);
            (work.made.len(), work.left.len())
        };
        sink.progress(&BuildProgress {
            made,
            all: made + left,
            is_left: &|brand| locked(&work).left.contains(brand),
            outcome: &|| {
                let made = locked(&work).made.clone();
                outcome(&made)
            },
        });
    };
    if !locked(&work).left.is_empty() {
        tell();
        rayon::scope(|scope| {
            for _ in 0..rayon::current_num_threads() {
                scope.spawn(|_| {
                    while let Some((id, brand)) = next(&work, sink) {
                        let one = Arc::new(ground.make(brand, sink));
                        let mut now = locked(&work);
                        now.left.remove(&id);
                        now.made.insert(id, one);
                        drop(now);
                        tell();
                    }
                });
            }
        });
    }
    work.into_inner().unwrap_or_else(PoisonError::into_inner).made
}

/// Takes the brand that is to be made next. Returns None if there is none, or the rest is no longer wanted.
fn next<'a>(work: &Mutex<Work<'a>>, sink: &dyn Sink) -> Option<(Id, &'a Brand)> {
    if sink.is_cancelled() {
        return None;
    }
    let wanted = sink.wanted();
    let waiting = &mut locked(work).waiting;
    wanted.iter().find_map(|brand| waiting.remove_entry(brand)).or_else(|| waiting.pop_first())
}

/// A thread that panicked left the work as it was before or after one whole step.
fn locked<'w, 'a>(work: &'w Mutex<Work<'a>>) -> MutexGuard<'w, Work<'a>> {
    work.lock().unwrap_or_else(PoisonError::into_inner)
}
