//! Shows findings and traces to people and machines.
//!
//! In: [`Diagnostic`](crate::diagnostic::Diagnostic)s, a trace or a calendar,
//! and the source tree they point into. Out: text.
//!
//! Invariant: this stage prints nothing; it returns what the shell prints.
//! Invariant: text from the content is escaped, so that it cannot steer a terminal.

mod calendar;
mod coverage;
mod day;
mod diff;
mod diff_html;
mod diff_text;
mod draw;
mod github;
mod ics;
mod impact;
mod impact_text;
mod json;
mod page;
mod record;
mod review;
mod sarif;
mod trace;

pub use calendar::{calendar_ics, calendar_json, calendar_lines, calendar_words};
pub use coverage::{CoverageInput, coverage_html, coverage_json, coverage_text};
pub use day::{DayAnswer, day_answer};
pub use diff::{DiffAnswer, diff_answer};
pub use diff_html::diff_html;
pub use diff_text::diff_text;
pub use draw::{Colours, draw, draw_short, harmless};
pub use github::to_github;
pub use impact::{HiddenClinic, ImpactAnswer, ImpactPlace, ShieldedClinic, impact_answer};
pub use impact_text::impact_text;
pub use json::to_json;
pub use record::{Activity, Record, record, record_csv, record_json};
pub use review::{editorial_text, item_text, list_json, list_text};
pub use sarif::to_sarif;
pub use trace::{Trace, TraceStep, nearest_key, trace};
