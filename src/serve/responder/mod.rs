//! What is answered to a clean request: from the current snapshot, from the preview's own pages,
//! or not at all.

mod difference;
mod hosts;
mod own_pages;
mod response;
mod snapshot;

pub use own_pages::OwnPages;
pub use response::Response;
pub use snapshot::{SiteFiles, Snapshot};

use std::sync::{Arc, PoisonError, RwLock};

use super::Request;
use super::allowed_hosts::AllowedHosts;
use super::event::Event;
use crate::diagnostic::MessageLanguage;
use crate::diagnostic::catalogue::serve as say;
use crate::hosting::{CONTENT_SECURITY_POLICY, Caching, ContentType, HTML, Header, production};
use difference::Difference;
use hosts::{HostOwner, owner_of, refusal};
use snapshot::{File, FoundFile};

/// Below it are the preview's own endpoints, on every host; no brand and no page can have this name.
pub const OWN: &str = "/_felles/";

/// The media type of events: who is answered with it goes on listening.
pub(super) const EVENTS: &str = "text/event-stream";

/// Below it are all brands, on the hosts that belong to no brand.
const BRANDS: &str = "/_/";

/// How soon a page comes back when its events break off, in milliseconds.
const RETRY: u32 = 1000;

/// What becomes of a request.
pub(super) enum Reply {
    /// It is answered.
    Now(Response),
    /// It is to be asked again after the build of this number, which lacks what it asks for.
    After(u64),
}

/// Answers requests; the current snapshot is replaced in one step.
pub(super) struct Responder {
    hosts: AllowedHosts,
    language: MessageLanguage,
    difference: Difference,
    snapshot: RwLock<Arc<Snapshot>>,
    own_pages: Arc<dyn OwnPages>,
}

impl Responder {
    pub(super) fn new(
        hosts: AllowedHosts,
        port: u16,
        language: MessageLanguage,
        first: Snapshot,
        own_pages: Arc<dyn OwnPages>,
    ) -> Self {
        let difference = Difference::of_port(port);
        Self { hosts, language, difference, snapshot: RwLock::new(Arc::new(first)), own_pages }
    }

    /// Makes this the current snapshot.
    pub(super) fn publish(&self, snapshot: Snapshot) {
        *self.snapshot.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
    }

