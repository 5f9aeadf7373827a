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
mod draw;
mod github;
mod ics;
mod impact;
mod impact_text;
mod json;
mod record;
mod sarif;
mod trace;

pub use calendar::{calendar_ics, calendar_json, calendar_lines, calendar_words};
pub use coverage::{CoverageInput, coverage_html, coverage_json, coverage_text};
pub use day::{DayAnswer, day_answer};
pub use draw::{Colours, draw, draw_short, harmless};
pub use github::to_github;
pub use impact::{HiddenClinic, ImpactAnswer, ImpactPlace, ShieldedClinic, impact_answer};
pub use impact_text::impact_text;
pub use json::to_json;
pub use record::{Activity, Record, record, record_csv, record_json};
pub use sarif::to_sarif;
pub use trace::{Trace, TraceStep, nearest_key, trace};
