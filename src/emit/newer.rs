use std::fs::File;
use std::io;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::compare::LiveStamp;

/// What most file systems can tell apart, and FAT, which knows even seconds only.
const STEPS: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(2)];

/// Gives `file` a later time than `live`, the file that it takes the place of, unless it has one already.
///
/// Servers and `rsync` compare whole seconds and the length: within one second, nginx would go on answering
/// 304 with the old page. The clock may stand still or behind, too. A file of another length is told by that,
/// and gets no step, so times do not run ahead of the clock with every build.
pub(super) fn make_newer(file: &File, live: LiveStamp) -> io::Result<()> {
    let written = file.metadata()?;
    if written.len() != live.length {
        // Not earlier, all the same: that is a date which goes backwards.
        return if written.modified()? < live.modified { file.set_modified(live.modified) } else { Ok(()) };
    }
    for step in STEPS {
        let Some(time) = later_than(live.modified, file.metadata()?.modified()?, step) else { break };
        file.set_modified(time)?;
    }
    Ok(())
}

/// The time to set, one `step` after `live`; `None` if `new` is in a later second than `live`.
fn later_than(live: SystemTime, new: SystemTime, step: Duration) -> Option<SystemTime> {
    let second = |time: SystemTime| time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    if second(new) > second(live) {
        return None;
    }
    (UNIX_EPOCH + Duration::from_secs(second(live))).checked_add(step)
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::io::Write;
    use std::time::{Duration, SystemTime, UNIX_EPOCH};

    use super::{STEPS, later_than, make_newer};
    use crate::emit::compare::LiveStamp;

    #[test]
    fn a_changed_file_is_newer_by_a_whole_second() {
        let check = |live: (u64, u32), new: (u64, u32), expected: Option<u64>| {
            let [live, new] = [live, new].map(|(seconds, nanos)| UNIX_EPOCH + Duration::new(seconds, nanos));
            assert_eq!(
                later_than(live, new, STEPS[0]),
                expected.map(|seconds| UNIX_EPOCH + Duration::from_secs(seconds))
            );
        };
        check((100, 0), (101, 0), None);
        check((100, 999), (101, 0), None);
        check((100, 5), (100, 900), Some(101));
        check((100, 5), (100, 5), Some(101));
        check((100, 5), (7, 0), Some(101));
    }

    #[test]
    fn a_time_before_1970_is_no_trouble() {
        let ancient = UNIX_EPOCH - Duration::from_secs(1000);
        assert!(later_than(ancient, ancient, STEPS[0]).unwrap() > ancient);
    }

    #[test]
    fn only_a_file_of_the_same_length_runs_ahead_of_the_clock() {
        let ahead = UNIX_EPOCH + Duration::from_secs(4_000_000_001);
        let check = |length: u64, live: SystemTime, expected: Option<SystemTime>| {
            let mut file: File = tempfile::tempfile().unwrap();
            file.write_all(b"page").unwrap();
            let before = file.metadata().unwrap().modified().unwrap();
            make_newer(&file, LiveStamp { modified: live, length }).unwrap();
            let after = file.metadata().unwrap().modified().unwrap();
            assert_eq!(after, expected.unwrap_or(before), "{length} {live:?}");
        };
        check(4, ahead, Some(ahead + Duration::from_secs(1)));
        check(4, UNIX_EPOCH, None);
        check(5, ahead, Some(ahead));
        check(5, UNIX_EPOCH, None);
    }
}
