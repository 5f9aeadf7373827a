use std::fs::File;
use std::io;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// FAT knows even seconds only.
const STEP: Duration = Duration::from_secs(2);

/// Gives `file` a later time than `live`, the time of the file that it takes the place of,
/// unless it has one already.
///
/// Servers and `rsync` compare whole seconds and the length: within one second, nginx would go on answering
/// 304 with the old page. The clock may stand still or behind, too.
pub(super) fn make_newer(file: &File, live: SystemTime) -> io::Result<()> {
    match later_than(live, file.metadata()?.modified()?) {
        Some(time) => file.set_modified(time),
        None => Ok(()),
    }
}

/// The time to set; `None` if `new` is in a later second than `live`.
fn later_than(live: SystemTime, new: SystemTime) -> Option<SystemTime> {
    let second = |time: SystemTime| time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    if second(new) > second(live) {
        return None;
    }
    (UNIX_EPOCH + Duration::from_secs(second(live))).checked_add(STEP)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::later_than;

    #[test]
    fn a_changed_file_is_newer_by_a_whole_second() {
        let check = |live: (u64, u32), new: (u64, u32), expected: Option<u64>| {
            let [live, new] = [live, new].map(|(seconds, nanos)| UNIX_EPOCH + Duration::new(seconds, nanos));
            assert_eq!(
                later_than(live, new),
                expected.map(|seconds| UNIX_EPOCH + Duration::from_secs(seconds))
            );
        };
        check((100, 0), (101, 0), None);
        check((100, 999), (101, 0), None);
        check((100, 5), (100, 900), Some(102));
        check((100, 5), (100, 5), Some(102));
        check((100, 5), (7, 0), Some(102));
    }

    #[test]
    fn a_time_before_1970_is_no_trouble() {
        let ancient = UNIX_EPOCH - Duration::from_secs(1000);
        assert!(later_than(ancient, ancient).unwrap() > ancient);
    }
}
