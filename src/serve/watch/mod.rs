//! Tells when the site's files have changed, and gives what they hold then.
//!
//! In: the site's root. Out: a [`SiteReading`] for each new state of the files, once they no longer change.
//!
//! The system's events are hints and no more: it forgets files in new folders, drops events in a storm, and
//! falls silent where a watched folder goes and comes back. So every hint, and every passing second, leads to
//! the same question, which [`SiteReader`] answers from the files themselves: is anything different?
//!
//! Invariant: what is given had not changed for [`QUIET`],
//! unless the files change for longer than [`LONGEST_WAIT`] without a pause.
//! Invariant: a change is found whether or not an event tells of it.

mod debounce;
mod events;

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use debounce::Debounce;
pub use debounce::{LONGEST_WAIT, QUIET};
use events::Events;

use crate::diagnostic::{Message, catalogue::watch as say};
use crate::source::disk::{Hints, SiteReader, SiteReading};

/// How often the files are looked at if events tell of most changes.
const WITH_EVENTS: Duration = Duration::from_secs(1);

/// How often they are looked at if nothing tells of changes.
const WITHOUT_EVENTS: Duration = Duration::from_millis(400);

/// A look at the files takes at most this part of the time: one in so many.
const SHARE: u32 = 20;

/// How changes are noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noticing {
    /// By the system's events, and a look at the files every second.
    Events,
    /// By looking at the files alone, several times a second: for network drives, which send no events.
    Looking,
}

/// What the watch tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WatchEvent {
    /// The files as they are now.
    Changed(SiteReading),
    /// Events cannot be had, or no longer, and why; the files are looked at instead.
    LooksInstead(Message),
}

/// What wakes the watching thread.
#[derive(Debug)]
enum Signal {
    Hint(Hints),
    /// The system tells of nothing more, and why.
    Refused(notify::Error),
    Stop,
}

/// A thread that watches a site's folder until it is dropped.
#[derive(Debug)]
pub struct Watch {
    signals: Sender<Signal>,
    thread: Option<JoinHandle<()>>,
}

impl Watch {
    /// Watches the folder of `reader`. The first [`WatchEvent::Changed`] comes at once;
    /// `tell` is called from the watching thread.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(
        reader: SiteReader,
        noticing: Noticing,
        tell: impl FnMut(WatchEvent) + Send + 'static,
    ) -> anyhow::Result<Self> {
        let (signals, received) = mpsc::channel();
        let watching = Watching {
            events: Events::new(reader.home(), signals.clone()),
            reader,
            noticing,
            received,
            debounce: Debounce::default(),
            last: None,
            tell,
        };
        let thread = thread::Builder::new().name("watch".to_owned()).spawn(move || watching.run())?;
        Ok(Self { signals, thread: Some(thread) })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // A thread that has ended already no longer listens, and is joined all the same.
        let _ = self.signals.send(Signal::Stop);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What the watching thread holds.
struct Watching<F> {
    reader: SiteReader,
    noticing: Noticing,
    events: Events,
    received: Receiver<Signal>,
    debounce: Debounce,
    /// What was given last.
    last: Option<SiteReading>,
    tell: F,
}

impl<F: FnMut(WatchEvent)> Watching<F> {
    #[expect(clippy::disallowed_methods, reason = "waits until files no longer change")]
    fn run(mut self) {
        self.renew_events();
        let mut reading = self.reader.read(&Hints::None);
        self.hand_over(reading.clone());
        let mut next_look = Instant::now() + self.pause(Duration::ZERO);
        loop {
            let now = Instant::now();
            let until = self.debounce.due().unwrap_or(next_look);
            match self.received.recv_timeout(until.saturating_duration_since(now)) {
                Ok(Signal::Hint(hints)) => {
                    self.debounce.hint(hints, Instant::now());
                    continue;
                }
                Ok(Signal::Refused(cause)) => {
                    self.look_instead(&cause);
                    continue;
                }
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => {}
            }
            let started = Instant::now();
            // Before the files are read: what is written while they are read must send its event.
            self.renew_events();
            let hints = self.debounce.take();
            // What a hint names is read at once; that nothing else has changed, the next look finds out.
            let hinted = hints.as_ref().filter(|_| self.has_events());
            let hinted = hinted.and_then(|hints| self.reader.read_hinted(hints, &reading));
            let was_whole = hinted.is_none();
            let now_there =
                hinted.unwrap_or_else(|| self.reader.read(hints.as_ref().unwrap_or(&Hints::None)));
            let is_at_rest = now_there == reading;
            // Nothing told of this change, so nothing tells that it is over: look again after the quiet time.
            let is_over =
                is_at_rest || (hints.is_some() && self.has_events()) || self.debounce.is_overdue(started);
            reading = now_there;
            if is_over {
                self.debounce.end();
                self.hand_over(reading.clone());
            } else {
                self.debounce.hint(Hints::None, started);
            }
            // Files that are saved again and again must not keep the others from being looked at.
            if was_whole {
                let now = Instant::now();
                next_look = now + self.pause(now - started);
            }
        }
    }

    fn has_events(&self) -> bool {
        self.noticing == Noticing::Events
    }

    /// The pause before the next look, after one that took `took`.
    fn pause(&self, took: Duration) -> Duration {
        let least = if self.has_events() { WITH_EVENTS } else { WITHOUT_EVENTS };
        least.max(took * SHARE)
    }

    fn renew_events(&mut self) {
        if self.has_events()
            && let Err(cause) = self.events.renew()
        {
            self.look_instead(&cause);
        }
    }

    fn look_instead(&mut self, cause: &notify::Error) {
        if self.has_events() {
            self.noticing = Noticing::Looking;
            self.events.end();
            (self.tell)(WatchEvent::LooksInstead(say::looks_instead(&cause.to_string())));
        }
    }

    fn hand_over(&mut self, reading: SiteReading) {
        if self.last.as_ref() != Some(&reading) {
            self.last = Some(reading.clone());
            (self.tell)(WatchEvent::Changed(reading));
        }
    }
}
