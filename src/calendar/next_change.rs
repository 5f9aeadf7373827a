use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Change;

/// The file's place in the output folder.
pub const NEXT_CHANGE_FILE: &str = "next-change.json";

/// `next-change.json`: when the pages must be built again though nobody has touched the content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComingChanges {
    /// The first of the dates below; None if no page changes by itself.
    next_change: Option<Date>,
    /// The last day that was looked ahead to.
    until: Date,
    /// The dates up to then, each with the brands whose pages change.
    changes: Vec<Day>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Day {
    date: Date,
    brands: BTreeSet<String>,
}

impl ComingChanges {
    /// The changes up to `until`.
    pub fn of<'c>(changes: impl IntoIterator<Item = &'c Change>, until: Date) -> Self {
        let mut days: BTreeMap<Date, BTreeSet<String>> = BTreeMap::new();
        for change in changes {
            days.entry(change.date).or_default().insert(change.brand.to_string());
        }
        Self::of_days(days, until)
    }

    /// Those of several groups of brands, which are looked ahead to for the same time. None of no group.
    pub fn joined(groups: impl IntoIterator<Item = Self>) -> Option<Self> {
        let (mut days, mut until): (BTreeMap<Date, BTreeSet<String>>, Option<Date>) = Default::default();
        for group in groups {
            until = until.max(Some(group.until));
            for day in group.changes {
                days.entry(day.date).or_default().extend(day.brands);
            }
        }
        Some(Self::of_days(days, until?))
    }

    fn of_days(days: BTreeMap<Date, BTreeSet<String>>, until: Date) -> Self {
        Self {
            next_change: days.keys().next().copied(),
            until,
            changes: days.into_iter().map(|(date, brands)| Day { date, brands }).collect(),
        }
    }

    /// The text of the file.
    ///
    /// # Panics
    /// Never: dates and ids are JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("dates and ids are JSON") + "\n"
    }
}

/// The first day on which the build that wrote this `next-change.json` is no longer right;
/// None if it cannot be read.
#[must_use]
pub fn next_change_in(json: &[u8]) -> Option<Date> {
    let file: ComingChanges = serde_json::from_slice(json).ok()?;
    file.next_change.or_else(|| file.until.tomorrow().ok())
}
