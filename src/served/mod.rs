//! Compares what a server answers with what was published.
//!
//! In: the [`PublishedSite`] files of a site and what hosts are told of it, and a [`Client`]. Out: a
//! [`ServedReport`]: what is answered otherwise than the model says, and for how long the certificates hold.
//!
//! Invariant: nothing but `GET` is asked, and only of the hosts of one brand.
//! Invariant: an answer over TLS counts only if its certificate is good.

mod certificate;
mod client;
mod compare;
mod probe;

pub use client::{Client, ClientOptions, ConnectTo};
pub use compare::{PublishedSite, ServedDeviation, ServedFault, ServedReport, compare};
