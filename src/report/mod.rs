//! Shows findings and traces to people and machines.
//!
//! In: [`Diagnostic`](crate::diagnostic::Diagnostic)s or a trace, and the source tree they point into. Out: text.
//!
//! Invariant: this stage prints nothing; it returns what the shell prints.
//! Invariant: text from the content is escaped, so that it cannot steer a terminal.

mod draw;
mod json;
mod trace;

pub use draw::{Colours, draw, draw_short, harmless};
pub use json::to_json;
pub use trace::{Trace, TraceStep, nearest_key, trace};
