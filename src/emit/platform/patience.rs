use std::io;
use std::thread;
use std::time::Duration;

/// How often a step is tried that another program holds up: for two seconds.
const ATTEMPTS: usize = 40;

/// The pause before it is tried again.
const PAUSE: Duration = Duration::from_millis(50);

/// Takes a step again and again while a program holds it up that has files open: on Windows a virus scanner
/// or a sync client does, for a moment, with every file that is new.
///
/// # Errors
/// The last failure, if the program does not let go.
pub(in crate::emit) fn patiently<T>(step: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    with_pauses(step, is_held_open, || thread::sleep(PAUSE))
}

fn with_pauses<T>(
    mut step: impl FnMut() -> io::Result<T>,
    is_worth_a_try: impl Fn(&io::Error) -> bool,
    mut pause: impl FnMut(),
) -> io::Result<T> {
    for _ in 1..ATTEMPTS {
        match step() {
            Err(error) if is_worth_a_try(&error) => pause(),
            ended => return ended,
        }
    }
    step()
}

/// Whether a step may have failed because another program has something open.
///
/// Windows says then that access is denied (5), or that the file is shared (32) or locked (33).
pub(in crate::emit) fn is_held_open(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

/// Whether a hard link failed because this file system, or this user, or this file cannot have more of them.
///
/// On Windows, file systems without links say so by further numbers: 1, "incorrect function", and 50, "not
/// supported", on sticks and network drives, and 1142, "too many links".
pub(in crate::emit) fn has_no_links(error: &io::Error) -> bool {
    use io::ErrorKind::{CrossesDevices, PermissionDenied, TooManyLinks, Unsupported};
    matches!(error.kind(), CrossesDevices | PermissionDenied | TooManyLinks | Unsupported)
        || cfg!(windows) && matches!(error.raw_os_error(), Some(1 | 50 | 1142))
}

#[cfg(test)]
mod tests {
    use std::io::{self, ErrorKind};

    use super::{ATTEMPTS, has_no_links, is_held_open, with_pauses};

    #[test]
    fn a_step_is_tried_until_the_other_program_lets_go() {
        let check = |held_for: usize, expected: Result<usize, ErrorKind>| {
            let (mut tries, mut pauses) = (0, 0);
            let step = || {
                tries += 1;
                if tries > held_for { Ok(tries) } else { Err(io::Error::from(ErrorKind::ResourceBusy)) }
            };
            let is_busy = |error: &io::Error| error.kind() == ErrorKind::ResourceBusy;
            let ended = with_pauses(step, is_busy, || pauses += 1).map_err(|error| error.kind());
            assert_eq!(ended, expected);
            assert_eq!(pauses, tries - 1);
        };
        check(0, Ok(1));
        check(7, Ok(8));
        check(ATTEMPTS - 1, Ok(ATTEMPTS));
        check(ATTEMPTS, Err(ErrorKind::ResourceBusy));
    }

    #[test]
    fn what_no_patience_mends_is_told_at_once() {
        let mut tries = 0;
        let step = || {
            tries += 1;
            Err::<(), _>(io::Error::from(ErrorKind::StorageFull))
        };
        assert!(with_pauses(step, is_held_open, || panic!("it paused")).is_err());
        assert_eq!(tries, 1);
    }

    #[test]
    fn the_numbers_are_those_of_windows() {
        let number = io::Error::from_raw_os_error;
        for held in [5, 32, 33] {
            assert_eq!(is_held_open(&number(held)), cfg!(windows), "{held}");
        }
        for without_links in [1142, 50] {
            assert_eq!(has_no_links(&number(without_links)), cfg!(windows), "{without_links}");
        }
        assert!(has_no_links(&io::Error::from(ErrorKind::CrossesDevices)));
        assert!(!has_no_links(&io::Error::from(ErrorKind::StorageFull)));
    }
}
