//! What a host needs to know of a site: hosts, redirects, headers, and when to build again.
//!
//! In: a [`HostedBrand`], and the path of a file below its folder. Out: what is answered to a request
//! ([`HostedBrand::answer`], [`find`], [`production`]), the same for the preview and for the files that
//! configure nginx, Apache, Caddy, Netlify and Cloudflare Pages ([`HostingFiles`], [`brand_files`]), so
//! what a header breaks in production is seen broken in the preview; and the files of a timer.
//!
//! Invariant: a page may load stylesheets, pictures and fonts from its own origin,
//! and nothing else from anywhere.
//! Invariant: only a file whose name carries the checksum of its content is kept without being asked for
//! again.
//! Invariant: an address leads to a page in one spelling alone, and to another host in one step.
//! Invariant: a content type comes from the ending of the name alone, never from the content or the machine.

mod addresses;
mod caching;
mod content_policy;
mod content_type;
mod file_owner;
mod hosted_site;
mod raw_address;
mod security;
mod server_files;
mod timer;

pub use addresses::{ADDRESSES_FILE, Addresses, BrandAddresses, PageAddresses};
pub use caching::Caching;
pub use content_policy::ContentPolicy;
pub use content_type::{ContentType, HTML};
pub use file_owner::{FileOwner, file_owner};
pub use hosted_site::{FoundPath, HostedBrand, Scheme, ServerAnswer, find, is_for_hosts};
pub use security::{CONTENT_SECURITY_POLICY, security};
pub use server_files::{HostingFiles, brand_files, encoded, handover};

/// A header of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Its name, in the spelling of its specification.
    pub name: &'static str,
    /// Its value: visible ASCII and spaces.
    pub value: String,
}

impl Header {
    /// A header out of its name and value.
    pub fn new(name: &'static str, value: impl Into<String>) -> Self {
        Self { name, value: value.into() }
    }
}

/// All headers that production answers with for the file at `path`, below its brand's folder.
///
/// The `ETag` is not among them: servers make their own.
#[must_use]
pub fn production(path: &str) -> Vec<Header> {
    let mut headers = vec![
        Header::new("Content-Type", ContentType::of(path).as_str()),
        Header::new("Cache-Control", Caching::of(path).as_str()),
    ];
    headers.extend(security(&ContentPolicy::production()));
    headers
}
