use httparse::{EMPTY_HEADER, Error, Header, Status};

use super::refusal::Refusal;

/// The most headers of a request.
const MOST_HEADERS: usize = 64;

/// The headers that the inner server is told of; a request with one of them twice is refused.
const PASSED: [&str; 5] = ["Host", "Origin", "Sec-Fetch-Site", "Sec-Fetch-Dest", "If-None-Match"];

/// A request that can be read in one way only, and has no body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::serve) struct CleanRequest {
    /// Whether the answer goes out without its body.
    pub is_head: bool,
    /// What is asked for: visible ASCII that starts with a `/`.
    pub target: String,
    /// What is passed on, out of [`PASSED`]: visible ASCII and spaces.
    pub headers: Vec<(&'static str, String)>,
    /// Whether the client goes on with other requests.
    pub keeps_alive: bool,
}

impl CleanRequest {
    /// Reads a whole head, its empty line included.
    pub(super) fn parse(head: &[u8]) -> Result<Self, Refusal> {
        let mut headers = [EMPTY_HEADER; MOST_HEADERS];
        let mut request = httparse::Request::new(&mut headers);
        match request.parse(head) {
            Ok(Status::Complete(length)) if length == head.len() => {}
            Err(Error::TooManyHeaders) => return Err(Refusal::HeadersTooLarge),
            Err(Error::Version) => return Err(Refusal::VersionNotSupported),
            Ok(_) | Err(_) => return Err(Refusal::BadRequest),
        }
        let (Some(method), Some(target), Some(version)) = (request.method, request.path, request.version)
        else {
            return Err(Refusal::BadRequest);
        };
        let headers = &*request.headers;
        let has_body = announces_body(headers)?;
        let passed = passed(headers)?;
        // A server must be told which host is meant (RFC 9112, section 3.2); whole addresses and `*` are for proxies.
        let is_named = passed.iter().any(|(name, _)| *name == "Host");
        let is_path =
            target.starts_with('/') && target.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#');
        if !is_named || !is_path {
            return Err(Refusal::BadRequest);
        }
        let is_head = match method {
            "GET" => false,
            "HEAD" => true,
            _ => return Err(Refusal::MethodNotAllowed),
        };
        if has_body {
            return Err(Refusal::BodyNotAllowed);
        }
        let keeps_alive = version == 1 && !says_close(headers);
        Ok(Self { is_head, target: target.to_owned(), headers: passed, keeps_alive })
    }
}

