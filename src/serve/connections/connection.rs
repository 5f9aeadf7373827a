use std::io::{ErrorKind, Read, Write};
use std::net::Shutdown;
use std::time::Instant;

use mio::net::TcpStream;

use super::limits::Limits;
use super::refusal::Refusal;
use super::scan::Scan;
use crate::serve::Request;

/// How much is read at once.
const PIECE: usize = 4096;

/// The most that a client of events may leave unread before it counts as dead.
const UNREAD_EVENTS: usize = 64 * 1024;

/// The most that is read and ignored of a client that was refused.
const CLOSING_BYTES: usize = 256 * 1024;

/// What must be done for a connection that has gone as far as it can.
#[derive(Debug)]
pub(super) enum Step {
    /// Wait until the socket can do more.
    Wait,
    /// Have the request answered, in this turn.
    Ask(Request, Turn),
    /// Close it.
    Close,
}

/// When a request has its turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// Before those that come later.
    Soon,
    /// When no other client waits: this one sent it before it could have read the answer to its last one.
    Later,
}

/// What comes after an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::serve) enum Then {
    /// The next request.
    Read,
    /// Events, until the client goes.
    Listen,
    /// The end.
    Close,
}

#[derive(Debug)]
enum ConnectionState {
    /// The head comes in.
    Reading(Scan),
    /// The answer is being made.
    Waiting,
    /// The request waits for a later build.
    Delayed(Request),
    /// The answer goes out.
    Writing(Then),
    /// Events go out.
    Listening,
    /// The answer is out, and so is our side; what the client still sends is read and ignored,
    /// or it would lose the answer.
    Closing { left: usize },
}

/// A client, and how far it is. It costs its socket, the head that it has sent and the answer that it has not
/// read: no thread.
#[derive(Debug)]
pub(super) struct Connection {
    pub socket: TcpStream,
    input: Vec<u8>,
    output: Vec<u8>,
    written: usize,
    state: ConnectionState,
    turn: Turn,
    /// When it last made progress: a whole request came, or a part of an answer was taken.
    moved: Instant,
}

impl Connection {
    pub(super) fn new(socket: TcpStream, now: Instant) -> Self {
        let state = ConnectionState::Reading(Scan::default());
        Self {
            socket,
            input: Vec::new(),
            output: Vec::new(),
            written: 0,
            state,
            turn: Turn::Soon,
            moved: now,
        }
    }

    /// Goes as far as the socket allows.
    pub(super) fn advance(&mut self, now: Instant) -> Step {
        loop {
            let step = match &mut self.state {
                ConnectionState::Reading(scan) => match scan.advance(&self.input) {
                    Ok(Some(length)) => {
                        let request = Request::parse(&self.input[..length]);
                        self.input.drain(..length);
                        match request {
                            Ok(request) => {
                                (self.state, self.moved) = (ConnectionState::Waiting, now);
                                Some(Step::Ask(request, self.turn))
                            }
                            Err(refusal) => self.refuse(refusal, now),
                        }
                    }
                    Ok(None) => self.read(),
                    Err(refusal) => self.refuse(refusal, now),
                },
                ConnectionState::Waiting | ConnectionState::Delayed(_) => Some(Step::Wait),
                ConnectionState::Writing(then) => {
                    let then = *then;
                    self.write(now).or_else(|| self.go_on(then, now))
                }
                ConnectionState::Listening => {
                    self.write(now).or_else(|| Some(self.ignore_input(CLOSING_BYTES)))
                }
                ConnectionState::Closing { left } => {
                    let left = *left;
                    Some(self.ignore_input(left))
                }
            };
            if let Some(step) = step {
                return step;
            }
        }
    }

    /// Starts to send an answer.
    pub(super) fn answer(&mut self, mut answer: Vec<u8>, then: Then, now: Instant) {
        if then == Then::Listen {
            answer.extend_from_slice(&self.output);
        }
        (self.output, self.written, self.state, self.moved) =
            (answer, 0, ConnectionState::Writing(then), now);
    }

    /// Keeps the request until a later build is published;
    /// meanwhile the connection may be closed for another.
    pub(super) fn delay(&mut self, request: Request) {
        self.state = ConnectionState::Delayed(request);
    }

    /// The request that was delayed, which is asked again now. Returns None if there is none.
    pub(super) fn end_delay(&mut self) -> Option<Request> {
        let state = &mut self.state;
        match std::mem::replace(state, ConnectionState::Waiting) {
            ConnectionState::Delayed(request) => Some(request),
            other => {
                *state = other;
                None
            }
        }
    }

