use std::sync::Arc;

use serde_json::{Map, Value};

use super::{Response, SiteFiles, Snapshot};
use crate::serve::Request;

/// What the preview has beside the brands' sites: a wall of all brands, panels, a state with more in it.
///
/// It is asked from several threads, and after the sites:
/// an address that a site has is never its own to answer.
/// What it answers gets the preview's security headers, and is never kept by browsers.
pub trait OwnPages: Send + Sync {
    /// The answer to a request that nothing else answers, on any host of the preview.
    /// Returns None if there is none.
    ///
    /// Below [`OWN`](super::OWN) only pages of the same origin are let through to it. The script that pages
    /// get is `preview.js` there.
    fn answer(&self, request: &Request, site: &Snapshot) -> Option<Response>;

    /// The brands whose files must be made before [`answer`](Self::answer) can answer this request.
    fn needs<'r>(&self, _request: &'r Request) -> Vec<&'r str> {
        Vec::new()
    }

    /// Hears that a request waits for this brand, whose files are still to be made.
    fn wait_for(&self, _brand: &str) {}

    /// The fields of the state beside `build`, the number of the build in place.
    fn state(&self, request: &Request) -> Map<String, Value>;

    /// A brand's files in another form than that of the snapshot: of another day, say.
    /// Returns None if the query asks for no other.
    fn files_on_request(&self, request: &Request, brand: &str) -> Option<Arc<SiteFiles>>;
}
