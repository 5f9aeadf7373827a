//! The preview's server: every brand's site from memory, with the headers of production,
//! to this machine's browsers.
//!
//! In: a [`Snapshot`] of finished files, a new one for each build,
//! and the preview's own pages ([`OwnPages`]).
//! Out: answers to requests, and [`Event`]s to open pages.
//!
//! ```text
//! browsers ──► connections ─────► workers ────────► responder ──► snapshot
//!              all sockets in     write answers     decides what is
//!              one thread, under  with tiny_http    answered, from
//!              limits                               memory alone
//! ```
//!
//! To use it: [`Server::start`] with a first snapshot; for each later build [`Server::publish`], then
//! [`Server::broadcast`] with [`Event::build`]; drop it to stop. What the preview shows beside the sites (a
//! wall, its script in the pages, the fields of its state) is a type that implements [`OwnPages`]. What the
//! preview changes in a page, and in its headers, stands in `difference.rs` and nowhere else;
//! a request with `?production` gets none of it.
//!
//! | address | what |
//! |---|---|
//! | `http://<brand>.localhost:PORT/…` | the brand's site, at its root as in production |
//! | `http://localhost:PORT/_/<brand>/…` | the same, for browsers that do not know `<brand>.localhost` |
//! | `…?production` | the same bytes and headers as in production |
//! | `…/_felles/events` | the events, for pages of the same origin |
//! | `…/_felles/state` | the number of the build and what [`OwnPages::state`] adds, as JSON, for the same |
//! | everything else | [`OwnPages::answer`], else 404 |
//!
//! Invariant: only known paths of the snapshot are answered with files; the disk is neither read nor written.
//! Invariant: no client, however it behaves, uses up a thread, unlimited memory, or another client's turn.
//! Invariant: only GET and HEAD with checked heads are answered from the snapshot;
//! all else is refused before it is read.
//! Invariant: no answer allows another origin anything, and a host name that is not ours gets no file.

mod allowed_hosts;
mod bind;
mod connections;
mod event;
mod request;
mod responder;
mod server;
pub mod watch;
mod worker;

pub use allowed_hosts::{AllowedHosts, HostName};
pub use bind::Reach;
pub use connections::Limits;
pub use event::Event;
pub use request::Request;
pub use responder::{OWN, OwnPages, Response, SiteFiles, Snapshot};
pub use server::{Server, ServerOptions};
