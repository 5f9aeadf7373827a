//! The connections: owns the public sockets, and gives only checked requests to the workers.
//!
//! The server of `tiny_http` reads a request before our code sees any of it, and trusts it: a
//! `Content-Length` of 100 TB is allocated, an idle socket is a thread, a request line may be 300 MB, two
//! `Host` headers pass, and if no file descriptor is left it stops accepting for good. So every head is read
//! here, under limits and deadlines, in one thread for all sockets, and `tiny_http` only writes the answers.
//! An answer comes back from its worker whole and waits here for its client,
//! so a client that never reads delays no other.
//!
//! If too many clients come, or too many bytes wait, the client that has been idle for longest is closed:
//! a client that sends and reads always gets through. Clients of events are kept here too;
//! they cost a socket each, and no thread.

mod connection;
mod limits;
mod parse;
mod queue;
mod refusal;
mod scan;

pub use limits::Limits;

pub(super) use connection::Then;

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::time::{Duration, Instant};

use mio::net::TcpListener;
use mio::{Events, Interest, Poll, Token, Waker};

use super::Request;
use connection::{Connection, Step, Turn};
use queue::Queue;

/// The token of the waker; those of listeners are below, and those of clients above.
const WAKER: Token = Token(FIRST_CLIENT - 1);
const FIRST_CLIENT: usize = 16;

/// How many clients are accepted before those that are connected get their turn.
const ACCEPTED_AT_ONCE: usize = 64;

/// A comment, which browsers do not show to scripts: a dead client is noticed by what cannot be sent to it.
const HEARTBEAT: &[u8] = b":\n\n";

/// A request that waits for a worker, or has one.
#[derive(Debug)]
pub(super) struct PendingRequest {
    /// Whose it is.
    pub client: usize,
    pub request: Request,
}

/// What other threads send to the one that has the connections.
#[derive(Debug)]
pub(super) enum ThreadMessage {
    /// An answer, for a client that may be gone by now.
    Answer { client: usize, answer: Vec<u8>, then: Then },
    /// A request that cannot be answered before a later build than this one is published.
    Later { client: usize, request: Request, build: u64 },
    /// The build of this number is published.
    Published(u64),
    /// An event for all who want events.
    Event(Arc<[u8]>),
    /// Stop.
    Stop,
}

/// The listening sockets and all clients.
#[derive(Debug)]
pub(super) struct Connections {
    poll: Poll,
    listeners: Vec<TcpListener>,
    clients: BTreeMap<usize, Connection>,
    next_client: usize,
    limits: Limits,
    queue: Queue,
    messages: Receiver<ThreadMessage>,
    /// The number of the build that was published last.
    published: u64,
    /// How soon to accept again, if clients may be waiting: a listening socket tells of them only once.
    accept_again: Option<Duration>,
    swept: Instant,
    beaten: Instant,
}

impl Connections {
    /// Takes these sockets, and gives requests to so many workers;
    /// the waker is for the threads that send messages.
    pub(super) fn new(
        mut listeners: Vec<TcpListener>,
        limits: Limits,
        (requests, workers): (Sender<PendingRequest>, usize),
        messages: Receiver<ThreadMessage>,
    ) -> io::Result<(Self, Waker)> {
        let poll = Poll::new()?;
        for (at, listener) in listeners.iter_mut().enumerate() {
            poll.registry().register(listener, Token(at), Interest::READABLE)?;
        }
        let waker = Waker::new(poll.registry(), WAKER)?;
        let now = now();
        let connections = Self {
            poll,
            listeners,
            clients: BTreeMap::new(),
            next_client: FIRST_CLIENT,
            limits,
            queue: Queue::new(requests, workers),
            messages,
            published: 0,
            accept_again: None,
            swept: now,
            beaten: now,
        };
        Ok((connections, waker))
    }

    /// Serves until a message says stop.
    pub(super) fn run(mut self) {
        let mut events = Events::with_capacity(256);
        loop {
            if let Err(error) = self.poll.poll(&mut events, self.patience())
                && error.kind() != ErrorKind::Interrupted
            {
                // Waiting for sockets failed, and all that can be done is to try again;
                // until then, wait for a message.
                let goes_on = match self.messages.recv_timeout(Duration::from_millis(50)) {
                    Ok(message) => self.follow(message, now()),
                    Err(error) => error == RecvTimeoutError::Timeout,
                };
                if !goes_on {
                    return;
                }
            }
            let now = now();
            for event in &events {
                match event.token() {
                    WAKER => {}
                    Token(listener) if listener < FIRST_CLIENT => self.accept_again = Some(Duration::ZERO),
                    Token(client) => self.advance(client, now),
                }
            }
            if !self.read_messages(now) {
                return;
            }
            if self.accept_again.is_some() {
                self.accept(now);
            }
            self.sweep(now);
            self.queue.hand_out(|client| self.clients.contains_key(&client));
        }
    }

    /// How long to wait for sockets: not at all while clients wait to be accepted,
    /// and forever while there is no client.
    fn patience(&self) -> Option<Duration> {
        self.accept_again.or_else(|| (!self.clients.is_empty()).then(|| self.pause()))
    }

    /// The time between two looks at the deadlines.
    fn pause(&self) -> Duration {
        let Limits { head, stalled, closing, heartbeat, .. } = self.limits;
        (head.min(stalled).min(closing).min(heartbeat) / 4).max(Duration::from_millis(5))
    }

    fn advance(&mut self, client: usize, now: Instant) {
        let Some(connection) = self.clients.get_mut(&client) else { return };
        match connection.advance(now) {
            Step::Wait => {}
            Step::Close => self.close(client),
            Step::Ask(request, turn) => self.queue.push(PendingRequest { client, request }, turn),
        }
    }

