use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Change;

/// The file's place in the output folder.
pub const NEXT_CHANGE_FILE: &str = "next-change.json";

/// `next-change.json`: when the pages must be built again though nobody has touched the content.
#[derive(Debug, Serialize, Deserialize)]
struct ComingChanges {
    /// The first of the dates below; None if no page changes by itself.
    next_change: Option<Date>,
    /// The last day that was looked ahead to.
    until: Date,
    /// The dates up to then, each with the brands whose pages change.
    changes: Vec<Day>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Day {
    date: Date,
    brands: BTreeSet<String>,
}

/// The bytes of `next-change.json` for the changes up to `until`.
///
/// # Panics
/// Never: dates and ids are JSON.
#[must_use]
pub fn next_change_json<'c>(changes: impl IntoIterator<Item = &'c Change>, until: Date) -> Vec<u8> {
    let mut days: BTreeMap<Date, BTreeSet<String>> = BTreeMap::new();
    for change in changes {
        days.entry(change.date).or_default().insert(change.brand.to_string());
    }
    let file = ComingChanges {
        next_change: days.keys().next().copied(),
        until,
        changes: days.into_iter().map(|(date, brands)| Day { date, brands }).collect(),
    };
    let mut json = serde_json::to_vec_pretty(&file).expect("dates and ids are JSON");
    json.push(b'\n');
    json
}

/// The first day on which the build that wrote this `next-change.json` is no longer right;
/// None if it cannot be read.
#[must_use]
pub fn next_change_in(json: &[u8]) -> Option<Date> {
    let file: ComingChanges = serde_json::from_slice(json).ok()?;
    file.next_change.or_else(|| file.until.tomorrow().ok())
}
