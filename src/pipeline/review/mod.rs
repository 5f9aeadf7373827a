//! What of a site's overrides and translations is to be looked at again, and the changes of files that say
//! what came of it.

mod changes;
mod editorial;
mod items;

pub use changes::{SourceChange, kept, removed, tidied};
pub use editorial::{Editorial, editorial};
pub use items::{NotedTexts, Review, ReviewItem, ReviewKind, ReviewText, review};