    /// Starts to send an event, if this client wants events; returns whether it keeps up, and may stay.
    ///
    /// One whose answer is being made may turn out to want events, so they are kept for it till then.
    pub(super) fn tell(&mut self, event: &[u8], now: Instant) -> bool {
        if !matches!(
            self.state,
            ConnectionState::Waiting | ConnectionState::Listening | ConnectionState::Writing(Then::Listen)
        ) {
            return true;
        }
        if self.unsent() == 0 {
            // From now on it has something to take.
            self.moved = now;
        }
        self.output.extend_from_slice(event);
        self.unsent() <= UNREAD_EVENTS
    }

    /// The bytes that wait for this client.
    pub(super) fn unsent(&self) -> usize {
        self.output.len() - self.written
    }

    /// When it last made progress. Returns None while its answer is being made:
    /// then it may not be closed for another.
    pub(super) fn idle_since(&self) -> Option<Instant> {
        (!matches!(self.state, ConnectionState::Waiting)).then_some(self.moved)
    }

    /// Whether it only wants events and takes them, so that others are closed before it.
    pub(super) fn is_listening(&self) -> bool {
        matches!(self.state, ConnectionState::Listening) && self.unsent() == 0
    }

    /// Ends what takes too long; returns whether the connection is to be closed at once.
    pub(super) fn is_over(&mut self, limits: &Limits, now: Instant) -> bool {
        let idle = now.saturating_duration_since(self.moved);
        match &self.state {
            ConnectionState::Reading(_) if idle > limits.head => {
                if self.input.is_empty() {
                    return true;
                }
                self.refuse(Refusal::Timeout, now);
                matches!(self.advance(now), Step::Close)
            }
            ConnectionState::Reading(_) | ConnectionState::Waiting | ConnectionState::Delayed(_) => false,
            ConnectionState::Writing(_) | ConnectionState::Listening => {
                self.unsent() > 0 && idle > limits.stalled
            }
            ConnectionState::Closing { .. } => idle > limits.closing,
        }
    }

    /// Answers with the refusal; what came after it is not looked at.
    fn refuse(&mut self, refusal: Refusal, now: Instant) -> Option<Step> {
        self.input = Vec::new();
        self.answer(refusal.answer(), Then::Close, now);
        None
    }

    fn go_on(&mut self, then: Then, now: Instant) -> Option<Step> {
        self.moved = now;
        self.state = match then {
            Then::Read => {
                self.turn = Turn::Later;
                ConnectionState::Reading(Scan::default())
            }
            Then::Listen => ConnectionState::Listening,
            Then::Close => {
                if self.socket.shutdown(Shutdown::Write).is_err() {
                    return Some(Step::Close);
                }
                ConnectionState::Closing { left: CLOSING_BYTES }
            }
        };
        None
    }

    fn read(&mut self) -> Option<Step> {
        let mut piece = [0; PIECE];
        match self.socket.read(&mut piece) {
            Ok(0) => Some(Step::Close),
            Ok(length) => {
                self.input.extend_from_slice(&piece[..length]);
                None
            }
            Err(error) => {
                // It has sent nothing yet, as browsers do.
                self.turn = Turn::Soon;
                after(error.kind())
            }
        }
    }

    /// Writes what waits. Returns None when all of it is written.
    fn write(&mut self, now: Instant) -> Option<Step> {
        while self.unsent() > 0 {
            match self.socket.write(&self.output[self.written..]) {
                Ok(0) => return Some(Step::Close),
                Ok(length) => {
                    self.written += length;
                    self.moved = now;
                }
                Err(error) => {
                    if let Some(step) = after(error.kind()) {
                        return Some(step);
                    }
                }
            }
        }
        // The memory goes as well: most clients are still for most of the time.
        (self.output, self.written) = (Vec::new(), 0);
        None
    }

    fn ignore_input(&mut self, most: usize) -> Step {
        let mut piece = [0; PIECE];
        let mut left = most;
        while left > 0 {
            match self.socket.read(&mut piece) {
                Ok(0) => return Step::Close,
                Ok(length) => left = left.saturating_sub(length),
                Err(error) => {
                    let Some(step) = after(error.kind()) else { continue };
                    if let ConnectionState::Closing { left: of_closing } = &mut self.state {
                        *of_closing = left;
                    }
                    return step;
                }
            }
        }
        Step::Close
    }
}

/// What follows from an error of a socket. Returns None if it is to be tried again.
fn after(kind: ErrorKind) -> Option<Step> {
    match kind {
        ErrorKind::WouldBlock => Some(Step::Wait),
        ErrorKind::Interrupted => None,
        _ => Some(Step::Close),
    }
}
