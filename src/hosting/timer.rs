/// The files for the host below `_hosting/`: a systemd timer with its service and what tells of its failure,
/// lines for cron, and a task for Windows.
///
/// All ask every night, and build only on a day that `next-change.json` names: the files need no renewal,
/// and a machine that was off on the day catches up on the next.
pub(super) fn timer_files() -> [(&'static str, &'static str); 5] {
    [
        ("_hosting/felles-build.timer", include_str!("timer/felles-build.timer")),
        ("_hosting/felles-build.service", include_str!("timer/felles-build.service")),
        ("_hosting/felles-build-failed.service", include_str!("timer/felles-build-failed.service")),
        ("_hosting/felles-build.cron", include_str!("timer/felles-build.cron")),
        ("_hosting/felles-build.xml", include_str!("timer/felles-build.xml")),
    ]
}
