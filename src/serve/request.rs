/// A request that can be read in one way only, and has no body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Whether the answer goes out without its body: `HEAD` is answered as `GET` otherwise.
    pub is_head: bool,
    /// The path and the query: visible ASCII that starts with a `/`.
    pub target: String,
    /// The host that the browser means, with the port.
    pub host: String,
    /// The origin of the page that asks, if the browser says it.
    pub origin: Option<String>,
    /// How far the page that asks is from this origin (W3C, Fetch Metadata).
    pub fetch_site: Option<String>,
    /// What the answer is for: a page in a window of its own, a picture (W3C, Fetch Metadata).
    pub fetch_dest: Option<String>,
    /// The versions that the browser has.
    pub if_none_match: Option<String>,
    /// Whether the client goes on with other requests.
    pub keeps_alive: bool,
}

impl Request {
    /// The path alone. It is compared as it is: felles writes no path that would need `%`,
    /// so none with one is known.
    #[must_use]
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// The query, if there is one.
    #[must_use]
    pub fn query(&self) -> Option<&str> {
        self.target.split_once('?').map(|(_, query)| query)
    }

    /// The value of a parameter of the query, as it is written: no value that the preview knows needs `%`.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let parameters = self.query()?.split('&').map(|part| part.split_once('=').unwrap_or((part, "")));
        parameters.into_iter().find_map(|(known, value)| (known == name).then_some(value))
    }

    pub(in crate::serve) fn query_with_mark(&self) -> &str {
        self.target.find('?').map_or("", |at| &self.target[at..])
    }

    /// Whether the bytes and headers of production are asked for: `?production`.
    #[must_use]
    pub fn wants_production(&self) -> bool {
        self.parameter("production").is_some()
    }

    /// Whether a page of this very origin asks, or nobody's:
    /// only browsers say who asks, and all of them say it truly.
    pub(in crate::serve) fn is_same_origin(&self) -> bool {
        let own = |origin: &str| {
            origin.strip_prefix("http://").is_some_and(|host| host.eq_ignore_ascii_case(&self.host))
        };
        self.origin.as_deref().is_none_or(own)
            && self.fetch_site.as_deref().is_none_or(|site| matches!(site, "same-origin" | "none"))
    }

    /// Whether somebody opens it as a page of its own, by a link, say:
    /// what asked for it cannot read the answer.
    pub(in crate::serve) fn is_opened(&self) -> bool {
        self.fetch_dest.as_deref() == Some("document")
    }

    /// Whether the browser has the version with this tag (RFC 9110, section 13.1.2: compared weakly).
    pub(in crate::serve) fn has(&self, tag: &str) -> bool {
        let strong = |listed: &str| -> bool {
            let listed = listed.trim();
            listed == "*" || listed.strip_prefix("W/").unwrap_or(listed) == tag
        };
        self.if_none_match.as_deref().is_some_and(|list| list.split(',').any(strong))
    }
}

#[cfg(test)]
mod tests {
    use super::Request;

    fn request(target: &str) -> Request {
        Request {
            is_head: false,
            target: target.to_owned(),
            host: "localhost:8000".to_owned(),
            origin: None,
            fetch_site: None,
            fetch_dest: None,
            if_none_match: None,
            keeps_alive: true,
        }
    }

    #[test]
    fn the_query_is_apart_from_the_path() {
        let asked = request("/a/?b&production");
        assert_eq!(
            (asked.path(), asked.query(), asked.query_with_mark()),
            ("/a/", Some("b&production"), "?b&production")
        );
        assert!(asked.wants_production());
        for target in ["/a/", "/production", "/?productions"] {
            assert!(!request(target).wants_production(), "{target}");
        }
    }

    #[test]
    fn only_pages_of_the_same_origin_are_of_it() {
        let check = |origin: Option<&str>, fetch_site: Option<&str>, expected: bool| {
            let owned = |text: Option<&str>| text.map(str::to_owned);
            let asked = Request { origin: owned(origin), fetch_site: owned(fetch_site), ..request("/") };
            assert_eq!(asked.is_same_origin(), expected, "{origin:?} {fetch_site:?}");
        };
        check(None, None, true);
        check(None, Some("none"), true);
        check(Some("http://LOCALHOST:8000"), Some("same-origin"), true);
        check(Some("http://localhost:8000"), Some("same-site"), false);
        check(None, Some("cross-site"), false);
        for origin in ["null", "", "http://localhost", "https://localhost:8000", "http://a.localhost:8000"] {
            check(Some(origin), None, false);
        }
    }

    #[test]
    fn a_version_is_had_if_its_tag_is_in_the_list() {
        let check = |list: &str, expected: bool| {
            let asked = Request { if_none_match: Some(list.to_owned()), ..request("/") };
            assert_eq!(asked.has("\"a\""), expected, "{list}");
        };
        check("\"a\"", true);
        check("\"b\", W/\"a\"", true);
        check("*", true);
        check("\"b\"", false);
        check("a", false);
    }
}
