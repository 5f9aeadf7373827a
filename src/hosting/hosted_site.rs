use super::content_policy::ContentPolicy;
use super::{BrandAddresses, Caching, Header, production, raw_address, security};
use crate::model::{BasePath, Domain, Id, OldAddress, SiteAddress, TextValue};

/// What a host needs to know of a brand's site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostedBrand {
    /// Its id, which is its folder.
    pub id: Id,
    /// The host of its pages.
    pub domain: Domain,
    /// The path on it below which its pages are.
    pub base: BasePath,
    /// What belongs at the root of a host that is another site's, each file with its path there.
    pub for_root: Vec<(&'static str, String)>,
    /// The hosts that lead to it, in ACE: its aliases, and each domain with or without `www.`.
    pub other_hosts: Vec<String>,
    /// The folders that have a page of their own for what is not there: those of languages.
    pub not_found_in: Vec<String>,
    /// Where its pages are, and were.
    pub addresses: BrandAddresses,
    /// Old addresses, each with the absolute path of the page that it leads to.
    pub moved: Vec<(OldAddress, String)>,
}

/// How a request came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// In the clear.
    Http,
    /// Encrypted.
    Https,
}

/// What is answered to a `GET` request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerAnswer {
    /// The status.
    pub status: u16,
    /// The file that is the body, below the brand's folder. None for a redirect.
    pub file: Option<String>,
    /// The headers that every server sends alike, `Location` among them.
    pub headers: Vec<Header>,
}

/// What is at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoundPath {
    /// A file.
    File(String),
    /// A page whose address ends with a `/`, which was left out.
    Folder(String),
    /// No file; the page that says so, if there is one.
    Missing(Option<String>),
}

/// The page of a folder.
const INDEX: &str = "index.html";

/// What is at `path`, which starts with a `/`, of a site that has these files.
///
/// Paths are looked up and never walked, so no spelling of a way out leads anywhere.
pub fn find(path: &str, has: impl Fn(&str) -> bool) -> FoundPath {
    let path = path.strip_prefix('/').unwrap_or(path);
    let page =
        if path.is_empty() || path.ends_with('/') { format!("{path}{INDEX}") } else { path.to_owned() };
    if has(&page) && !is_for_hosts(&page) {
        FoundPath::File(page)
    } else if !path.is_empty() && has(&format!("{path}/{INDEX}")) {
        FoundPath::Folder(path.to_owned())
    } else {
        // In the language of the nearest folder above the path.
        let folders = path.rmatch_indices('/').map(|(end, _)| &path[..=end]).chain([""]);
        let pages = folders.map(|folder| format!("{folder}404.html"));
        FoundPath::Missing(pages.into_iter().find(|page| has(page)))
    }
}

/// Whether this file, below its brand's folder, is read by servers and never sent by them.
#[must_use]
pub fn is_for_hosts(path: &str) -> bool {
    matches!(path, ".htaccess" | ".nojekyll" | "CNAME" | "_headers" | "_redirects")
}

impl HostedBrand {
    /// The brand of which a build told this. Returns None if it did not.
    #[must_use]
    pub fn of(id: &str, told: &BrandAddresses) -> Option<Self> {
        let SiteAddress { domain, base } = SiteAddress::parse(&told.site).ok()?;
        let moved = told.moved.iter().map(|(from, to)| Some((OldAddress::parse(from).ok()?, to.clone())));
        Some(Self {
            id: Id::parse(id).ok()?,
            domain,
            base,
            for_root: Vec::new(),
            other_hosts: told.other_hosts.clone(),
            not_found_in: told.not_found_in.clone(),
            addresses: told.clone(),
            moved: moved.collect::<Option<_>>()?,
        })
    }

    /// What a build tells of it.
    #[must_use]
    pub fn told(&self) -> BrandAddresses {
        BrandAddresses {
            other_hosts: self.other_hosts.clone(),
            not_found_in: self.not_found_in.clone(),
            moved: self.moved.iter().map(|(from, to)| (from.to_string(), to.clone())).collect(),
            ..self.addresses.clone()
        }
    }

    /// The address of a path on the canonical host, the base path included.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        format!("https://{}{path}", self.domain.ascii())
    }

    /// The hosts that answer at all, the canonical one first.
    pub fn hosts(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.domain.ascii()).chain(self.other_hosts.iter().map(String::as_str))
    }

    /// What the brand's server answers to a `GET` of `raw`, the path and query as they are sent,
    /// where `has` tells its files. Returns None if the host is not the brand's: nothing is answered.
    /// Below a path of another site, that site answers in the clear and at every other path.
    #[must_use]
    pub fn answer(
        &self,
        scheme: Scheme,
        host: &str,
        raw: &str,
        has: impl Fn(&str) -> bool,
    ) -> Option<ServerAnswer> {
        if !self.hosts().any(|known| known.eq_ignore_ascii_case(host)) {
            return None;
        }
        let (path, query) = raw.find('?').map_or((raw, ""), |at| raw.split_at(at));
        let below = self.base.below(path)?;
        if scheme == Scheme::Http && !self.base.is_root() {
            return None;
        }
        if scheme == Scheme::Http || !host.eq_ignore_ascii_case(self.domain.ascii()) {
            return Some(redirect(scheme, self.address(raw)));
        }
        if let Some(to) = self.moved_to(raw) {
            return Some(redirect(scheme, self.address(to)));
        }
        if !raw_address::is_plain(path) {
            let FoundPath::Missing(page) = find(below, |file| file.ends_with("404.html") && has(file)) else {
                return Some(missing(None));
            };
            return Some(missing(page));
        }
        if below.is_empty() && !self.base.is_root() {
            return Some(redirect(scheme, self.address(&format!("{path}/{query}"))));
        }
        Some(match find(below, has) {
            FoundPath::File(file) => {
                ServerAnswer { status: 200, headers: production(&file), file: Some(file) }
            }
            FoundPath::Folder(folder) => {
                redirect(scheme, self.address(&format!("{}/{folder}/{query}", self.base.as_str())))
            }
            FoundPath::Missing(page) => missing(page),
        })
    }

    /// The page that an old address leads to; `raw` is its path and query, as they are sent.
    #[must_use]
    pub fn moved_to(&self, raw: &str) -> Option<&str> {
        let moved = self.moved.iter().find(|(from, _)| raw_address::matches(from, raw));
        moved.map(|(_, to)| to.as_str())
    }
}

fn missing(page: Option<String>) -> ServerAnswer {
    ServerAnswer { status: 404, headers: production("404.html"), file: page }
}

/// Permanent: search engines and browsers ask the new address the next time.
fn redirect(scheme: Scheme, address: String) -> ServerAnswer {
    let mut headers =
        vec![Header::new("Location", address), Header::new("Cache-Control", Caching::Revalidated.as_str())];
    headers.extend(headers_of(scheme));
    ServerAnswer { status: 301, headers, file: None }
}

/// The security headers of every answer; `Strict-Transport-Security` is sent over TLS alone
/// (RFC 6797, section 7.2).
pub(super) fn headers_of(scheme: Scheme) -> Vec<Header> {
    let mut headers = security(&ContentPolicy::production());
    headers.retain(|header| scheme == Scheme::Https || header.name != "Strict-Transport-Security");
    headers
}
