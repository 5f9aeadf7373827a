//! The one difference between the preview and production:
//! all that the preview adds, and what must be allowed for it.
//!
//! A page gets one more script, which shows builds and what there is to say of them
//! ([`OwnPages`](super::OwnPages) answers with it); its policy allows that script and its connections to the
//! same origin, and the wall at `http://localhost:PORT` to frame the page. The other headers,
//! and all files but pages, are production's own. With `?production` there is no difference.

use super::response::Response;
use super::{OWN, Snapshot};
use crate::hosting::{CONTENT_SECURITY_POLICY, ContentPolicy, Header, security};

/// The name of the preview's script, below its own endpoints.
const SCRIPT: &str = "preview.js";

/// The difference, for the port that the preview is at.
#[derive(Debug)]
pub(super) struct Difference {
    policy: ContentPolicy,
}

impl Difference {
    pub(super) fn of_port(port: u16) -> Self {
        let policy = ContentPolicy::production()
            .with("script-src", "'self'")
            .with("connect-src", "'self'")
            .with("frame-ancestors", format!("'self' http://localhost:{port}"));
        Self { policy }
    }

    /// Makes the difference in a page of this build.
    pub(super) fn make(&self, answer: &mut Response, build: u64) {
        for header in &mut answer.headers {
            if header.name == CONTENT_SECURITY_POLICY {
                header.value = self.policy.to_string();
            }
        }
        let script =
            format!("<script type=\"module\" src=\"{OWN}{SCRIPT}\" data-build=\"{build}\"></script>\n");
        let page = &answer.body;
        let end_of_head = page.windows(HEAD_ENDS.len()).position(|bytes| bytes == HEAD_ENDS);
        let (before, after) = page.split_at(end_of_head.unwrap_or(page.len()));
        answer.body = [before, script.as_bytes(), after].concat().into();
    }

    /// The headers of what is the preview's own: never kept, and allowed to frame the pages of all brands.
    pub(super) fn own_headers(&self) -> Vec<Header> {
        let policy = self.policy.clone().with("frame-src", "'self' http://*.localhost:*");
        let mut headers = security(&policy);
        headers.push(Header::new("Cache-Control", "no-store"));
        headers
    }
}

/// Before which the script stands; a page without it gets the script at its end.
const HEAD_ENDS: &[u8] = b"</head>";

impl Snapshot {
    /// The tag of a page with the difference in it, which knows its build: another build is another page.
    pub(super) fn tag_of_build(&self, file: &super::File) -> String {
        format!("\"{}-{}\"", self.number(), file.tag().trim_matches('"'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hosting::production;

    #[test]
    fn a_page_differs_by_one_script_and_three_directives() {
        let page = b"<head><title>a</title></head><body></head></body>".to_vec();
        let mut answer =
            Response { status: 200, headers: production("index.html"), body: page.clone().into() };
        Difference::of_port(8000).make(&mut answer, 7);
        let text = String::from_utf8(answer.body.to_vec()).unwrap();
        let script = "<script type=\"module\" src=\"/_felles/preview.js\" data-build=\"7\"></script>\n";
        assert_eq!(text.replacen(script, "", 1).into_bytes(), page);
        assert!(text.starts_with("<head><title>a</title><script"), "{text}");
        let differ: Vec<_> =
            answer.headers.iter().zip(production("index.html")).filter(|(a, b)| *a != b).collect();
        let [(policy, _)] = &differ[..] else { panic!("{differ:?}") };
        assert!(policy.value.ends_with(
            "; script-src 'self'; connect-src 'self'; frame-ancestors 'self' http://localhost:8000"
        ));
        assert!(policy.value.starts_with(
            "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; \
            form-action 'none';"
        ));
    }
}
