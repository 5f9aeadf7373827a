use std::time::Duration;

/// How many clients the server has at most, how many bytes wait for them, and for how long.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The most clients at once; if one more comes, the one that has been idle for longest is closed.
    pub connections: usize,
    /// The most bytes of answers that wait for their clients, but for one answer that is longer by itself.
    pub waiting_bytes: usize,
    /// How long a client may take to say what it wants, or be idle between two requests.
    pub head: Duration,
    /// How long a client may go without taking any of its answer.
    pub stalled: Duration,
    /// How long a client that was refused may take to notice.
    pub closing: Duration,
    /// How often the clients of events hear something, so that dead ones are noticed.
    pub heartbeat: Duration,
}

/// File descriptors that are not clients': the reading of the site, the watch, the terminal.
const OTHER_DESCRIPTORS: usize = 64;

/// The most clients that a preview has use for.
const MOST_CONNECTIONS: usize = 1000;

impl Limits {
    /// The limits for this process, by the number of files that it may have open.
    #[must_use]
    pub fn of_this_process() -> Self {
        let left = descriptors().saturating_sub(OTHER_DESCRIPTORS);
        Self {
            connections: left.clamp(16, MOST_CONNECTIONS),
            waiting_bytes: 64 * 1024 * 1024,
            head: Duration::from_secs(15),
            stalled: Duration::from_secs(15),
            closing: Duration::from_secs(1),
            heartbeat: Duration::from_secs(15),
        }
    }
}

/// How many files this process may have open, after asking for as many as it is allowed to ask for:
/// macOS starts with 256.
#[cfg(unix)]
fn descriptors() -> usize {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    const ENOUGH: u64 = (MOST_CONNECTIONS + OTHER_DESCRIPTORS) as u64;
    let limit = getrlimit(Resource::Nofile);
    let current = limit.current.unwrap_or(ENOUGH);
    let wanted = limit.maximum.map_or(ENOUGH, |most| most.min(ENOUGH)).max(current);
    let raised = setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), maximum: limit.maximum });
    usize::try_from(if raised.is_ok() { wanted } else { current }).unwrap_or(usize::MAX)
}

/// Windows counts no sockets.
#[cfg(not(unix))]
fn descriptors() -> usize {
    MOST_CONNECTIONS + OTHER_DESCRIPTORS
}
