use std::time::{Duration, Instant};

use crate::source::disk::Hints;

/// How long nothing may have happened before the files are taken to be at rest: editors save in several steps.
pub const QUIET: Duration = Duration::from_millis(100);

/// How long changes that do not stop are waited for.
pub const LONGEST_WAIT: Duration = Duration::from_millis(500);

/// Gathers hints until there have been none for a while.
///
/// It is told the time, so that tests need not wait for it.
#[derive(Debug, Default)]
pub(super) struct Settling {
    hints: Option<Hints>,
    /// When the first and the last hint came.
    span: Option<(Instant, Instant)>,
}

impl Settling {
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

    /// When the files are to be read; nothing where no hint came.
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

    /// Forgets when it all began: the files were handed over.
    pub(super) fn end(&mut self) {
        self.span = None;
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "needs an instant to count from")]

    use std::path::PathBuf;
    use std::time::{Duration, Instant};

    use super::Settling;
    use crate::source::disk::Hints;

    fn milliseconds(count: u64) -> Duration {
        Duration::from_millis(count)
    }

    fn path(name: &str) -> Hints {
        Hints::Paths([PathBuf::from(name)].into())
    }

    #[test]
    fn a_hint_is_due_when_it_was_quiet_for_a_while() {
        let (mut settling, start) = (Settling::default(), Instant::now());
        assert_eq!(settling.due(), None);
        settling.hint(path("a"), start);
        settling.hint(path("b"), start + milliseconds(60));
        assert_eq!(settling.due(), Some(start + milliseconds(160)));
        assert_eq!(settling.take(), Some(Hints::Paths(["a", "b"].map(PathBuf::from).into())));
        assert_eq!(settling.due(), None);
    }

    #[test]
    fn hints_that_do_not_stop_are_due_after_the_longest_wait() {
        let (mut settling, start) = (Settling::default(), Instant::now());
        for step in 0..20 {
            settling.hint(path("a"), start + milliseconds(step * 50));
        }
        assert_eq!(settling.due(), Some(start + milliseconds(500)));
        assert!(settling.is_overdue(start + milliseconds(500)));
        settling.end();
        assert!(!settling.is_overdue(start + milliseconds(5000)));
    }

    #[test]
    fn what_may_be_anything_swallows_what_is_known() {
        let (mut settling, start) = (Settling::default(), Instant::now());
        for hints in [path("a"), Hints::Everything, path("b"), Hints::None] {
            settling.hint(hints, start);
        }
        assert_eq!(settling.take(), Some(Hints::Everything));
    }
}
