//! The days on which pages change by themselves: a notice comes or goes, a holiday or a deadline has passed.
//!
//! In: a [`Brand`](crate::model::Brand) with its merged clinics, and a period. Out: [`Change`]s, and
//! `next-change.json`, with which a host builds again on exactly those days.
//!
//! Invariant: a page of two days differs if and only if a [`Change`] is on one of the days between,
//! the later one included.
//! Invariant: what a page shows on a day is asked of the same functions that [`render`](crate::render) asks.
//! Invariant: the file changes only when a change has passed or a year has begun, not from day to day.

mod brand_changes;
mod change;
mod next_change;

pub use brand_changes::brand_changes;
pub use change::{Cause, Change, WARNED_BEFORE, expiry_changes, horizon};
pub use next_change::{ComingChanges, NEXT_CHANGE_FILE, next_change_in};
