use std::hash::{BuildHasher, Hasher, RandomState};
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use mio::Waker;

use super::allowed_hosts::AllowedHosts;
use super::bind::bind;
use super::connections::{Connections, Limits, ThreadMessage};
use super::event::Event;
use super::responder::{OwnPages, Responder, Snapshot};
use super::worker::Worker;
use crate::diagnostic::MessageLanguage;

/// How many requests are answered at once; the others wait in line, which costs them no thread.
const AT_ONCE: usize = 8;

/// What a preview is asked for.
#[derive(Debug, Clone)]
pub struct ServerOptions {
    /// Who can reach it, and under which names.
    pub hosts: AllowedHosts,
    /// The port that is wanted; 0 is any.
    pub port: u16,
    /// The language of its own words.
    pub language: MessageLanguage,
    /// Its limits.
    pub limits: Limits,
}

/// A running preview; it stops when it is dropped.
pub struct Server {
    port: u16,
    responder: Arc<Responder>,
    builds: AtomicU64,
    messages: Sender<ThreadMessage>,
    waker: Arc<Waker>,
    thread: Option<JoinHandle<()>>,
    workers: Vec<JoinHandle<()>>,
}

impl Server {
    /// Starts to serve `first`, and what `own_pages` has beside it.
    ///
    /// # Errors
    /// Gives the system's error if no port can be had.
    pub fn start(options: ServerOptions, first: Snapshot, own_pages: Arc<dyn OwnPages>) -> io::Result<Self> {
        let (listeners, port) = bind(options.hosts.reach, options.port)?;
        // At random: a page that was open when the last preview ended must not take ours for the build that
        // it shows.
        let number = RandomState::new().build_hasher().finish() >> 32;
        let first = first.numbered(number);
        let responder = Arc::new(Responder::new(options.hosts, port, options.language, first, own_pages));
        let (requests, waiting) = channel();
        let (messages, heard) = channel();
        let (connections, waker) = Connections::new(listeners, options.limits, (requests, AT_ONCE), heard)?;
        let waker = Arc::new(waker);
        let worker = Worker {
            requests: Arc::new(Mutex::new(waiting)),
            messages: messages.clone(),
            waker: Arc::clone(&waker),
            responder: Arc::clone(&responder),
        };
        let mut server = Self {
            port,
            responder,
            builds: AtomicU64::new(number),
            messages,
            waker,
            thread: None,
            workers: Vec::new(),
        };
        server.thread = Some(spawn("felles-connections", || connections.run())?);
        for _ in 0..AT_ONCE {
            let worker = worker.clone();
            server.workers.push(spawn("felles-answer", || worker.work())?);
        }
        Ok(server)
    }

    /// The port that it became.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Puts a new build in the place of the last one, in one step, and gives its number; nobody is told yet.
    ///
    /// Who asked before gets the old page whole, who asks after gets the new one.
    pub fn publish(&self, snapshot: Snapshot) -> u64 {
        let number = self.builds.fetch_add(1, Ordering::AcqRel) + 1;
        self.responder.publish(snapshot.numbered(number));
        self.send(ThreadMessage::Published(number));
        number
    }

    /// Tells every open page; one that does not read is closed.
    pub fn broadcast(&self, event: &Event) {
        self.send(ThreadMessage::Event(event.bytes()));
    }

    fn send(&self, message: ThreadMessage) {
        // A thread that has ended has nobody to tell.
        let _ = self.messages.send(message);
        let _ = self.waker.wake();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.send(ThreadMessage::Stop);
        // That thread sends the requests: when it ends, the workers do too.
        for thread in self.thread.take().into_iter().chain(self.workers.drain(..)) {
            let _ = thread.join();
        }
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<JoinHandle<()>> {
    std::thread::Builder::new().name(name.to_owned()).spawn(work)
}
