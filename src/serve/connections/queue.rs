use std::collections::VecDeque;
use std::sync::mpsc::Sender;

use super::PendingRequest;
use super::connection::Turn;

/// The requests that wait for a worker; those who wait for their answer before they ask on come first.
///
/// Somebody who asks for thousands of pages at once gets them when nobody else waits.
#[derive(Debug)]
pub(super) struct Queue {
    requests: Sender<PendingRequest>,
    workers: usize,
    /// How many workers have a request.
    busy: usize,
    soon: VecDeque<PendingRequest>,
    later: VecDeque<PendingRequest>,
}

impl Queue {
    pub(super) fn new(requests: Sender<PendingRequest>, workers: usize) -> Self {
        Self { requests, workers, busy: 0, soon: VecDeque::new(), later: VecDeque::new() }
    }

    pub(super) fn push(&mut self, request: PendingRequest, turn: Turn) {
        match turn {
            Turn::Soon => self.soon.push_back(request),
            Turn::Later => self.later.push_back(request),
        }
    }

    /// A worker has answered.
    pub(super) fn is_answered(&mut self) {
        self.busy = self.busy.saturating_sub(1);
    }

    /// Gives requests to the workers that have none, but no request of a client that is gone.
    pub(super) fn hand_out(&mut self, is_there: impl Fn(usize) -> bool) {
        while self.busy < self.workers {
            let Some(request) = self.soon.pop_front().or_else(|| self.later.pop_front()) else { return };
            // Without workers the server is about to stop.
            if is_there(request.client) && self.requests.send(request).is_ok() {
                self.busy += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;
    use crate::serve::Request;

    #[test]
    fn who_asks_for_much_at_once_waits_for_the_others_and_who_is_gone_for_nothing() {
        let (requests, handed_out) = channel();
        let mut queue = Queue::new(requests, 2);
        for (client, turn) in
            [(1, Turn::Later), (2, Turn::Later), (3, Turn::Soon), (4, Turn::Soon), (5, Turn::Soon)]
        {
            let request = Request::parse(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
            queue.push(PendingRequest { client, request }, turn);
        }
        let mut hand_out = |answered: usize| {
            (0..answered).for_each(|_| queue.is_answered());
            queue.hand_out(|client| client != 4);
            handed_out.try_iter().map(|request| request.client).collect::<Vec<_>>()
        };
        assert_eq!(hand_out(0), [3, 5]);
        assert_eq!(hand_out(0), [0; 0]);
        assert_eq!(hand_out(1), [1]);
        assert_eq!(hand_out(2), [2]);
    }
}
