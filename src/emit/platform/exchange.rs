use std::io;
use std::path::Path;

/// Exchanges two folders in one step: whoever opens one of the paths sees the one or the other folder,
/// never none.
///
/// A file system that cannot do that says so in an error, and nothing has happened.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
pub(in crate::emit) fn exchange(new: &Path, live: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, new, CWD, live, RenameFlags::EXCHANGE)?)
}

/// Exchanges two folders in three renames, of which the first is undone if the second fails.
///
/// Not atomic: for a moment there is no live folder, and a process that is killed in that moment leaves it
/// beside the new one, under the new one's name with the ending `old`; the next build puts it back.
/// Windows has no call that exchanges two folders.
#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
#[expect(clippy::disallowed_methods, reason = "emit writes the output")]
pub(in crate::emit) fn exchange(new: &Path, live: &Path) -> io::Result<()> {
    use std::fs;

    use super::patience::patiently;

    let aside = new.with_extension("old");
    patiently(|| fs::rename(live, &aside))?;
    if let Err(error) = patiently(|| fs::rename(new, live)) {
        patiently(|| fs::rename(&aside, live))?;
        return Err(error);
    }
    // The new folder is live whatever becomes of the old one, which goes with the folder that it is in.
    drop(fs::rename(&aside, new));
    Ok(())
}