    /// Does what the messages say; returns whether to go on.
    fn read_messages(&mut self, now: Instant) -> bool {
        loop {
            match self.messages.try_recv() {
                Ok(message) => {
                    if !self.follow(message, now) {
                        return false;
                    }
                }
                Err(TryRecvError::Disconnected) => return false,
                Err(TryRecvError::Empty) => return true,
            }
        }
    }

    /// Does what a message says; returns whether to go on.
    fn follow(&mut self, message: ThreadMessage, now: Instant) -> bool {
        match message {
            ThreadMessage::Answer { client, answer, then } => {
                self.queue.is_answered();
                if let Some(connection) = self.clients.get_mut(&client) {
                    connection.answer(answer, then, now);
                    self.advance(client, now);
                    self.make_room(client);
                }
            }
            ThreadMessage::Later { client, request, build } => {
                self.queue.is_answered();
                if build < self.published {
                    self.queue.push(PendingRequest { client, request }, Turn::Soon);
                } else if let Some(connection) = self.clients.get_mut(&client) {
                    connection.delay(request);
                }
            }
            ThreadMessage::Published(build) => {
                self.published = build;
                for (client, connection) in &mut self.clients {
                    if let Some(request) = connection.end_delay() {
                        self.queue.push(PendingRequest { client: *client, request }, Turn::Soon);
                    }
                }
            }
            ThreadMessage::Event(event) => self.tell_all(&event, now),
            ThreadMessage::Stop => return false,
        }
        true
    }

    fn tell_all(&mut self, event: &[u8], now: Instant) {
        let clients: Vec<usize> = self.clients.keys().copied().collect();
        for client in clients {
            let keeps_up = self.clients.get_mut(&client).is_none_or(|connection| connection.tell(event, now));
            if keeps_up {
                self.advance(client, now);
            } else {
                self.close(client);
            }
        }
    }

    /// Accepts new clients; if there is no room, the client that has been idle for longest is closed for
    /// each.
    fn accept(&mut self, now: Instant) {
        self.accept_again = None;
        for listener in 0..self.listeners.len() {
            for turn in 0..=ACCEPTED_AT_ONCE {
                if turn == ACCEPTED_AT_ONCE {
                    // Those who still wait are not announced again.
                    self.accept_again = Some(Duration::ZERO);
                    break;
                }
                match self.listeners[listener].accept() {
                    Ok((socket, _)) => self.add(Connection::new(socket, now), now),
                    Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                    Err(error) if is_of_the_client(error.kind()) => {}
                    Err(_) => {
                        // No descriptor is left: close one client, and accept again soon.
                        self.close_most_idle();
                        self.accept_again = Some(Duration::from_millis(20));
                        return;
                    }
                }
            }
        }
    }

    fn add(&mut self, mut connection: Connection, now: Instant) {
        if self.clients.len() >= self.limits.connections && !self.close_most_idle() {
            return;
        }
        let client = self.next_client;
        self.next_client += 1;
        let interest = Interest::READABLE | Interest::WRITABLE;
        // Small answers go out at once; a socket for which that cannot be asked is as good.
        let _ = connection.socket.set_nodelay(true);
        if self.poll.registry().register(&mut connection.socket, Token(client), interest).is_ok() {
            self.clients.insert(client, connection);
            self.advance(client, now);
        }
    }

    /// Closes the clients that have been idle for longest while too many bytes wait, but never `newest`,
    /// which has just been answered.
    fn make_room(&mut self, newest: usize) {
        let waiting = |clients: &BTreeMap<usize, Connection>| -> usize {
            clients.values().map(Connection::unsent).sum()
        };
        while waiting(&self.clients) > self.limits.waiting_bytes {
            let holding = self.clients.iter().filter(|(client, one)| **client != newest && one.unsent() > 0);
            let most_idle = holding.filter_map(|(client, one)| Some((one.idle_since()?, *client))).min();
            let Some((_, client)) = most_idle else { return };
            self.close(client);
        }
    }

    /// Closes the client that has been idle for longest; returns whether there was one.
    ///
    /// Those who listen to events are idle by nature, so they stay,
    /// as long as they leave a quarter of the room to others.
    fn close_most_idle(&mut self) -> bool {
        let listening = self.clients.values().filter(|one| one.is_listening()).count();
        let crowd_listens = listening > self.limits.connections / 4 * 3;
        let age = |(client, one): (&usize, &Connection)| {
            Some((one.is_listening() != crowd_listens, one.idle_since()?, *client))
        };
        let Some((_, _, client)) = self.clients.iter().filter_map(age).min() else { return false };
        self.close(client);
        true
    }

    fn close(&mut self, client: usize) {
        if let Some(mut connection) = self.clients.remove(&client) {
            // The socket is closed right after this, which takes it out of the poll in any case.
            let _ = self.poll.registry().deregister(&mut connection.socket);
        }
    }

    /// Closes what takes too long, and tests which of those that listen to events are still there.
    fn sweep(&mut self, now: Instant) {
        if now.saturating_duration_since(self.swept) < self.pause() {
            return;
        }
        self.swept = now;
        let limits = self.limits;
        let over: Vec<usize> = self
            .clients
            .iter_mut()
            .filter_map(|(client, one)| one.is_over(&limits, now).then_some(*client))
            .collect();
        for client in over {
            self.close(client);
        }
        if now.saturating_duration_since(self.beaten) >= limits.heartbeat {
            self.beaten = now;
            self.tell_all(HEARTBEAT, now);
        }
    }
}

/// Whether the client hung up before it was accepted, or the system call was interrupted.
fn is_of_the_client(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset | ErrorKind::Interrupted)
}

#[expect(clippy::disallowed_methods, reason = "deadlines of clients are counted in real time")]
fn now() -> Instant {
    Instant::now()
}
