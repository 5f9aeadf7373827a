/// What a clean request asks for; `HEAD` is answered as `GET`, without the body.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'r> {
    /// The path and the query: visible ASCII that starts with a `/`.
    pub target: &'r str,
    /// The host that the browser means, with the port.
    pub host: &'r str,
    /// The origin of the page that asks, where the browser says it.
    pub origin: Option<&'r str>,
    /// How far the page that asks is from this origin (W3C, Fetch Metadata).
    pub fetch_site: Option<&'r str>,
    /// What the answer is for: a page in a window of its own, a picture (W3C, Fetch Metadata).
    pub fetch_dest: Option<&'r str>,
    /// The versions that the browser has.
    pub if_none_match: Option<&'r str>,
}

impl<'r> Asked<'r> {
    /// The path alone. It is compared as it is: felles writes no path that would need `%`, so none with one is known.
    #[must_use]
    pub fn path(&self) -> &'r str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// The query, if there is one.
    #[must_use]
    pub fn query(&self) -> Option<&'r str> {
        self.target.split_once('?').map(|(_, query)| query)
    }

    /// The value of a parameter of the query, as it is written: no value that the preview knows needs `%`.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&'r str> {
        let parameters = self.query()?.split('&').map(|part| part.split_once('=').unwrap_or((part, "")));
        parameters.into_iter().find_map(|(known, value)| (known == name).then_some(value))
    }

    pub(super) fn query_with_mark(&self) -> &'r str {
        self.target.find('?').map_or("", |at| &self.target[at..])
    }

    /// Whether the bytes and headers of production are asked for: `?production`.
    #[must_use]
    pub fn wants_production(&self) -> bool {
        self.parameter("production").is_some()
    }

    /// Whether a page of this very origin asks, or nobody's: only browsers say who asks, and all of them say it truly.
    pub(super) fn is_same_origin(&self) -> bool {
        let own = |origin: &str| {
            origin.strip_prefix("http://").is_some_and(|host| host.eq_ignore_ascii_case(self.host))
        };
        self.origin.is_none_or(own)
            && self.fetch_site.is_none_or(|site| matches!(site, "same-origin" | "none"))
    }

    /// Whether somebody opens it as a page of its own, by a link, say: what asked for it cannot read the answer.
    pub(super) fn is_opened(&self) -> bool {
        self.fetch_dest == Some("document")
    }

    /// Whether the browser has the version with this tag (RFC 9110, section 13.1.2: compared weakly).
    pub(super) fn has(&self, tag: &str) -> bool {
        let strong = |listed: &str| -> bool {
            let listed = listed.trim();
            listed == "*" || listed.strip_prefix("W/").unwrap_or(listed) == tag
        };
        self.if_none_match.is_some_and(|list| list.split(',').any(strong))
    }
}

#[cfg(test)]
mod tests {
    use super::Asked;

    const ASKED: Asked<'static> = Asked {
        target: "/a/?b&production",
        host: "localhost:8000",
        origin: None,
        fetch_site: None,
        fetch_dest: None,
        if_none_match: None,
    };

    #[test]
    fn the_query_is_apart_from_the_path() {
        assert_eq!(
            (ASKED.path(), ASKED.query(), ASKED.query_with_mark()),
            ("/a/", Some("b&production"), "?b&production")
        );
        assert!(ASKED.wants_production());
        let check = |target: &str| assert!(!Asked { target, ..ASKED }.wants_production(), "{target}");
        check("/a/");
        check("/production");
        check("/?productions");
    }

    #[test]
    fn only_pages_of_the_same_origin_are_of_it() {
        let check = |origin: Option<&str>, fetch_site: Option<&str>, expected: bool| {
            let asked = Asked { origin, fetch_site, ..ASKED };
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
            let asked = Asked { if_none_match: Some(list), ..ASKED };
            assert_eq!(asked.has("\"a\""), expected, "{list}");
        };
        check("\"a\"", true);
        check("\"b\", W/\"a\"", true);
        check("*", true);
        check("\"b\"", false);
        check("a", false);
    }
}
