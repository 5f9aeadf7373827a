use std::collections::VecDeque;
use std::sync::mpsc::Sender;

use super::Job;
use super::connection::Turn;

/// The requests that wait for a courier; those who wait for their answer before they ask on come first.
///
/// Somebody who asks for thousands of pages at once gets them when nobody else waits.
#[derive(Debug)]
pub(super) struct Queue {
    jobs: Sender<Job>,
    couriers: usize,
    /// How many couriers are on their way.
    away: usize,
    soon: VecDeque<Job>,
    later: VecDeque<Job>,
}

impl Queue {
    pub(super) fn new(jobs: Sender<Job>, couriers: usize) -> Self {
        Self { jobs, couriers, away: 0, soon: VecDeque::new(), later: VecDeque::new() }
    }

    pub(super) fn push(&mut self, job: Job, turn: Turn) {
        match turn {
            Turn::Soon => self.soon.push_back(job),
            Turn::Later => self.later.push_back(job),
        }
    }

    /// A courier has brought an answer.
    pub(super) fn came_back(&mut self) {
        self.away = self.away.saturating_sub(1);
    }

    /// Gives jobs to those couriers who are there, but none for a client that is gone.
    pub(super) fn hand_out(&mut self, is_there: impl Fn(usize) -> bool) {
        while self.away < self.couriers {
            let Some(job) = self.soon.pop_front().or_else(|| self.later.pop_front()) else { return };
            // Without couriers the guard is about to stop.
            if is_there(job.client) && self.jobs.send(job).is_ok() {
                self.away += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;
    use crate::serve::guard::CleanRequest;

    #[test]
    fn who_asks_for_much_at_once_waits_for_the_others_and_who_is_gone_for_nothing() {
        let (jobs, handed_out) = channel();
        let mut queue = Queue::new(jobs, 2);
        for (client, turn) in
            [(1, Turn::Later), (2, Turn::Later), (3, Turn::Soon), (4, Turn::Soon), (5, Turn::Soon)]
        {
            let request = CleanRequest {
                is_head: false,
                target: "/".to_owned(),
                headers: Vec::new(),
                keeps_alive: true,
            };
            queue.push(Job { client, request }, turn);
        }
        let mut hand_out = |came_back: usize| {
            (0..came_back).for_each(|_| queue.came_back());
            queue.hand_out(|client| client != 4);
            handed_out.try_iter().map(|job| job.client).collect::<Vec<_>>()
        };
        assert_eq!(hand_out(0), [3, 5]);
        assert_eq!(hand_out(0), [0; 0]);
        assert_eq!(hand_out(1), [1]);
        assert_eq!(hand_out(2), [2]);
    }
}
