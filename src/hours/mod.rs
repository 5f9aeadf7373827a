//! Opening hours on any day: which intervals, why, and what comes next.
//!
//! In: a merged [`Clinic`](crate::merge::Clinic). Out: a [`Timetable`] for each of its channels, which
//! answers for a date ([`Timetable::on`]) and lists what differs from the week ([`Timetable::coming`]).
//!
//! Invariant: for every date exactly one reason decides; [`Exactness`] says which, and nothing else does.
//! Invariant: today is asked for only when something leaves a page;
//! what counts on a date does not depend on today.
//! Invariant: days that are written wrongly take no part;
//! the rules of [`check`](crate::check) say what is wrong with them.

mod coming;
mod days;
mod last_day;
mod resolve;
mod service_days;
mod timetable;
mod written_days;

pub use coming::{Coming, FRONT_PAGE_ROWS, Outlook};
pub use days::Days;
pub use last_day::LastDays;
pub use resolve::{Decision, Exactness, Why};
pub use service_days::service_days;
pub use timetable::{Timetable, calendar_of, rank, timetables};
pub use written_days::{DaysFault, DaysOf, days_of, exception_days};
