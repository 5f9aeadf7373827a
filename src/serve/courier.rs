//! Couriers: bring clean requests to the inner server, one at a time each, and the whole answers back to the guard.

use std::io::{self, Read, Write};
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use httparse::{EMPTY_HEADER, Status};
use mio::Waker;

use super::guard::{CleanRequest, Job, Note, Then};
use super::private_way::{Line, PrivateWay, SECRET};

/// How long an answer may take to be made.
const PATIENCE: Duration = Duration::from_mins(1);

/// The most headers of an answer.
const MOST_HEADERS: usize = 64;

/// The media type of events: who is answered with it goes on listening.
pub(super) const EVENTS: &str = "text/event-stream";

/// What every courier has.
#[derive(Clone)]
pub(super) struct Courier {
    pub jobs: Arc<Mutex<Receiver<Job>>>,
    pub notes: Sender<Note>,
    pub waker: Arc<Waker>,
    pub way: Arc<PrivateWay>,
    /// Who has it may open a line.
    pub turn: Arc<Mutex<()>>,
}

impl Courier {
    /// Opens a line, then carries until there are no more jobs.
    ///
    /// The line is opened first and kept: when clients have taken all descriptors, it is there.
    pub(super) fn work(self) {
        let mut line = self.open().ok();
        loop {
            let job = self.jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(Job { client, request }) = job else { return };
            let (answer, then) =
                self.fetch(&request, &mut line).unwrap_or_else(|_| (bad_gateway(), Then::Close));
            if self.notes.send(Note::Answer { client, answer, then }).is_err() || self.waker.wake().is_err() {
                return;
            }
        }
    }

    /// Opens a line, one courier after the other, and waits until it is answered on.
    ///
    /// `tiny_http` counts a thread as free until it has begun with its line, so of several lines that are opened at once
    /// some are put in the queue of a thread that is never free again, and nobody answers on them.
    fn open(&self) -> io::Result<Line> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let mut line = self.way.connect()?;
        line.set_read_timeout(Some(PATIENCE))?;
        line.set_write_timeout(Some(PATIENCE))?;
        let headers = vec![("Host", "localhost".to_owned())];
        let sign = CleanRequest { is_head: true, target: "/".to_owned(), headers, keeps_alive: true };
        ask(&mut line, &sign, self.way.secret())?;
        Ok(line)
    }

    /// Asks on the line; a line on which something went wrong is left, and the next request gets a new one.
    fn fetch(&self, request: &CleanRequest, line: &mut Option<Line>) -> io::Result<(Vec<u8>, Then)> {
        let mut open = match line.take() {
            Some(line) => line,
            None => self.open()?,
        };
        let answer = ask(&mut open, request, self.way.secret())?;
        *line = Some(open);
        Ok(answer)
    }
}

/// Asks on the line, and reads the answer whole.
fn ask(line: &mut Line, request: &CleanRequest, secret: &str) -> io::Result<(Vec<u8>, Then)> {
    line.write_all(written(request, secret).as_bytes())?;
    read_answer(line, request)
}

/// The request, written anew from what was understood of it.
fn written(request: &CleanRequest, secret: &str) -> String {
    let method = if request.is_head { "HEAD" } else { "GET" };
    let mut text = format!("{method} {} HTTP/1.1\r\n{SECRET}: {secret}\r\n", request.target);
    for (name, value) in &request.headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    text + "\r\n"
}

/// Reads an answer whole, and writes its head anew for the client.
fn read_answer(line: &mut impl Read, request: &CleanRequest) -> io::Result<(Vec<u8>, Then)> {
    let mut read = Vec::with_capacity(4096);
    let mut piece = [0; 4096];
    let (length, answer) = loop {
        let more = line.read(&mut piece)?;
        if more == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        read.extend_from_slice(&piece[..more]);
        if let Some(head) = Head::parse(&read, request)? {
            break (head.length, head);
        }
    };
    let Head { body, mut text, then, .. } = answer;
    let already = read.len() - length;
    text.reserve_exact(body);
    text.extend_from_slice(&read[length..]);
    let rest = body.checked_sub(already).ok_or(io::ErrorKind::InvalidData)?;
    let rest = u64::try_from(rest).map_err(io::Error::other)?;
    if io::copy(&mut line.take(rest), &mut text)? != rest {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok((text, then))
}

/// The head of an answer.
struct Head {
    /// How long it was on the line.
    length: usize,
    /// How many bytes follow it.
    body: usize,
    /// As the client gets it.
    text: Vec<u8>,
    then: Then,
}

impl Head {
    /// Reads a head; nothing while it is not whole.
    fn parse(read: &[u8], request: &CleanRequest) -> io::Result<Option<Self>> {
        let mut headers = [EMPTY_HEADER; MOST_HEADERS];
        let mut answer = httparse::Response::new(&mut headers);
        let Status::Complete(length) = answer.parse(read).map_err(io::Error::other)? else { return Ok(None) };
        let (code, reason) = (answer.code.unwrap_or(502), answer.reason.unwrap_or_default());
        let named = |name: &str| answer.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
        let announced = named("Content-Length").and_then(|header| std::str::from_utf8(header.value).ok());
        let announced: usize =
            announced.and_then(|length| length.parse().ok()).ok_or(io::ErrorKind::InvalidData)?;
        let listens = named("Content-Type").is_some_and(|header| header.value == EVENTS.as_bytes());
        let then = match (listens && !request.is_head, request.keeps_alive) {
            (true, _) => Then::Listen,
            (false, true) => Then::Read,
            (false, false) => Then::Close,
        };
        // Events have no length, and of a 304 it would be another's.
        let has_length = !listens && code != 304;
        let mut text = format!("HTTP/1.1 {code} {reason}\r\n").into_bytes();
        for header in answer.headers.iter() {
            let is = |name: &str| header.name.eq_ignore_ascii_case(name);
            if is("Server") || is("Connection") || (is("Content-Length") && !has_length) {
                continue;
            }
            text.extend_from_slice(&[header.name.as_bytes(), b": ", header.value, b"\r\n"].concat());
        }
        let connection = if then == Then::Read { "keep-alive" } else { "close" };
        text.extend_from_slice(format!("Connection: {connection}\r\n\r\n").as_bytes());
        let body = if request.is_head || code == 304 { 0 } else { announced };
        Ok(Some(Self { length, body, text, then }))
    }
}

fn bad_gateway() -> Vec<u8> {
    b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_vec()
}
