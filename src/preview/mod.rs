//! The preview: the sites as the files are now, and beside them what is wrong and what comes next.
//!
//! In: what the watch read ([`SiteReading`](crate::source::disk::SiteReading)) and the day. Out: a
//! [`Server`](crate::serve::Server) that shows every brand's site, the wall of all brands,
//! and the state that open pages ask for.
//!
//! ```text
//! watch ──► Preview::show ──► pipeline::build_again ──► PreviewSink ──► BuildState ──► wall, panels, state
//!                                 (with a memo)              └────────► Snapshot ────► pages of the sites
//! ```
//!
//! | address | what |
//! |---|---|
//! | `/` on `localhost` | the wall: every brand's front page, state and next change, and every finding |
//! | `/_felles/state`, with `?brand=` for one brand | the same as JSON |
//! | `/_felles/beside?left=…&right=…` | two pages of the same origin side by side |
//! | `/_felles/compare?left=…&right=…&page=…` | what differs on a page of two brands, or of one and the `group` |
//! | `/_felles/impact.json?brand=…&at=…&page=…` | who shares the part of a page that is written at a place, and who has an own text |
//! | `/_felles/preview.js` | the script of every page (`page/`): shows new builds, and the bar |
//!
//! The scripts are plain modules without a build step. What they say comes from the catalogue (`words.rs`),
//! and where a page's parts come from is read from the page with the query `why`: `data-felles-from`,
//! `data-felles-layer`, `data-felles-what` and `data-felles-replaced`.
//! `?date=` is the page as of another day.
//!
//! Invariant: a brand with an error keeps the last pages that had none; the others, and those that never had
//! such pages, are shown as they are now. A brand that cannot be shown has a page that says so.
//! Invariant: what cannot be read is an error of the brands that it is about, and takes no page away.
//! Invariant: what is shown of a brand without errors are the bytes of a build.
//! Invariant: a page is replaced only by a whole one, and if there is none, the page says so.
//! Invariant: what comes from files is text in the own pages, never markup.
//! Invariant: what has not been checked yet is never said to be fine.

mod build_state;
mod compare;
mod editor;
mod files;
mod on_request;
mod pages;
mod pending_builds;
mod shared_by;
mod show;
mod sink;
mod state_json;
mod wall;
mod words;

pub use editor::{DEFAULT_EDITOR, EditorLink};
pub use pending_builds::Progress;
pub use show::{BuildWatch, Preview, PreviewOptions, Summary};
