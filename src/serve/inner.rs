//! The server behind the guard: `tiny_http` on a private way in, and the threads that answer.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

use tiny_http::{Header, Request, Response, Server};

use super::private_way::{PrivateWay, SECRET};
use super::service::{Answer, Asked, Service};

/// A server that answers over a [`PrivateWay`] alone, until it is dropped.
pub(super) struct Inner {
    server: Arc<Server>,
    way: Arc<PrivateWay>,
    stops: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

impl Inner {
    /// Starts to answer with `threads` threads.
    pub(super) fn start(service: &Arc<Service>, threads: usize) -> io::Result<Self> {
        let (way, listener) = PrivateWay::open()?;
        let server = Server::from_listener(listener, None).map_err(io::Error::other)?;
        let (server, way, stops) = (Arc::new(server), Arc::new(way), Arc::new(AtomicBool::new(false)));
        let mut inner = Self { server, way, stops, threads: Vec::new() };
        for _ in 0..threads {
            let (server, way) = (Arc::clone(&inner.server), Arc::clone(&inner.way));
            let (stops, service) = (Arc::clone(&inner.stops), Arc::clone(service));
            let answer_all = move || {
                while !stops.load(Ordering::Acquire) {
                    // An error is a wake-up, or says that nobody new is let in; those that are in go on.
                    if let Ok(request) = server.recv() {
                        respond(request, &way, &service);
                    }
                }
            };
            let thread = std::thread::Builder::new().name("felles-answer".to_owned()).spawn(answer_all)?;
            inner.threads.push(thread);
        }
        Ok(inner)
    }

    /// The way in.
    pub(super) fn way(&self) -> &Arc<PrivateWay> {
        &self.way
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.stops.store(true, Ordering::Release);
        self.threads.iter().for_each(|_| self.server.unblock());
        for thread in self.threads.drain(..) {
            // A thread that panicked has nothing more to say.
            let _ = thread.join();
        }
    }
}

fn respond(request: Request, way: &PrivateWay, service: &Service) {
    let header = |name: &str| {
        let of_name = |header: &&Header| header.field.as_str().as_str().eq_ignore_ascii_case(name);
        request.headers().iter().find(of_name).map(|header| header.value.as_str())
    };
    let answer = if header(SECRET) == Some(way.secret()) {
        let asked = Asked {
            target: request.url(),
            host: header("Host").unwrap_or_default(),
            origin: header("Origin"),
            fetch_site: header("Sec-Fetch-Site"),
            fetch_dest: header("Sec-Fetch-Dest"),
            if_none_match: header("If-None-Match"),
        };
        // What answers may be anybody's; a panic in it costs that answer and nothing else.
        catch_unwind(AssertUnwindSafe(|| service.answer(&asked))).unwrap_or_else(|_| Answer::empty(500))
    } else {
        Answer::empty(403)
    };
    let header = |name: &str, value: &str| {
        Header::from_bytes(name, value).expect("headers are plain ASCII: ours, and paths that are known")
    };
    let headers = answer.headers.iter().map(|ours| header(ours.name, &ours.value)).collect();
    let length = answer.body.len();
    let response =
        Response::new(answer.status.into(), headers, io::Cursor::new(answer.body), Some(length), None)
            // Always with its length, never in chunks: the courier reads it whole.
            .with_chunked_threshold(usize::MAX);
    // A courier that went away asks again.
    let _ = request.respond(response);
}
