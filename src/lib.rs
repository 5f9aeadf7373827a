//! felles.

pub mod diagnostic;
pub mod emit;
pub mod model;
pub mod pipeline;
pub mod render;
pub mod source;
pub mod span;
