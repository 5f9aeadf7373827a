use crate::model::layered::layered;
use crate::model::{Line, Text};

layered! {
    /// An abbreviation and what it means: `[glossary.<id>]` in `glossary.toml`.
    Term / TermInput {
        /// The abbreviation, as the texts write it: `FET`.
        abbreviation: required Line,
        /// What it means.
        meaning: required Text,
    }
}
