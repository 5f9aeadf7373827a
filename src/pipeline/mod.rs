//! Joins the stages.

mod sink;

pub use sink::Sink;
