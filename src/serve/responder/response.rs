use std::sync::Arc;

use crate::hosting::{ContentType, Header};

/// An answer to a request.
#[derive(Debug, Clone)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// The headers; the length and the connection are not ours to say.
    pub headers: Vec<Header>,
    /// The body.
    pub body: Arc<[u8]>,
}

impl Response {
    /// An answer with a body.
    #[must_use]
    pub fn new(status: u16, content_type: ContentType, body: Vec<u8>) -> Self {
        Self { body: body.into(), ..Self::empty(status) }
            .with(Header::new("Content-Type", content_type.as_str()))
    }

    /// An answer that says nothing.
    pub(in crate::serve) fn empty(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Arc::default() }
    }

    pub(super) fn with(mut self, header: Header) -> Self {
        self.headers.push(header);
        self
    }
}
