//! The types of the content.

mod output_path;

pub use output_path::OutputPath;
