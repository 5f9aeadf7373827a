//! The preview: the sites as the files are now, and beside them what is wrong and what comes next.
//!
//! In: what the watch read ([`Reading`](crate::source::disk::Reading)) and the day. Out: a [`Server`](crate::serve::Server) that shows
//! every brand's site, the wall of all brands, and the state that open pages ask for.
//!
//! ```text
//! watch ──► Preview::show ──► pipeline::build ──► Round ──► board     ──► wall, panels, state
//!                                                       └─► snapshot ──► pages
//! ```
//!
//! Invariant: a brand with an error keeps the last pages that had none; the others are shown as they are now.
//! Invariant: what is shown of a brand without errors are the bytes of a build.
//! Invariant: what has not been checked yet is never said to be fine.

mod board;
mod editor;
mod files;
mod round;
mod show;
mod state;
mod wall;
mod words;

pub use editor::{DEFAULT_EDITOR, EditorLink};
pub use show::{Preview, PreviewOptions, Summary};
