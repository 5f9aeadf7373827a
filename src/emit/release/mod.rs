//! Releases: each build a folder of its own, and a link that says which of them is served.
//!
//! ```text
//! DIR/current            a link to releases/<id>; a server serves what it leads to
//! DIR/releases/<id>/     one build, whole, called by its content
//! DIR/history.json       the releases in the order in which they were published
//! ```
//!
//! A host without felles gets a release as an archive ([`NewArchive`]).
//!
//! The link is replaced by one rename, so a server sees the old release or the new one. A server that holds
//! a folder instead of its path, as a bind mount does, holds `DIR`, which is never replaced.

mod archive;
mod carried;
mod compressed;
mod folder;
mod history;
mod publish;

pub use archive::{NewArchive, WrittenArchive, archived_file};
pub use folder::ReleaseFolder;
pub use history::{History, Release};
pub use publish::{BrandChange, NewRelease, Publication, PublishOptions, changes_against, roll_back};
