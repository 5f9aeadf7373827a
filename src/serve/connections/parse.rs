use httparse::{EMPTY_HEADER, Error, Header, Status};

use super::refusal::Refusal;
use crate::serve::Request;

/// The most headers of a request.
const MOST_HEADERS: usize = 64;

impl Request {
    /// Reads a whole head, its empty line included.
    pub(in crate::serve) fn parse(head: &[u8]) -> Result<Self, Refusal> {
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
        let value = |name: &str| only_value(headers, name);
        let origin = value("Origin")?;
        let (fetch_site, fetch_dest) = (value("Sec-Fetch-Site")?, value("Sec-Fetch-Dest")?);
        let if_none_match = value("If-None-Match")?;
        // A server must be told which host is meant (RFC 9112, section 3.2);
        // whole addresses and `*` are for proxies.
        let host = value("Host")?.ok_or(Refusal::BadRequest)?;
        let is_path =
            target.starts_with('/') && target.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#');
        if !is_path {
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
        let target = target.to_owned();
        Ok(Self { is_head, target, host, origin, fetch_site, fetch_dest, if_none_match, keeps_alive })
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

/// The value of the header of this name, if there is one: visible ASCII and spaces.
/// A request that has it twice is refused.
fn only_value(headers: &[Header<'_>], name: &str) -> Result<Option<String>, Refusal> {
    let mut values = values(headers, name);
    let Some(value) = values.next() else { return Ok(None) };
    let is_plain = value.iter().all(|byte| byte.is_ascii_graphic() || *byte == b' ');
    let text = std::str::from_utf8(value).ok().filter(|_| is_plain && values.next().is_none());
    text.map(|text| Some(text.to_owned())).ok_or(Refusal::BadRequest)
}

fn says_close(headers: &[Header<'_>]) -> bool {
    let is_close = |word: &[u8]| word.trim_ascii().eq_ignore_ascii_case(b"close");
    values(headers, "Connection").any(|value| value.split(|byte| *byte == b',').any(is_close))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::connections::scan::Scan;

    fn check(head: &str, expected: Result<&str, Refusal>) {
        let shown = Request::parse(head.as_bytes()).map(|request| format!("{request:?}"));
        match (&shown, expected) {
            (Ok(shown), Ok(part)) => assert!(shown.contains(part), "{head:?}: {shown}"),
            _ => assert_eq!(shown.as_ref().err().copied(), expected.err(), "{head:?}: {shown:?}"),
        }
    }

    fn with(lines: &str) -> String {
        format!("GET /a HTTP/1.1\r\nHost: localhost\r\n{lines}\r\n")
    }

    #[test]
    fn a_request_is_read_with_its_headers() {
        check(&with(""), Ok("is_head: false, target: \"/a\", host: \"localhost\", origin: None"));
        check(&with("origin: null\r\nCookie: a=b\r\n"), Ok("origin: Some(\"null\")"));
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
        fn whatever_bytes_come_a_request_holds_nothing_but_plain_text(
            bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200),
            at in 0_usize..56,
        ) {
            let mut head = b"GET /a HTTP/1.1\r\nHost: localhost\r\nOrigin: null\r\nX: y\r\n\r\n".to_vec();
            head.splice(at..at, bytes);
            if let Ok(Some(length)) = Scan::default().advance(&head)
                && let Ok(request) = Request::parse(&head[..length])
            {
                let plain = |text: &str| text.bytes().all(|byte| (0x20..0x7f).contains(&byte));
                proptest::prop_assert!(plain(&request.target) && !request.target.contains(' '));
                let Request { origin, fetch_site, fetch_dest, if_none_match, .. } = &request;
                let mut others = [origin, fetch_site, fetch_dest, if_none_match].into_iter().flatten();
                proptest::prop_assert!(plain(&request.host) && others.all(|text| plain(text)));
            }
        }
    }
}
