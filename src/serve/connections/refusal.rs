/// Why a request is refused and its connection closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::serve) enum Refusal {
    /// The head is not as RFC 9112 has it, or could be read in two ways.
    BadRequest,
    /// Neither GET nor HEAD.
    MethodNotAllowed,
    /// The head was not whole in time.
    Timeout,
    /// A body is announced.
    BodyNotAllowed,
    /// The request line is too long.
    TargetTooLong,
    /// The headers are too long or too many.
    HeadersTooLarge,
    /// Not HTTP/1.0 or HTTP/1.1.
    VersionNotSupported,
}

impl Refusal {
    fn status(self) -> &'static str {
        match self {
            Self::BadRequest => "400 Bad Request",
            Self::MethodNotAllowed => "405 Method Not Allowed",
            Self::Timeout => "408 Request Timeout",
            Self::BodyNotAllowed => "413 Content Too Large",
            Self::TargetTooLong => "414 URI Too Long",
            Self::HeadersTooLarge => "431 Request Header Fields Too Large",
            Self::VersionNotSupported => "505 HTTP Version Not Supported",
        }
    }

    /// The whole answer. It repeats no part of the request.
    pub(super) fn answer(self) -> Vec<u8> {
        let status = self.status();
        let allow = if self == Self::MethodNotAllowed { "Allow: GET, HEAD\r\n" } else { "" };
        let length = status.len();
        format!(
            "HTTP/1.1 {status}\r\n{allow}Content-Type: text/plain; charset=utf-8\r\n\
            X-Content-Type-Options: nosniff\r\n\
             Content-Length: {length}\r\nConnection: close\r\n\r\n{status}"
        )
        .into_bytes()
    }
}
