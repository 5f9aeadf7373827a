//! felles.

pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod emit;
pub mod merge;
pub mod model;
pub mod parse;
pub mod pipeline;
pub mod render;
pub mod report;
pub mod source;
pub mod span;
pub mod starter;
