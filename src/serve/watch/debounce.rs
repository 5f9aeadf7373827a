use std::time::{Duration, Instant};

use crate::source::disk::Hints;

/// How long the files must not have changed before they are read: editors save in several steps.
pub const QUIET: Duration = Duration::from_millis(100);

/// How long changes that do not stop are waited for.
pub const LONGEST_WAIT: Duration = Duration::from_millis(500);

/// Gathers hints until there have been none for a while.
///
/// It is told the time, so that tests need not wait for it.
#[derive(Debug, Default)]
pub(super) struct Debounce {
    hints: Option<Hints>,
    /// When the first and the last hint came.
    span: Option<(Instant, Instant)>,
}

impl Debounce {
    /// Takes one more hint.
    pub(super) fn hint(&mut self, hints: Hints, now: Instant) {
        self.hints = Some(match (self.hints.take(), hints) {
            (None | Some(Hints::None), hints) | (Some(hints), Hints::None) => hints,
            (Some(Hints::Paths(mut paths)), Hints::Paths(more)) => {
                paths.extend(more);
                Hints::Paths(paths)
            }
            (Some(Hints::Everything), _) | (_, Hints::Everything) => Hints::Everything,
        });
        let first = self.span.map_or(now, |(first, _)| first);
        self.span = Some((first, now));
    }

    /// When the files are to be read. Returns None if no hint came.
    pub(super) fn due(&self) -> Option<Instant> {
        self.hints.as_ref()?;
        let (first, last) = self.span?;
        Some((last + QUIET).min(first + LONGEST_WAIT))
    }

    /// The hints so far. The wait goes on until [`end`](Self::end).
    pub(super) fn take(&mut self) -> Option<Hints> {
        self.hints.take()
    }

    /// Whether the changes have been waited for as long as may be.
    pub(super) fn is_overdue(&self, now: Instant) -> bool {
        self.span.is_some_and(|(first, _)| now >= first + LONGEST_WAIT)
    }

    /// Forgets when it all began: the files were read and given on.
    pub(super) fn end(&mut self) {
        self.span = None;
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "needs an instant to count from")]

    use std::path::PathBuf;
    use std::time::{Duration, Instant};

    use super::Debounce;
    use crate::source::disk::Hints;

    fn milliseconds(count: u64) -> Duration {
        Duration::from_millis(count)
    }

    fn path(name: &str) -> Hints {
        Hints::Paths([PathBuf::from(name)].into())
    }

    #[test]
    fn a_hint_is_due_when_it_was_quiet_for_a_while() {
        let (mut debounce, start) = (Debounce::default(), Instant::now());
        assert_eq!(debounce.due(), None);
        debounce.hint(path("a"), start);
        debounce.hint(path("b"), start + milliseconds(60));
        assert_eq!(debounce.due(), Some(start + milliseconds(160)));
        assert_eq!(debounce.take(), Some(Hints::Paths(["a", "b"].map(PathBuf::from).into())));
        assert_eq!(debounce.due(), None);
    }

    #[test]
    fn hints_that_do_not_stop_are_due_after_the_longest_wait() {
        let (mut debounce, start) = (Debounce::default(), Instant::now());
        for step in 0..20 {
            debounce.hint(path("a"), start + milliseconds(step * 50));
        }
        assert_eq!(debounce.due(), Some(start + milliseconds(500)));
        assert!(debounce.is_overdue(start + milliseconds(500)));
        debounce.end();
        assert!(!debounce.is_overdue(start + milliseconds(5000)));
    }

    #[test]
    fn a_hint_that_means_everything_replaces_the_others() {
        let (mut debounce, start) = (Debounce::default(), Instant::now());
        for hints in [path("a"), Hints::Everything, path("b"), Hints::None] {
            debounce.hint(hints, start);
        }
        assert_eq!(debounce.take(), Some(Hints::Everything));
    }
}
