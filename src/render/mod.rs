//! Turns checked content into pages.

pub mod template;