    /// The answer to a request; all of it comes from one snapshot.
    pub(super) fn answer(&self, request: &Request) -> Reply {
        let site = Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner));
        let unmade = self.unmade(request, &site);
        for brand in &unmade {
            self.own_pages.wait_for(brand);
        }
        if unmade.is_empty() {
            Reply::Now(self.response(request, &site))
        } else {
            Reply::After(site.number())
        }
    }

    /// The brands without which this request cannot be answered, and which are still to be made.
    fn unmade<'r>(&self, request: &'r Request, site: &'r Snapshot) -> Vec<&'r str> {
        let Some(owner) = owner_of(&request.host, &self.hosts, site) else { return Vec::new() };
        let below_brands = || request.path().strip_prefix(BRANDS)?.split('/').next();
        let mut brands = match owner {
            _ if request.path().starts_with(OWN) => {
                let is_for_us = request.is_same_origin() || request.is_opened();
                if is_for_us { self.own_pages.needs(request) } else { Vec::new() }
            }
            HostOwner::Brand(brand) => vec![brand],
            HostOwner::All => below_brands().into_iter().collect(),
        };
        brands.retain(|brand| site.is_unmade(brand));
        brands
    }

    fn response(&self, request: &Request, site: &Snapshot) -> Response {
        let Some(owner) = owner_of(&request.host, &self.hosts, site) else {
            return self.plain(421, &refusal(&request.host));
        };
        let own = request.path().strip_prefix(OWN);
        // A link elsewhere may lead people to a page of ours;
        // what other pages could read or use is for ours alone.
        let is_for_all = request.is_opened()
            && !own.is_some_and(|name| matches!(name, "events" | "state" | "impact.json"));
        if own.is_some() && !request.is_same_origin() && !is_for_all {
            return self.plain(403, &say::not_same_origin());
        }
        let known = match (own, owner) {
            (Some("events"), _) => Some(events(site)),
            (Some("state"), _) => Some(self.state(request, site)),
            (Some(_), _) => None,
            (None, HostOwner::Brand(brand)) => {
                self.file(request, site, FileAddress { brand, prefix: "", path: request.path() })
            }
            (None, HostOwner::All) => self.file_below_brands(request, site),
        };
        known
            .or_else(|| self.own_pages.answer(request, site).map(|answer| self.own(answer)))
            .unwrap_or_else(|| self.plain(404, &say::no_page_here()))
    }

    fn file_below_brands(&self, request: &Request, site: &Snapshot) -> Option<Response> {
        let below = request.path().strip_prefix(BRANDS)?;
        let Some((brand, _)) = below.split_once('/') else {
            let brand = site.brand(below)?;
            return Some(moved(format!("{BRANDS}{brand}/{}", request.query_with_mark())));
        };
        let prefix = &request.path()[..BRANDS.len() + brand.len()];
        self.file(request, site, FileAddress { brand, prefix, path: &request.path()[prefix.len()..] })
    }

    /// A brand's file, the redirect to it, or the brand's page for what is not there.
    /// Returns None if there is no such brand.
    fn file(&self, request: &Request, site: &Snapshot, address: FileAddress<'_>) -> Option<Response> {
        let FileAddress { brand, prefix, path } = address;
        let files = site.files(brand)?;
        if let Some(to) = site.moved_to(brand, &request.target[prefix.len()..]) {
            return Some(moved(format!("{prefix}{to}")));
        }
        let path = site.below_base(brand, path);
        // Other forms cost work, which no page elsewhere can ask for.
        let may_be_other = !request.wants_production() && (request.is_same_origin() || request.is_opened());
        let other = if may_be_other { self.own_pages.files_on_request(request, brand) } else { None };
        Some(match other.as_ref().unwrap_or(files).find(path)? {
            FoundFile::File(path, file) => self.conditional(request, site, path, file),
            FoundFile::Folder(folder) => moved(format!("{prefix}/{folder}/{}", request.query_with_mark())),
            FoundFile::Missing(Some(page)) => {
                Response { status: 404, ..self.whole(request, site, "404.html", page) }
            }
            FoundFile::Missing(None)
                if !request.wants_production() && (path.ends_with('/') || ContentType::of(path) == HTML) =>
            {
                let no_page =
                    if files.is_empty() { say::site_cannot_be_shown(brand) } else { say::no_page_here() };
                self.page_of_words(site, &no_page)
            }
            FoundFile::Missing(None) => return None,
        })
    }

    /// A page that says why there is none: with the bar, which says what is wrong,
    /// and shows the page once there is one.
    fn page_of_words(&self, site: &Snapshot, words: &crate::diagnostic::Message) -> Response {
        let language = match self.language {
            MessageLanguage::Bokmal => "nb",
            MessageLanguage::English => "en",
        };
        let words = words.in_language(self.language);
        let page = format!(
            "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{words}</title>\n</head>\n\
             <body>\n<main><h1>{words}</h1></main>\n</body>\n</html>\n"
        );
        let mut answer =
            Response { status: 404, headers: production("404.html"), body: page.into_bytes().into() };
        self.difference.make(&mut answer, site.number());
        answer
    }

    /// The file, or only that it is still the same.
    fn conditional(&self, request: &Request, site: &Snapshot, path: &str, file: &File) -> Response {
        let tag = if is_different(request, path) { site.tag_of_build(file) } else { file.tag().to_owned() };
        let answer = self.whole(request, site, path, file).with(Header::new("ETag", tag.clone()));
        if request.has(&tag) { Response { status: 304, body: Arc::default(), ..answer } } else { answer }
    }

    fn whole(&self, request: &Request, site: &Snapshot, path: &str, file: &File) -> Response {
        let mut answer = Response { status: 200, headers: production(path), body: Arc::clone(&file.bytes) };
        if is_different(request, path) {
            self.difference.make(&mut answer, site.number());
        }
        answer
    }

    fn state(&self, request: &Request, site: &Snapshot) -> Response {
        let mut state = self.own_pages.state(request);
        state.insert("build".to_owned(), site.number().into());
        let text = serde_json::Value::Object(state).to_string();
        self.own(Response::new(200, ContentType::of("state.json"), text.into_bytes()))
    }

    /// An answer of the preview's own, with the headers of one; it is never kept.
    fn own(&self, mut answer: Response) -> Response {
        answer.headers.retain(|header| header.name != CONTENT_SECURITY_POLICY);
        answer.headers.extend(self.difference.own_headers());
        answer
    }

    fn plain(&self, status: u16, message: &crate::diagnostic::Message) -> Response {
        let text = format!("{}\n", message.in_language(self.language));
        self.own(Response::new(status, ContentType::of("message.txt"), text.into_bytes()))
    }
}

/// Our own spelling of a known address, so it cannot lead elsewhere.
fn moved(address: String) -> Response {
    Response::empty(301)
        .with(Header::new("Location", address))
        .with(Header::new("Cache-Control", Caching::Revalidated.as_str()))
}

/// Where a file is asked for: `path` of the brand, with `prefix` before it in the address.
#[derive(Clone, Copy)]
struct FileAddress<'p> {
    brand: &'p str,
    prefix: &'p str,
    path: &'p str,
}

/// Whether the preview has a part in this file: in pages, unless production's are asked for.
fn is_different(request: &Request, path: &str) -> bool {
    ContentType::of(path) == HTML && !request.wants_production()
}

/// The start of a stream of events: how soon to come back, and which build is in place by now.
fn events(site: &Snapshot) -> Response {
    let text = format!("retry: {RETRY}\n{}", Event::build(site.number()).text());
    Response {
        status: 200,
        headers: vec![
            Header::new("Content-Type", EVENTS),
            Header::new("Cache-Control", "no-store"),
            Header::new("X-Content-Type-Options", "nosniff"),
        ],
        body: text.into_bytes().into(),
    }
}
