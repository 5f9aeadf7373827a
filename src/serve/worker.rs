//! Workers: each answers one request at a time, whole, so that no client's reading or writing holds one up.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};

use mio::Waker;
use tiny_http::{HTTPVersion, StatusCode};

use super::Request;
use super::connections::{PendingRequest, Then, ThreadMessage};
use super::responder::{EVENTS, Reply, Responder, Response};
use crate::hosting::Header;

/// What every worker has.
#[derive(Clone)]
pub(super) struct Worker {
    pub requests: Arc<Mutex<Receiver<PendingRequest>>>,
    pub messages: Sender<ThreadMessage>,
    pub waker: Arc<Waker>,
    pub responder: Arc<Responder>,
}

impl Worker {
    /// Answers until there are no more requests.
    pub(super) fn work(self) {
        loop {
            let request = self.requests.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(PendingRequest { client, request }) = request else { return };
            // The preview's own pages may be anybody's; a panic in one costs that answer and nothing else.
            let reply = catch_unwind(AssertUnwindSafe(|| self.responder.answer(&request)))
                .unwrap_or_else(|_| Reply::Now(Response::empty(500)));
            let message = match reply {
                Reply::Now(response) => {
                    let (answer, then) = written(&response, &request);
                    ThreadMessage::Answer { client, answer, then }
                }
                Reply::After(build) => ThreadMessage::Later { client, request, build },
            };
            if self.messages.send(message).is_err() || self.waker.wake().is_err() {
                return;
            }
        }
    }
}

/// The answer as it goes over the line, and what comes after it.
fn written(answer: &Response, request: &Request) -> (Vec<u8>, Then) {
    let Response { status, headers, body } = answer;
    let is_stream = headers.iter().any(|header| header.value == EVENTS);
    let then = match (is_stream && !request.is_head, request.keeps_alive) {
        (true, _) => Then::Listen,
        (false, true) => Then::Read,
        (false, false) => Then::Close,
    };
    let server = Header::new("Server", "felles");
    let headers = headers.iter().chain([&server]).map(|Header { name, value }| {
        tiny_http::Header::from_bytes(*name, value.as_str())
            .expect("headers are plain ASCII: ours, and paths that are known")
    });
    // Always with its length, never in chunks; the body follows below, in one piece.
    let head =
        tiny_http::Response::new(StatusCode(*status), headers.collect(), io::empty(), Some(body.len()), None)
            .with_chunked_threshold(usize::MAX);
    let mut bytes = Vec::with_capacity(1024 + body.len());
    head.raw_print(&mut bytes, HTTPVersion(1, 1), &[], true, None).expect("memory takes every byte");
    // Events have no length, and of a 304 it would be another's: there the head's last line goes.
    let last_line = format!("Content-Length: {}\r\n\r\n", body.len());
    let has_length = !is_stream && *status != 304;
    bytes.truncate(bytes.len() - if has_length { 2 } else { last_line.len() });
    let connection = if then == Then::Read { "keep-alive" } else { "close" };
    bytes.extend_from_slice(format!("Connection: {connection}\r\n\r\n").as_bytes());
    if !request.is_head {
        bytes.extend_from_slice(body);
    }
    (bytes, then)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(is_head: bool, keeps_alive: bool) -> Request {
        let method = if is_head { "HEAD" } else { "GET" };
        let connection = if keeps_alive { "" } else { "Connection: close\r\n" };
        let head = format!("{method} / HTTP/1.1\r\nHost: localhost\r\n{connection}\r\n");
        Request::parse(head.as_bytes()).unwrap()
    }

    fn check(answer: &Response, request: &Request, start: &str, end: &str, then: Then) {
        let (bytes, after) = written(answer, request);
        let text = String::from_utf8(bytes).unwrap();
        let line = text.find("\r\nDate: ").unwrap();
        let end_of_line = line + 2 + text[line + 2..].find("\r\n").unwrap();
        let undated = format!("{}{}", &text[..line], &text[end_of_line..]);
        assert_eq!(undated, format!("{start}{end}"));
        assert_eq!(after, then);
    }

    #[test]
    fn an_answer_says_its_length_and_whether_others_may_follow() {
        let page = Response::new(200, crate::hosting::HTML, b"page".to_vec());
        let start = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nServer: felles\r\n";
        let with = |connection: &str, body: &str| {
            format!("Content-Length: 4\r\nConnection: {connection}\r\n\r\n{body}")
        };
        check(&page, &request(false, true), start, &with("keep-alive", "page"), Then::Read);
        check(&page, &request(false, false), start, &with("close", "page"), Then::Close);
        check(&page, &request(true, true), start, &with("keep-alive", ""), Then::Read);
    }

    #[test]
    fn events_and_what_the_browser_has_say_no_length() {
        let events = Response {
            headers: vec![Header::new("Content-Type", EVENTS)],
            body: b"retry: 1\n".to_vec().into(),
            ..Response::empty(200)
        };
        let start = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nServer: felles\r\n";
        check(&events, &request(false, true), start, "Connection: close\r\n\r\nretry: 1\n", Then::Listen);
        check(&events, &request(true, true), start, "Connection: keep-alive\r\n\r\n", Then::Read);
        let same = "HTTP/1.1 304 Not Modified\r\nServer: felles\r\n";
        check(
            &Response::empty(304),
            &request(false, true),
            same,
            "Connection: keep-alive\r\n\r\n",
            Then::Read,
        );
    }
}
