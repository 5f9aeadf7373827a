//! Joins the stages.

mod memory_sink;
mod sink;

pub use memory_sink::MemorySink;
pub use sink::Sink;