/// The values of the header of this name.
fn values<'h>(headers: &'h [Header<'_>], name: &str) -> impl Iterator<Item = &'h [u8]> {
    headers.iter().filter(move |header| header.name.eq_ignore_ascii_case(name)).map(|header| header.value)
}

/// Whether a body follows; two lengths, or a length and an encoding, are how one request hides in another.
fn announces_body(headers: &[Header<'_>]) -> Result<bool, Refusal> {
    let mut lengths = values(headers, "Content-Length");
    let length = lengths.next();
    let is_number = length.is_none_or(|length| !length.is_empty() && length.iter().all(u8::is_ascii_digit));
    if lengths.next().is_some() || !is_number || values(headers, "Transfer-Encoding").next().is_some() {
        return Err(Refusal::BadRequest);
    }
    Ok(length.is_some_and(|length| length.iter().any(|digit| *digit != b'0')))
}

fn passed(headers: &[Header<'_>]) -> Result<Vec<(&'static str, String)>, Refusal> {
    let mut passed = Vec::new();
    for name in PASSED {
        let mut values = values(headers, name);
        let Some(value) = values.next() else { continue };
        let is_plain = value.iter().all(|byte| byte.is_ascii_graphic() || *byte == b' ');
        let text = std::str::from_utf8(value).ok().filter(|_| is_plain && values.next().is_none());
        passed.push((name, text.ok_or(Refusal::BadRequest)?.to_owned()));
    }
    Ok(passed)
}

fn says_close(headers: &[Header<'_>]) -> bool {
    let is_close = |word: &[u8]| word.trim_ascii().eq_ignore_ascii_case(b"close");
    values(headers, "Connection").any(|value| value.split(|byte| *byte == b',').any(is_close))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::guard::scan::Scan;

    fn check(head: &str, expected: Result<&str, Refusal>) {
        let shown = CleanRequest::parse(head.as_bytes()).map(|request| format!("{request:?}"));
        match (&shown, expected) {
            (Ok(shown), Ok(part)) => assert!(shown.contains(part), "{head:?}: {shown}"),
            _ => assert_eq!(shown.as_ref().err().copied(), expected.err(), "{head:?}: {shown:?}"),
        }
    }

    fn with(lines: &str) -> String {
        format!("GET /a HTTP/1.1\r\nHost: localhost\r\n{lines}\r\n")
    }

    #[test]
    fn a_clean_request_is_read_with_what_is_passed_on() {
        check(
            &with(""),
            Ok("is_head: false, target: \"/a\", headers: [(\"Host\", \"localhost\")], keeps_alive: true"),
        );
        check(&with("origin: null\r\nCookie: a=b\r\n"), Ok("(\"Origin\", \"null\")], keeps_alive"));
        check(&with("Connection: Upgrade, Close\r\n"), Ok("keeps_alive: false"));
        check("HEAD /?a HTTP/1.0\r\nHost: a\r\n\r\n", Ok("is_head: true, target: \"/?a\""));
        check("GET / HTTP/1.0\r\nHost: a\r\n\r\n", Ok("keeps_alive: false"));
        check(&with("Content-Length: 0\r\n"), Ok("/a"));
    }

    #[test]
    fn hosts_lengths_and_encodings_that_say_two_things_are_refused() {
        for lines in [
            "Host: localhost\r\n",
            "Host: evil.example\r\n",
            "Content-Length: 0\r\nContent-Length: 0\r\n",
            "Content-Length: 1, 1\r\n",
            "Content-Length: +1\r\n",
            "Content-Length: \r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: identity\r\nContent-Length: 3\r\n",
            "Content-Length : 3\r\n",
            " folded: 1\r\n",
            "Origin: a\r\nOrigin: b\r\n",
            "Origin: b\u{e6}\r\n",
        ] {
            check(&with(lines), Err(Refusal::BadRequest));
        }
        check("GET / HTTP/1.1\r\n\r\n", Err(Refusal::BadRequest));
    }

    #[test]
    fn bodies_methods_versions_and_other_targets_are_refused() {
        check(&with("Content-Length: 100000000000000\r\n"), Err(Refusal::BodyNotAllowed));
        check(&with("Content-Length: 99999999999999999999999999999\r\n"), Err(Refusal::BodyNotAllowed));
        for method in ["POST", "PUT", "get", "OPTIONS", "CONNECT", "TRACE"] {
            check(&format!("{method} / HTTP/1.1\r\nHost: a\r\n\r\n"), Err(Refusal::MethodNotAllowed));
        }
        for end in ["HTTP/2.0", "HTTP/1.2", "b HTTP/1.1"] {
            check(&format!("GET / {end}\r\nHost: a\r\n\r\n"), Err(Refusal::VersionNotSupported));
        }
        for target in ["http://localhost/", "*", "a", "/\u{e6}", "/#a"] {
            check(&format!("GET {target} HTTP/1.1\r\nHost: a\r\n\r\n"), Err(Refusal::BadRequest));
        }
        check(&with(&"A: b\r\n".repeat(MOST_HEADERS)), Err(Refusal::HeadersTooLarge));
    }

    proptest::proptest! {
        #[test]
        fn whatever_bytes_come_nothing_but_plain_text_is_passed_on(
            bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200),
            at in 0_usize..56,
        ) {
            let mut head = b"GET /a HTTP/1.1\r\nHost: localhost\r\nOrigin: null\r\nX: y\r\n\r\n".to_vec();
            head.splice(at..at, bytes);
            if let Ok(Some(length)) = Scan::default().advance(&head)
                && let Ok(request) = CleanRequest::parse(&head[..length])
            {
                let plain = |text: &str| text.bytes().all(|byte| (0x20..0x7f).contains(&byte));
                proptest::prop_assert!(plain(&request.target) && !request.target.contains(' '));
                proptest::prop_assert!(request.headers.iter().all(|(_, value)| plain(value)));
            }
        }
    }
}
